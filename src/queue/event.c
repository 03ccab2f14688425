/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/event.h"

#include "base/text.h"
#include "queue/sql.h"

#include <stdlib.h>
#include <string.h>

/* The columns in the order in which read_row() reads them. */
#define COLUMNS                                                             \
	"id, lane, stored, tries, heard, status, aside, account, key_name," \
	" key, api, verb, dedup_key, body, reason"

void event_done(struct queue_event *event)
{
	if (event->texts)
		explicit_bzero(event->texts, event->texts_len);
	free(event->texts);
	*event = (struct queue_event){ 0 };
}

/* Reads a row. The texts are borrowed until the statement moves on. */
static bool read_row(const struct sql *sql, struct queue_event *out, struct error *err)
{
	*out = (struct queue_event){
		.id = sql_number(sql, 0),
		.lane = sql_number(sql, 1),
		.stored = sql_number(sql, 2),
		.tries = sql_number(sql, 3),
		.heard = sql_number(sql, 4) != 0,
		.status = sql_number(sql, 5),
		.aside = sql_number(sql, 6),
		.account = sql_text(sql, 7),
		.key_name = sql_text(sql, 8),
		.key = sql_text(sql, 9),
		.api = sql_text(sql, 10),
		.verb = sql_text(sql, 11),
		.dedup_key = sql_text(sql, 12),
		.body = sql_text(sql, 13),
		.reason = sql_text(sql, 14),
	};
	/* These columns are NOT NULL, so only a lack of memory makes them NULL. */
	return (out->api && out->verb && out->body) || error_memory(err);
}

/* Copies the texts, so that they outlive the row. */
static bool own_texts(struct queue_event *event, struct error *err)
{
	const char **const texts[] = { &event->account, &event->key_name, &event->key, &event->api,
		&event->verb, &event->dedup_key, &event->body, &event->reason };
	size_t len = 0;

	for (size_t i = 0; i < COUNT(texts); i++)
		len += *texts[i] ? strlen(*texts[i]) + 1 : 0;
	char *to = event->texts = malloc(len);
	if (!to)
		return error_memory(err);
	event->texts_len = len;
	for (size_t i = 0; i < COUNT(texts); i++) {
		size_t size = *texts[i] ? strlen(*texts[i]) + 1 : 0;

		if (!size)
			continue;
		memcpy(to, *texts[i], size);
		*texts[i] = to;
		to += size;
	}
	return true;
}

bool event_store(struct queue *queue, struct queue_event *event, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	const char *const texts[] = { event->account, event->key_name, event->key, event->api,
		event->verb, event->dedup_key, event->body, event->reason };

	if (!sql_begin(&sql, queue,
		    "INSERT INTO event(account, key_name, key, api, verb, dedup_key, body, reason,"
		    " lane, stored, tries, heard, status)"
		    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
		    err))
		return false;
	for (size_t i = 0; i < COUNT(texts); i++)
		sql_bind_text(&sql, (int)i + 1, texts[i]);
	sql_bind(&sql, 9, event->lane);
	sql_bind(&sql, 10, event->stored);
	sql_bind(&sql, 11, event->tries);
	sql_bind(&sql, 12, event->heard);
	sql_bind(&sql, 13, event->status);
	if (!sql_run(&sql, NULL, err))
		return false;
	event->id = sqlite3_last_insert_rowid(queue->handle);
	return true;
}

bool event_first(struct queue *queue, int64_t lane, int64_t after, struct queue_event *out,
	bool *out_found, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	*out_found = false;
	if (!sql_begin(&sql, queue,
		    "SELECT " COLUMNS
		    " FROM event WHERE aside IS NULL AND lane = ?1 AND id > ?2 ORDER BY id LIMIT 1",
		    err))
		return false;
	sql_bind(&sql, 1, lane);
	sql_bind(&sql, 2, after);
	if (!sql_next(&sql, out_found, err))
		return false;
	return !*out_found || (read_row(&sql, out, err) && own_texts(out, err));
}

bool event_any(struct queue *queue, int64_t lane, bool *out, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue, "SELECT 1 FROM event WHERE aside IS NULL AND lane = ?1 LIMIT 1",
		    err))
		return false;
	sql_bind(&sql, 1, lane);
	return sql_next(&sql, out, err);
}

bool event_count(struct queue *queue, int64_t lane, int64_t *out, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	bool row = false;

	if (!sql_begin(&sql, queue,
		    lane > 0 ? "SELECT COUNT(*) FROM event WHERE aside IS NULL AND lane = ?1"
			     : "SELECT COUNT(*) FROM event WHERE aside IS NULL",
		    err))
		return false;
	if (lane > 0)
		sql_bind(&sql, 1, lane);
	if (!sql_next(&sql, &row, err))
		return false;
	*out = sql_number(&sql, 0);
	return true;
}

bool event_mark(struct queue *queue, int64_t id, bool *out_there, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	int64_t changed = 0;

	if (!sql_begin(&sql, queue,
		    "UPDATE event SET heard = 1, tries = tries + 1 WHERE id = ?1 AND aside IS NULL",
		    err))
		return false;
	sql_bind(&sql, 1, id);
	if (!sql_run(&sql, &changed, err))
		return false;
	*out_there = changed > 0;
	return true;
}

bool event_note(struct queue *queue, int64_t id, bool heard, int64_t status, const char *reason,
	struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue,
		    "UPDATE event SET heard = ?2, status = ?3, reason = ?4 WHERE id = ?1", err))
		return false;
	sql_bind(&sql, 1, id);
	sql_bind(&sql, 2, heard);
	sql_bind(&sql, 3, status);
	sql_bind_text(&sql, 4, reason);
	return sql_run(&sql, NULL, err);
}

bool event_set_aside(struct queue *queue, int64_t id, int64_t now, int64_t status,
	const char *reason, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue,
		    "UPDATE event SET aside = ?2, status = ?3, reason = ?4 WHERE id = ?1", err))
		return false;
	sql_bind(&sql, 1, id);
	sql_bind(&sql, 2, now);
	sql_bind(&sql, 3, status);
	sql_bind_text(&sql, 4, reason);
	return sql_run(&sql, NULL, err);
}

bool event_delete(struct queue *queue, int64_t id, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue, "DELETE FROM event WHERE id = ?1", err))
		return false;
	sql_bind(&sql, 1, id);
	return sql_run(&sql, NULL, err);
}

bool event_retry(
	struct queue *queue, int64_t id, int64_t now, int64_t *out_count, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue,
		    "UPDATE event SET aside = NULL, stored = ?2"
		    " WHERE aside IS NOT NULL AND (?1 = 0 OR id = ?1)",
		    err))
		return false;
	sql_bind(&sql, 1, id);
	sql_bind(&sql, 2, now);
	return sql_run(&sql, out_count, err);
}

bool event_purge(struct queue *queue, int64_t id, int64_t *out_count, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue,
		    "DELETE FROM event WHERE aside IS NOT NULL AND (?1 = 0 OR id = ?1)", err))
		return false;
	sql_bind(&sql, 1, id);
	return sql_run(&sql, out_count, err);
}

bool event_walk(struct queue *queue, enum event_state state, int64_t most, event_visit *each,
	void *data, struct error *err)
{
	static const char *const queries[] = {
		[EVENT_ANY] = "SELECT " COLUMNS " FROM event ORDER BY id LIMIT ?1",
		[EVENT_PENDING] =
			"SELECT " COLUMNS " FROM event WHERE aside IS NULL ORDER BY id LIMIT ?1",
		[EVENT_ASIDE] = "SELECT " COLUMNS
				" FROM event WHERE aside IS NOT NULL ORDER BY id LIMIT ?1",
	};
	scoped(sql_done) struct sql sql = { 0 };
	struct queue_event event;
	bool row = true;

	if (!sql_begin(&sql, queue, queries[state], err))
		return false;
	/* For SQLite a limit below 0 means no limit. */
	sql_bind(&sql, 1, most ? most : -1);
	for (;;) {
		if (!sql_next(&sql, &row, err))
			return false;
		if (!row)
			return true;
		if (!read_row(&sql, &event, err) || !each(&event, data, err))
			return false;
	}
}
