/* SPDX-License-Identifier: Apache-2.0 */
/* A folder of a test's own for a queue, and what the tests of src/queue/ do again and again. */
#ifndef QUEUE_FOLDER_H
#define QUEUE_FOLDER_H

#include "queue/event.h"

/* For cmocka_unit_test_setup_teardown: makes an empty folder, and removes it with all that is in it. */
int queue_folder_make(void **state);
int queue_folder_remove(void **state);

/* A file in the folder; the folder is not there yet: "/tmp/.../queue/events.db". */
extern char queue_path[];

/* Opens the queue, made where it is not there; fails the test when that fails. */
struct queue *queue_opened(void);

/* Stores an event of lane 1; dedup_key may be NULL. Returns its id. */
int64_t queue_put(struct queue *queue, const char *verb, const char *dedup_key, int64_t stored);

#endif
