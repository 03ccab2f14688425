/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/tables.h"

#include "base/text.h"
#include "queue/file.h"

#include <inttypes.h>

/*
 * The steps that bring the tables to version 1, 2 and so on. A step that was released must not be
 * changed, because queues on other hosts have been made with it.
 *
 * event: an event in the queue. Ids grow in the order in which events were stored, and none is used
 * again.
 *   lane       a number for the integration key (key.h)
 *   account    an account of the configuration; NULL is its top level
 *   key_name   the key's name in the configuration: "routing_keys.database"; NULL if
 *   key        is set: the key that the caller gave
 *   api        "v1", "v2" or "change" (api.h)
 *   verb       "trigger", "acknowledge", "resolve" or "change"
 *   dedup_key  the de-duplication key, or NULL
 *   body       the body that is sent to PagerDuty, without the integration key
 *   stored     when the event's action began, in milliseconds since 1970; for an event that was set
 *              aside and is tried again, when that was asked for
 *   tries      how often the event was sent
 *   heard      whether PagerDuty may have received the event
 *   status, reason   the HTTP status of the last failure, and its sentence
 *   aside      when the event was set aside, in milliseconds since 1970; NULL: it is to be
 * delivered
 *
 * wait: a lane of which nothing is sent for length milliseconds from a time on (timestamp.h), after
 * so many failures in a row. kind (enum error_kind), status and reason are those of the last
 * failure.
 */
static const char *const steps[] = {
	"CREATE TABLE event(id INTEGER PRIMARY KEY AUTOINCREMENT, lane INTEGER NOT NULL,"
	" account TEXT, key_name TEXT, key TEXT, api TEXT NOT NULL, verb TEXT NOT NULL,"
	" dedup_key TEXT, body TEXT NOT NULL, stored INTEGER NOT NULL,"
	" tries INTEGER NOT NULL DEFAULT 0, heard INTEGER NOT NULL DEFAULT 0,"
	" status INTEGER NOT NULL DEFAULT 0, reason TEXT, aside INTEGER);"
	"CREATE INDEX event_pending ON event(lane, id) WHERE aside IS NULL;"
	"CREATE TABLE wait(lane INTEGER PRIMARY KEY, failures INTEGER NOT NULL,"
	" length INTEGER NOT NULL, wall INTEGER NOT NULL, uptime INTEGER NOT NULL,"
	" boot INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL,"
	" reason TEXT NOT NULL);",
};

int64_t tables_version(void)
{
	return COUNT(steps);
}

/* Checks that a file of version 0 is empty, and that any other file is a queue of ours. */
static bool check_owner(struct queue *queue, int64_t version, struct error *err)
{
	int64_t application = 0, tables = 0;

	if (!sql_read_number(queue, "PRAGMA application_id", &application, err) ||
		(!version && !sql_read_number(
				     queue, "SELECT COUNT(*) FROM sqlite_master", &tables, err)))
		return false;
	return (version ? application == TABLES_APPLICATION : !tables) ||
	       error_set(err, ERROR_CONFIG, 0,
		       QUEUE_WORDS "is another program's database, and was left as it is",
		       queue->path);
}

bool tables_check(struct queue *queue, int64_t *out_version, struct error *err)
{
	int64_t version = 0;

	if (!sql_read_number(queue, "PRAGMA user_version", &version, err) ||
		!check_owner(queue, version, err))
		return false;
	if (version > tables_version())
		return error_set(err, ERROR_CONFIG, 0,
			QUEUE_WORDS "has version %" PRId64
				    ", and this program knows none above %" PRId64
				    ": it was left as it is; update this pack",
			queue->path, version, tables_version());
	*out_version = version;
	return true;
}

bool tables_make(struct queue *queue, struct error *err)
{
	scoped(transaction_done) struct transaction transaction = { 0 };
	scoped(text_done) struct text header = TEXT(TEXT_ANY);
	int64_t version = 0;

	/* The journal mode cannot be changed within a transaction. It is stored in the file. */
	if (!sql_run_all(queue, "PRAGMA journal_mode=WAL", err) ||
		!transaction_begin(&transaction, queue, err) || !tables_check(queue, &version, err))
		return false;
	for (int64_t step = version; step < tables_version(); step++) {
		if (!sql_run_all(queue, steps[step], err))
			return false;
	}
	if (!text_addf(&header, "PRAGMA application_id=%d;PRAGMA user_version=%" PRId64,
		    TABLES_APPLICATION, tables_version()))
		return error_memory(err);
	return sql_run_all(queue, header.data, err) && transaction_commit(&transaction, err);
}
