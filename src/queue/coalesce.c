/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/coalesce.h"

#include "queue/sql.h"

#include <string.h>

/* The last event of the same key that must stay. Only the events after it can be dropped. */
struct bound {
	int64_t id; /* 0: no event must stay */
	bool open; /* as far as the queue knows, this event leaves an alert open */
};

/*
 * Finds the last event of the key that is a resolve, that PagerDuty may have received, or that was
 * raised after event. An event can be stored before an older one if the action of the older one
 * tries for a long time to send it.
 */
static bool find_bound(
	struct queue *queue, const struct queue_event *event, struct bound *out, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	bool row = false;

	*out = (struct bound){ 0 };
	if (!sql_begin(&sql, queue,
		    "SELECT id, verb FROM event WHERE aside IS NULL AND lane = ?1 AND dedup_key = ?2"
		    " AND (heard OR verb = 'resolve' OR stored > ?3) ORDER BY id DESC LIMIT 1",
		    err))
		return false;
	sql_bind(&sql, 1, event->lane);
	sql_bind_text(&sql, 2, event->dedup_key);
	sql_bind(&sql, 3, event->stored);
	if (!sql_next(&sql, &row, err))
		return false;
	if (!row)
		return true;
	const char *verb = sql_text(&sql, 1);
	out->id = sql_number(&sql, 0);
	out->open = !verb || strcmp(verb, "resolve") != 0;
	return true;
}

/* Finds out whether a trigger of the same key is stored after the bound. */
static bool find_trigger(struct queue *queue, const struct queue_event *event, int64_t bound,
	bool *out_any, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue,
		    "SELECT 1 FROM event WHERE aside IS NULL AND lane = ?1 AND dedup_key = ?2"
		    " AND id > ?3 AND verb = 'trigger' LIMIT 1",
		    err))
		return false;
	sql_bind(&sql, 1, event->lane);
	sql_bind_text(&sql, 2, event->dedup_key);
	sql_bind(&sql, 3, bound);
	return sql_next(&sql, out_any, err);
}

static bool drop_events(struct queue *queue, const struct queue_event *event, int64_t bound,
	int64_t *out_dropped, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue,
		    "DELETE FROM event WHERE aside IS NULL AND lane = ?1 AND dedup_key = ?2"
		    " AND id > ?3",
		    err))
		return false;
	sql_bind(&sql, 1, event->lane);
	sql_bind_text(&sql, 2, event->dedup_key);
	sql_bind(&sql, 3, bound);
	return sql_run(&sql, out_dropped, err);
}

bool coalesce(struct queue *queue, const struct queue_event *event, int64_t *out_dropped,
	bool *out_needless, struct error *err)
{
	struct bound bound;
	bool trigger = false;

	*out_dropped = 0;
	*out_needless = false;
	if (strcmp(event->verb, "resolve") != 0 || !event->dedup_key)
		return true;
	if (!find_bound(queue, event, &bound, err) ||
		!find_trigger(queue, event, bound.id, &trigger, err) ||
		!drop_events(queue, event, bound.id, out_dropped, err))
		return false;
	*out_needless = trigger && !bound.open;
	return true;
}
