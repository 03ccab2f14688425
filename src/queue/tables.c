/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/tables.h"

#include "base/text.h"
#include "queue/place.h"

#include <inttypes.h>

/*
 * What brings the tables to version 1, 2, ... A step that was released is never changed: a queue
 * in the field has gone through it.
 *
 * event: one that is kept. The order of the ids, which are never given again, is that in which
 * they were stored.
 *   lane       a number for the integration key (lane.h)
 *   account    of the configuration; NULL: its top level
 *   key_name   what in the configuration the key is: "routing_keys.database"; or NULL, and
 *   key        what the caller gave
 *   api        "v1", "v2" or "change" (api.h)
 *   verb       "trigger", "acknowledge", "resolve" or "change"
 *   body       what PagerDuty is sent, without the integration key
 *   stored     milliseconds since 1970, when its action began; of one that was set aside and taken
 *              again, when that was
 *   tries      how often it was sent
 *   heard      whether PagerDuty may have it, for all we know
 *   status, reason   of the last failure: the HTTP status, and a sentence
 *   aside      milliseconds since 1970, when it was set aside; NULL: it is to be delivered
 *
 * wait: a lane that is not served for a while: for length milliseconds from a moment on
 * (moment.h), after so many failures in a row, of which the last is told by kind (enum
 * error_kind), status and reason.
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

/* A file of version 0 is empty, or not ours. */
static bool check_owner(struct queue *queue, int64_t version, struct error *err)
{
	int64_t application = 0, tables = 0;

	if (!sql_read_number(queue, "PRAGMA application_id", &application, err) ||
		(!version && !sql_read_number(
				     queue, "SELECT COUNT(*) FROM sqlite_master", &tables, err)))
		return false;
	return (version ? application == TABLES_APPLICATION : !tables) ||
	       error_set(err, ERROR_CONFIG, 0,
		       PLACE_WORDS "is another program's database, and was left as it is",
		       queue->path);
}

bool tables_look(struct queue *queue, int64_t *out_version, struct error *err)
{
	int64_t version = 0;

	if (!sql_read_number(queue, "PRAGMA user_version", &version, err) ||
		!check_owner(queue, version, err))
		return false;
	if (version > tables_version())
		return error_set(err, ERROR_CONFIG, 0,
			PLACE_WORDS "has version %" PRId64
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

	/* No transaction may be open; it stays in the file. */
	if (!sql_run_all(queue, "PRAGMA journal_mode=WAL", err) ||
		!transaction_begin(&transaction, queue, err) || !tables_look(queue, &version, err))
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
