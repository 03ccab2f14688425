/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Statements and transactions on an open queue. Only this header, sql.c and store.c include
 * <sqlite3.h>.
 */
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
	double patience; /* seconds to wait for a lock each time */
	double since; /* when the present wait began, on clock_now() */
	bool full; /* a statement failed because the disk is full */
};

/* A statement. Initialise it with { 0 }; sql_begin() prepares it and sql_done() ends it. */
struct sql {
	struct queue *queue;
	sqlite3_stmt *statement;
	bool failed; /* a value could not be bound */
};

/* Prepares a statement. This and the functions below fail as sql_refuse() does. */
bool sql_begin(
	struct sql *sql, struct queue *queue, const char *text, struct error *err) MUST_CHECK;

/*
 * Bind the values of ?1, ?2 and so on. A text must live until the statement has run. NULL is NULL.
 */
void sql_bind(struct sql *sql, int at, int64_t number);
void sql_bind_text(struct sql *sql, int at, const char *text);

/* Runs the statement up to its next row. *out_row is false if there are no more rows. */
bool sql_next(struct sql *sql, bool *out_row, struct error *err) MUST_CHECK;

/* Runs the statement to its end. out_changed may be NULL, else gets the number of changed rows. */
bool sql_run(struct sql *sql, int64_t *out_changed, struct error *err) MUST_CHECK;

/* Return a column of the row, counted from 0. A text is valid until the next row. NULL is NULL. */
int64_t sql_number(const struct sql *sql, int column);
const char *sql_text(const struct sql *sql, int column);

void sql_done(struct sql *sql);

/* Runs statements that take no values and return no rows. */
bool sql_run_all(struct queue *queue, const char *text, struct error *err) MUST_CHECK;

/* Reads the one number that a query returns; 0 if it returns no row. */
bool sql_read_number(
	struct queue *queue, const char *text, int64_t *out, struct error *err) MUST_CHECK;

/*
 * Fills in why SQLite failed, and names the file. ERROR_CONFIG: the file is damaged, or cannot be
 * opened or written. ERROR_UNAVAILABLE: another process holds it. ERROR_INTERNAL: the disk is full
 * or fails, or memory runs out. Always returns false.
 */
bool sql_refuse(struct queue *queue, struct error *err);

/*
 * A transaction: all changes that are made within it are stored, or none. Initialise it with { 0 }.
 */
struct transaction {
	struct queue *queue; /* NULL: not begun, or ended */
};

/* Begins a transaction. Waits for another process that is writing. */
bool transaction_begin(
	struct transaction *transaction, struct queue *queue, struct error *err) MUST_CHECK;

/* Commits. If this returns true, the changes are on the disk. Otherwise nothing was written. */
bool transaction_commit(struct transaction *transaction, struct error *err) MUST_CHECK;

/* Rolls the changes back, unless they were committed. */
void transaction_done(struct transaction *transaction);

#endif
