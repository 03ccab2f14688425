/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of a queue, and how an older one is brought up to date. */
#ifndef QUEUE_TABLES_H
#define QUEUE_TABLES_H

#include "queue/sql.h"

/* What a queue's file says it is, in its header (PRAGMA application_id): "PDeq". */
#define TABLES_APPLICATION 0x50446571

/* The version of the tables that this program writes (PRAGMA user_version). */
int64_t tables_version(void);

/*
 * Looks whether the file is a queue of ours. *out_version: of its tables; 0: it is empty. Fails
 * with ERROR_CONFIG for another program's database, and for a queue of a newer version.
 */
bool tables_look(struct queue *queue, int64_t *out_version, struct error *err) MUST_CHECK;

/* Makes the tables, or those that a newer version added. To be called by one process at a time. */
bool tables_make(struct queue *queue, struct error *err) MUST_CHECK;

#endif
