/* SPDX-License-Identifier: Apache-2.0 */
/* Statements and transactions on an open queue: the only place that includes <sqlite3.h>, with sql.c and store.c. */
#ifndef QUEUE_SQL_H
#define QUEUE_SQL_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* See store.h. */
struct queue {
	sqlite3 *handle;
	char *path;
	double patience; /* seconds for which a lock is waited for, at a time */
	double since; /* on clock_now(): when the present wait began */
};

/* A statement. Zeroed, or begun; ended by sql_done. */
struct sql {
	struct queue *queue;
	sqlite3_stmt *statement;
	bool failed; /* a value could not be bound */
};

/* Fails as sql_refuse. */
bool sql_begin(
	struct sql *sql, struct queue *queue, const char *text, struct error *err) MUST_CHECK;

/* Give the values of ?1, ?2, ... A text is borrowed until the statement has run; NULL is NULL. */
void sql_give(struct sql *sql, int at, int64_t number);
void sql_give_text(struct sql *sql, int at, const char *text);

/* Runs up to the next row. *out_row is false at the end. */
bool sql_next(struct sql *sql, bool *out_row, struct error *err) MUST_CHECK;

/* Runs to the end, and finishes the statement. *out_changed, unless NULL: rows changed. */
bool sql_run(struct sql *sql, int64_t *out_changed, struct error *err) MUST_CHECK;

/* Columns of the row, from 0. A text is borrowed until the next row; NULL is NULL. */
int64_t sql_number(const struct sql *sql, int column);
const char *sql_text(const struct sql *sql, int column);

void sql_done(struct sql *sql);

/* Runs statements that take no values and give no rows. */
bool sql_run_all(struct queue *queue, const char *text, struct error *err) MUST_CHECK;

/* The one number that a query gives; 0 when it gives no row. */
bool sql_read_number(
	struct queue *queue, const char *text, int64_t *out, struct error *err) MUST_CHECK;

/*
 * Says why SQLite failed, and names the file. ERROR_CONFIG: the file is damaged, or cannot be
 * opened or written. ERROR_UNAVAILABLE: another process holds it. ERROR_INTERNAL: the disk is full
 * or fails, or there is no memory. Always returns false.
 */
bool sql_refuse(struct queue *queue, struct error *err);

/*
 * A transaction: everything that is written within it is stored, or nothing is. Zeroed, or begun.
 */
struct transaction {
	struct queue *queue; /* NULL: none is open */
};

/* Begins a transaction; waits for another process that is writing. */
bool transaction_begin(
	struct transaction *transaction, struct queue *queue, struct error *err) MUST_CHECK;

/* On the disk when it returns true. Else nothing was written. */
bool transaction_commit(struct transaction *transaction, struct error *err) MUST_CHECK;

/* Undoes what was written, unless it was committed. */
void transaction_done(struct transaction *transaction);

#endif
