/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of a queue: creates them, and updates those of an older version. */
#ifndef QUEUE_TABLES_H
#define QUEUE_TABLES_H

#include "queue/sql.h"

/* Marks a file as a queue, in the header of the database (PRAGMA application_id): "PDeq". */
#define TABLES_APPLICATION 0x50446571

/* The version of the tables that this program writes (PRAGMA user_version). */
int64_t tables_version(void);

/*
 * Checks that the file is a queue of ours. *out_version is the version of its tables, 0 if the file
 * is empty. Fails with ERROR_CONFIG for another program's database and for a newer version.
 */
bool tables_check(struct queue *queue, int64_t *out_version, struct error *err) MUST_CHECK;

/* Creates the tables, or updates them to this version. Must be called by one process at a time. */
bool tables_make(struct queue *queue, struct error *err) MUST_CHECK;

#endif
