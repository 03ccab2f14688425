/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a folder with a queue for a test, and has functions that the tests of src/queue/ share. */
#ifndef QUEUE_FOLDER_H
#define QUEUE_FOLDER_H

#include "queue/event.h"

/* For cmocka_unit_test_setup_teardown: make an empty folder, and remove it with its contents. */
int queue_folder_make(void **state);
int queue_folder_remove(void **state);

/* Returns the path of a file in a folder that does not exist yet: "/tmp/.../queue/events.db". */
extern char queue_path[];

/* Opens the queue, and creates it if it does not exist. Fails the test on failure. */
struct queue *queue_opened(void);

/* Stores an event of lane 1; dedup_key may be NULL. Returns its id. */
int64_t queue_put(struct queue *queue, const char *verb, const char *dedup_key, int64_t stored);

#endif
