/* SPDX-License-Identifier: Apache-2.0 */
/* A queue on the disk: an SQLite database, opened by as many processes as there are. */
#ifndef QUEUE_STORE_H
#define QUEUE_STORE_H

#include "base/error.h"

#include <stdbool.h>

struct queue;

/*
 * Opens the queue at path. Where there is none, make says whether one is made; else *out becomes
 * NULL. patience: seconds for which other processes are waited for, whenever one holds it. Fails with a sentence that names the file: ERROR_CONFIG (it may not be
 * used, is damaged, of a newer version, or another program's: it is left as it is),
 * ERROR_UNAVAILABLE (another process holds it), ERROR_INTERNAL (the disk).
 */
bool queue_open(const char *path, bool make, double patience, struct queue **out,
	struct error *err) MUST_CHECK;

/* Takes NULL. */
void queue_close(struct queue *queue);
void queue_close_at(struct queue **queue); /* for scoped() */

#endif
