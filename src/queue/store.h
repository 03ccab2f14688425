/* SPDX-License-Identifier: Apache-2.0 */
/* A queue on the disk: an SQLite database, which many processes may open at a time. */
#ifndef QUEUE_STORE_H
#define QUEUE_STORE_H

#include "base/error.h"

#include <stdbool.h>

struct queue;

/*
 * QUEUE_MAKE creates the queue if there is no file. QUEUE_DRAIN: events are going to be delivered,
 * so the space that is kept for a full disk (reserve.h) may be used.
 */
enum queue_purpose { QUEUE_READ, QUEUE_MAKE, QUEUE_DRAIN };

/*
 * Opens the queue at path. If there is no file and the purpose is not QUEUE_MAKE, *out becomes
 * NULL. patience is the number of seconds to wait whenever another process holds the queue. Each
 * failure names the file. ERROR_CONFIG: the file may not be used, is damaged, has a newer version,
 * or belongs to another program; it is not changed. ERROR_UNAVAILABLE: another process holds it.
 * ERROR_INTERNAL: the disk fails.
 */
bool queue_open(const char *path, enum queue_purpose purpose, double patience, struct queue **out,
	struct error *err) MUST_CHECK;

/*
 * Checks that the queue at path can be used, or created if there is no file. Creates no queue, but
 * brings a file of an older version up to date, as queue_open() does.
 * Fails as queue_open() does.
 */
bool queue_check(const char *path, double patience, struct error *err) MUST_CHECK;

/* Closes a queue. Takes NULL. */
void queue_close(struct queue *queue);
void queue_close_at(struct queue **queue); /* for scoped() */

#endif
