/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/wait.h"

#include "base/number.h"
#include "base/random.h"
#include "queue/sql.h"

#include <stdio.h>

int64_t wait_length(int64_t failures, double retry_after, double chance)
{
	int64_t length = WAIT_FIRST;

	/*
	 * Add up to a second, so that processes that must wait equally long do not retry together.
	 */
	if (retry_after >= 0)
		return (int64_t)number_ceiling((retry_after + chance) * 1000);
	for (int64_t i = 1; i < failures && length < WAIT_MOST; i++)
		length *= 2;
	if (length > WAIT_MOST)
		length = WAIT_MOST;
	return length - (int64_t)((double)length / 2 * chance);
}

bool wait_read(struct queue *queue, int64_t lane, struct wait *out, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	bool row = false;

	*out = (struct wait){ 0 };
	if (!sql_begin(&sql, queue,
		    "SELECT failures, length, wall, uptime, boot, kind, status, reason"
		    " FROM wait WHERE lane = ?1",
		    err))
		return false;
	sql_bind(&sql, 1, lane);
	if (!sql_next(&sql, &row, err))
		return false;
	if (!row)
		return true;
	*out = (struct wait){
		.failures = sql_number(&sql, 0),
		.length = sql_number(&sql, 1),
		.since = { sql_number(&sql, 2), sql_number(&sql, 3), sql_number(&sql, 4) },
		.kind = (enum error_kind)sql_number(&sql, 5),
		.status = (long)sql_number(&sql, 6),
	};
	const char *reason = sql_text(&sql, 7);
	(void)snprintf(out->reason, sizeof(out->reason), "%s", reason ? reason : "");
	return true;
}

static bool write_row(struct queue *queue, int64_t lane, const struct wait *wait,
	const struct wait_cause *cause, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue,
		    "INSERT OR REPLACE INTO wait(lane, failures, length, wall, uptime, boot, kind,"
		    " status, reason) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
		    err))
		return false;
	sql_bind(&sql, 1, lane);
	sql_bind(&sql, 2, wait->failures);
	sql_bind(&sql, 3, wait->length);
	sql_bind(&sql, 4, wait->since.wall);
	sql_bind(&sql, 5, wait->since.uptime);
	sql_bind(&sql, 6, wait->since.boot);
	sql_bind(&sql, 7, cause->kind);
	sql_bind(&sql, 8, cause->status);
	sql_bind_text(&sql, 9, cause->reason);
	return sql_run(&sql, NULL, err);
}

bool wait_begin(struct queue *queue, int64_t lane, const struct wait_cause *cause,
	const struct timestamp *now, struct error *err)
{
	struct wait wait;

	if (!wait_read(queue, lane, &wait, err))
		return false;
	int64_t left = wait_left(&wait, now);
	wait.failures++;
	wait.length = wait_length(wait.failures, cause->retry_after, random_fraction());
	wait.since = *now;
	/* Do not shorten a wait that another process recorded. */
	if (wait.length < left)
		wait.length = left;
	return write_row(queue, lane, &wait, cause, err);
}

bool wait_end(struct queue *queue, int64_t lane, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };

	if (!sql_begin(&sql, queue, "DELETE FROM wait WHERE lane = ?1", err))
		return false;
	sql_bind(&sql, 1, lane);
	return sql_run(&sql, NULL, err);
}

int64_t wait_left(const struct wait *wait, const struct timestamp *now)
{
	return wait->failures ? timestamp_left(&wait->since, wait->length, now) : 0;
}
