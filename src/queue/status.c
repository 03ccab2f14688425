/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/status.h"

#include "queue/sql.h"

#include <inttypes.h>

bool queue_status_read(struct queue *queue, struct queue_status *out, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	bool row = false;

	*out = (struct queue_status){ 0 };
	if (!queue)
		return true;
	if (!sql_begin(&sql, queue,
		    "SELECT SUM(aside IS NULL), SUM(aside IS NOT NULL),"
		    " MIN(CASE WHEN aside IS NULL THEN stored END) FROM event",
		    err) ||
		!sql_next(&sql, &row, err))
		return false;
	*out = (struct queue_status){ sql_number(&sql, 0), sql_number(&sql, 1),
		sql_number(&sql, 2) };
	return true;
}

static bool change_one(struct queue *queue, enum queue_change change, int64_t id, int64_t now,
	int64_t *out_count, struct error *err)
{
	return change == QUEUE_RETRY ? event_retry(queue, id, now, out_count, err)
				     : event_purge(queue, id, out_count, err);
}

bool queue_change_aside(struct queue *queue, enum queue_change change, const int64_t *ids,
	size_t count, int64_t *out_count, struct error *err)
{
	scoped(transaction_done) struct transaction transaction = { 0 };
	struct timestamp now;
	int64_t changed = 0, total = 0;

	timestamp_now(&now);
	if (!transaction_begin(&transaction, queue, err))
		return false;
	if (!count && !change_one(queue, change, 0, now.wall, &total, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!change_one(queue, change, ids[i], now.wall, &changed, err))
			return false;
		if (!changed)
			return error_set(err, ERROR_USAGE, 0,
				"ids[%zu]: no event %" PRId64 " is set aside", i, ids[i]);
		total += changed;
	}
	if (!transaction_commit(&transaction, err))
		return false;
	*out_count = total;
	return true;
}

/* The lanes that have events and a wait, each with the account and the key of its first event. */
static const char waits[] =
	"SELECT f.lane, f.events, e.account, e.key_name, e.key FROM"
	" (SELECT lane, MIN(id) AS first, COUNT(*) AS events FROM event WHERE aside IS NULL"
	" GROUP BY lane) AS f JOIN event AS e ON e.id = f.first JOIN wait AS w ON w.lane = f.lane"
	" ORDER BY f.first";

bool queue_walk_waits(struct queue *queue, queue_wait_visit *each, void *data, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	bool row = true;

	if (!sql_begin(&sql, queue, waits, err))
		return false;
	for (;;) {
		struct wait wait;

		if (!sql_next(&sql, &row, err))
			return false;
		if (!row)
			return true;
		const struct queue_event event = {
			.lane = sql_number(&sql, 0),
			.account = sql_text(&sql, 2),
			.key_name = sql_text(&sql, 3),
			.key = sql_text(&sql, 4),
		};
		if (!wait_read(queue, event.lane, &wait, err) ||
			!each(&wait, &event, sql_number(&sql, 1), data, err))
			return false;
	}
}
