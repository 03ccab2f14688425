/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/sql.h"

#include "queue/file.h"

#include <errno.h>
#include <string.h>

/* Fails with the system's reason why a file cannot be read, written or created. */
static bool refuse_system(struct queue *queue, enum error_kind kind, struct error *err)
{
	int reason = sqlite3_system_errno(queue->handle);

	if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG) {
		queue->full = true;
		return error_set(err, ERROR_INTERNAL, 0, QUEUE_WORDS "cannot be written: %s",
			queue->path, strerror(reason));
	}
	return error_set(err, kind, 0, QUEUE_WORDS "cannot be used: %s%s%s", queue->path,
		sqlite3_errmsg(queue->handle), reason ? ": " : "", reason ? strerror(reason) : "");
}

bool sql_refuse(struct queue *queue, struct error *err)
{
	switch (sqlite3_errcode(queue->handle) & 0xff) {
	case SQLITE_NOMEM:
		return error_memory(err);
	case SQLITE_FULL:
		queue->full = true;
		return error_set(err, ERROR_INTERNAL, 0,
			QUEUE_WORDS "cannot be written: its disk is full", queue->path);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		return error_set(err, ERROR_UNAVAILABLE, 0,
			QUEUE_WORDS "is held by another process", queue->path);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return error_set(err, ERROR_CONFIG, 0,
			QUEUE_WORDS
			"is damaged, and was left as it is: %s; docs/queue.md says what can be saved",
			queue->path, sqlite3_errmsg(queue->handle));
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return refuse_system(queue, ERROR_CONFIG, err);
	default:
		return refuse_system(queue, ERROR_INTERNAL, err);
	}
}

bool sql_begin(struct sql *sql, struct queue *queue, const char *text, struct error *err)
{
	*sql = (struct sql){ .queue = queue };
	return sqlite3_prepare_v2(queue->handle, text, -1, &sql->statement, NULL) == SQLITE_OK ||
	       sql_refuse(queue, err);
}

void sql_bind(struct sql *sql, int at, int64_t number)
{
	sql->failed |= sqlite3_bind_int64(sql->statement, at, number) != SQLITE_OK;
}

void sql_bind_text(struct sql *sql, int at, const char *text)
{
	sql->failed |= sqlite3_bind_text(sql->statement, at, text, -1, SQLITE_STATIC) != SQLITE_OK;
}

bool sql_next(struct sql *sql, bool *out_row, struct error *err)
{
	int code = sql->failed ? SQLITE_ERROR : sqlite3_step(sql->statement);

	*out_row = code == SQLITE_ROW;
	return code == SQLITE_ROW || code == SQLITE_DONE || sql_refuse(sql->queue, err);
}

bool sql_run(struct sql *sql, int64_t *out_changed, struct error *err)
{
	bool row = true;

	while (row) {
		if (!sql_next(sql, &row, err))
			return false;
	}
	if (out_changed)
		*out_changed = sqlite3_changes(sql->queue->handle);
	sql_done(sql);
	return true;
}

int64_t sql_number(const struct sql *sql, int column)
{
	return sqlite3_column_int64(sql->statement, column);
}

const char *sql_text(const struct sql *sql, int column)
{
	return (const char *)sqlite3_column_text(sql->statement, column);
}

void sql_done(struct sql *sql)
{
	(void)sqlite3_finalize(sql->statement);
	*sql = (struct sql){ 0 };
}

bool sql_run_all(struct queue *queue, const char *text, struct error *err)
{
	return sqlite3_exec(queue->handle, text, NULL, NULL, NULL) == SQLITE_OK ||
	       sql_refuse(queue, err);
}

bool sql_read_number(struct queue *queue, const char *text, int64_t *out, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	bool row = false;

	if (!sql_begin(&sql, queue, text, err) || !sql_next(&sql, &row, err))
		return false;
	*out = row ? sql_number(&sql, 0) : 0;
	return true;
}

bool transaction_begin(struct transaction *transaction, struct queue *queue, struct error *err)
{
	if (!sql_run_all(queue, "BEGIN IMMEDIATE", err))
		return false;
	transaction->queue = queue;
	return true;
}

bool transaction_commit(struct transaction *transaction, struct error *err)
{
	if (!sql_run_all(transaction->queue, "COMMIT", err))
		return false;
	transaction->queue = NULL;
	return true;
}

void transaction_done(struct transaction *transaction)
{
	if (transaction->queue)
		(void)sqlite3_exec(transaction->queue->handle, "ROLLBACK", NULL, NULL, NULL);
	transaction->queue = NULL;
}
