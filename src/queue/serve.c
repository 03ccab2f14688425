/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/serve.h"

#include "base/clock.h"
#include "base/interrupt.h"
#include "base/redact.h"
#include "base/utf8.h"
#include "queue/key.h"
#include "queue/lock.h"
#include "queue/sending.h"
#include "queue/sql.h"
#include "queue/visit.h"
#include "queue/wait.h"
#include "reply/reply.h"

#include <inttypes.h>
#include <stdio.h>

/* Seconds that must be left for one more try. */
static const double try_least = 1;

/* Keeps the first failure, and the name of the key of the event that it is about. */
static void keep_failure(
	struct serving *serving, const struct queue_event *event, const struct error *failure)
{
	scoped(text_done) struct text key = TEXT(TEXT_ANY);

	if (serving->failure.kind != ERROR_NONE)
		return;
	serving->failure = *failure;
	if (event->account)
		(void)text_addf(&key, "accounts.%s.", event->account);
	(void)!queue_key_show(event, &key);
	(void)snprintf(serving->failed_key, sizeof(serving->failed_key), "%.*s",
		(int)utf8_cut(text_string(&key), key.len, sizeof(serving->failed_key) - 1),
		text_string(&key));
}

static bool is_stale(struct visit *visit, const struct moment *now, struct error *why)
{
	const struct queue_settings *settings = visit->serving->settings;

	if (now->wall - visit->event.stored <= settings->max_age)
		return false;
	(void)error_set(why, ERROR_UNAVAILABLE, 0,
		"older than event_queue.max_age, %" PRId64 " s%s%s", settings->max_age / 1000,
		visit->event.reason ? "; " : "", visit->event.reason ? visit->event.reason : "");
	return true;
}

/* Makes the request of the event; *out_made is false when its key is gone. */
static bool make_request(struct visit *visit, bool *out_made, struct error *err)
{
	struct serving *serving = visit->serving;
	struct error why = { 0 };

	request_done(&visit->request);
	*out_made = config_use_account(serving->config, visit->event.account, &why) &&
		    sending_build(&visit->request, &visit->event, serving->config, &why);
	if (*out_made)
		return true;
	keep_failure(serving, &visit->event, &why);
	return visit_settle(visit, err);
}

/* What is to be done with the next event. */
enum next { NEXT_SEND, NEXT_NONE, NEXT_STOPPED };

/* Finds the next event that is to be sent, and marks it. */
static bool take_next(struct visit *visit, enum next *out, struct error *err)
{
	struct serving *serving = visit->serving;

	for (;;) {
		struct moment now;
		struct error why = { 0 };
		bool found = false, ready = false;

		event_done(&visit->event);
		if (!event_first(
			    serving->queue, visit->lane, visit->after, &visit->event, &found, err))
			return false;
		*out = NEXT_NONE;
		if (!found || (serving->own && visit->event.id > serving->own))
			return visit_settle(visit, err);
		moment_now(&now);
		visit->after = visit->event.id;
		if (is_stale(visit, &now, &why)) {
			if (!visit_set_aside(visit, &now, &why, err))
				return false;
			continue;
		}
		*out = NEXT_STOPPED;
		if (!make_request(visit, &ready, err))
			return false;
		if (!ready)
			return true;
		*out = NEXT_SEND;
		if (!visit_mark(visit, &ready, err))
			return false;
		if (ready)
			return true;
	}
}

static bool send_once(struct visit *visit, struct text *out, struct error *err)
{
	struct client *client = visit->serving->client;
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	double all = client->retry_time;

	/* One try: the lane's wait is the retry. */
	client->retry_time = 0;
	bool ok = client_call(client, &visit->request, NULL, &reply, err);
	client->retry_time = all;
	visit->foreign = reply_is_html(&reply);
	if (!ok || reply_result(&visit->request, &reply, out, err))
		return ok;
	client->maybe_heard = true;
	return client_refuse_reply(client, &reply, err);
}

/* PagerDuty will not have the event, now or later. A redirect, or a page of a proxy, says nothing of the event. */
static bool is_refused(const struct visit *visit, const struct error *why)
{
	return why->kind == ERROR_REFUSED && why->status >= 400 && why->status < 500 &&
	       !visit->foreign;
}

/* The caller hears of it, and decides. */
static bool drop_own(struct visit *visit, struct error *err)
{
	visit->serving->own_refused = true;
	visit->sent = visit->event.id;
	return visit_settle(visit, err);
}

static bool handle_failure(
	struct visit *visit, struct error *why, bool *out_goes_on, struct error *err)
{
	struct serving *serving = visit->serving;
	struct moment now;

	redact_error(why);
	*out_goes_on = is_refused(visit, why);
	/* An event that PagerDuty refuses does not hold up the next one. */
	if (!*out_goes_on || visit->event.id == serving->own)
		keep_failure(serving, &visit->event, why);
	serving->unreachable =
		why->kind == ERROR_TRANSPORT && !serving->client->maybe_heard && !why->status;
	if (!*out_goes_on)
		return visit_begin_wait(visit, why, err);
	if (visit->event.id == serving->own)
		return drop_own(visit, err);
	moment_now(&now);
	return visit_set_aside(visit, &now, why, err);
}

/* Sends the event. *out_goes_on is false when the lane has to wait. */
static bool handle(struct visit *visit, bool *out_goes_on, struct error *err)
{
	struct serving *serving = visit->serving;
	bool own = visit->event.id == serving->own;
	scoped(text_done) struct text scratch = TEXT(TEXT_ANY);
	struct error why = { 0 };

	*out_goes_on = true;
	if (own)
		visit->request.key_name = serving->own_key_name;
	if (!send_once(visit, own ? serving->own_result : &scratch, &why))
		return handle_failure(visit, &why, out_goes_on, err);
	serving->unreachable = false;
	serving->delivered++;
	serving->own_delivered |= own;
	visit->sent = visit->event.id;
	return true;
}

/* Whether there is no time for another event. */
static bool is_late(const struct client *client)
{
	return interrupted() || (client->end > 0 && client->end - clock_now() < try_least);
}

static bool serve(struct visit *visit, int64_t most, enum lane_end *out_end, struct error *err)
{
	bool goes_on = true;

	for (int64_t count = 0; goes_on; count++) {
		enum next next;

		*out_end = is_late(visit->serving->client) ? LANE_LATE : LANE_MORE;
		if (*out_end == LANE_LATE || (most && count >= most))
			return visit_settle(visit, err);
		if (!take_next(visit, &next, err))
			return false;
		*out_end = next == NEXT_NONE ? LANE_DONE : LANE_STOPPED;
		if (next != NEXT_SEND)
			return true;
		if (!handle(visit, &goes_on, err))
			return false;
	}
	return true;
}

/* Tells of a lane that waits what it waits for. */
static bool tell_wait(struct serving *serving, int64_t lane, const struct wait *wait, int64_t left,
	struct error *err)
{
	scoped(event_done) struct queue_event event = { 0 };
	struct error why = { 0 };
	bool found = false;

	why.status = wait->status;
	why.retryable = true;
	(void)error_set(&why, wait->kind, wait->status,
		"its integration key is left alone for %.1f s more, after %" PRId64 " failures: %s",
		(double)left / 1000, wait->failures, wait->reason);
	if (!event_first(serving->queue, lane, 0, &event, &found, err))
		return false;
	keep_failure(serving, &event, &why);
	return true;
}

bool serve_lane(struct serving *serving, int64_t lane, int64_t most, enum lane_end *out_end,
	struct error *err)
{
	scoped(lock_done) struct lock lock = LOCK;
	scoped(visit_done) struct visit visit = { .serving = serving, .lane = lane };
	struct moment now;
	struct wait wait;
	bool taken = false;

	*out_end = LANE_TAKEN;
	if (!lock_take(serving->queue->path, lane, serving->patience, &lock, &taken, err))
		return false;
	if (!taken)
		return true;
	if (!wait_read(serving->queue, lane, &wait, err))
		return false;
	moment_now(&now);
	int64_t left = wait_left(&wait, &now);
	*out_end = LANE_STOPPED;
	if (left)
		return tell_wait(serving, lane, &wait, left, err);
	visit.waited = wait.failures > 0;
	bool ok = serve(&visit, most, out_end, err);
	struct error ignored = { 0 };
	/* Even if the queue failed, try to delete the event that was delivered. */
	return visit_settle(&visit, ok ? err : &ignored) && ok;
}
