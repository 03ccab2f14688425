/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/serve.h"

#include "base/clock.h"
#include "base/interrupt.h"
#include "base/redact.h"
#include "base/shown.h"
#include "base/utf8.h"
#include "config/account_name.h"
#include "config/resolve.h"
#include "queue/event_request.h"
#include "queue/key.h"
#include "queue/lock.h"
#include "queue/reserve.h"
#include "queue/session.h"
#include "queue/sql.h"
#include "queue/wait.h"
#include "reply/reply.h"

#include <inttypes.h>
#include <stdio.h>

/* Seconds that must be left to send another event. */
static const double try_least = 1;

/* Remembers the first failure, and the name of the integration key of its event. */
static void remember_failure(
	struct serving *serving, const struct queue_event *event, const struct error *failure)
{
	scoped(text_done) struct text key = TEXT(TEXT_ANY);

	if (serving->failure.kind != ERROR_NONE)
		return;
	error_take(&serving->failure, failure);
	serving->found = *client_found(serving->client, failure);
	account_name_add_prefix(event->account, SHOWN_WHOLE, &key);
	(void)!queue_key_show(event, &key);
	(void)snprintf(serving->failed_key, sizeof(serving->failed_key), "%.*s",
		(int)utf8_cut(text_string(&key), key.len, sizeof(serving->failed_key) - 1),
		text_string(&key));
}

static bool is_too_old(struct session *session, const struct timestamp *now, struct error *why)
{
	const struct queue_settings *settings = session->serving->settings;

	if (now->wall - session->event.stored <= settings->max_age)
		return false;
	(void)error_set(why, ERROR_UNAVAILABLE, 0,
		"older than event_queue.max_age, %" PRId64 " s%s%s", settings->max_age / 1000,
		session->event.reason ? "; " : "",
		session->event.reason ? session->event.reason : "");
	return true;
}

/* Builds the event's request. *out_made is false if its key or its account is gone. */
static bool build_request(struct session *session, bool *out_made, struct error *err)
{
	struct serving *serving = session->serving;
	struct error why = { 0 };

	request_done(&session->request);
	*out_made = config_use_account(serving->config, session->event.account, &why) &&
		    config_resolve(serving->config, CONFIG_EVENTS_URL, &why) &&
		    queue_key_resolve(serving->config, &session->event, &why) &&
		    event_request_build(&session->request, &session->event, serving->config, &why);
	if (*out_made)
		return true;
	remember_failure(serving, &session->event, &why);
	return session_flush(session, err);
}

/* NEXT_SEND: send the event. NEXT_NONE: no event is left. NEXT_STOPPED: its key is gone. */
enum next { NEXT_SEND, NEXT_NONE, NEXT_STOPPED };

/* Finds the next event that is to be sent, and marks it. Sets events that are too old aside. */
static bool find_next(struct session *session, enum next *out, struct error *err)
{
	struct serving *serving = session->serving;

	for (;;) {
		struct timestamp now;
		struct error why = { 0 };
		bool found = false, ready = false;

		event_done(&session->event);
		if (!event_first(serving->queue, session->lane, session->after, &session->event,
			    &found, err))
			return false;
		*out = NEXT_NONE;
		if (!found || (serving->own && session->event.id > serving->own))
			return session_flush(session, err);
		timestamp_now(&now);
		session->after = session->event.id;
		if (is_too_old(session, &now, &why)) {
			if (!session_set_aside(session, &now, &why, err))
				return false;
			continue;
		}
		*out = NEXT_STOPPED;
		if (!build_request(session, &ready, err))
			return false;
		if (!ready)
			return true;
		*out = NEXT_SEND;
		if (!session_mark(session, &ready, err))
			return false;
		if (ready)
			return true;
	}
}

static bool send_once(struct session *session, struct text *out, struct error *err)
{
	struct client *client = session->serving->client;
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	double all = client->retry_time;

	/* Try once: the next try is made after the lane's wait. */
	client->retry_time = 0;
	bool ok = client_call(client, &session->request, NULL, &reply, err);
	client->retry_time = all;
	if (!ok || reply_result(&session->request, &reply, out, err))
		return ok;
	client->maybe_heard = true;
	return client_refuse_reply(client, &reply, err);
}

bool serve_is_final(
	const struct client *client, const struct request *request, const struct error *why)
{
	if (client_found(client, why)->foreign)
		return false;
	if (why->kind == ERROR_REPLY)
		return !request->key;
	return why->kind == ERROR_REFUSED && why->code >= 400 && why->code < 500;
}

/* Deletes the caller's own event after a refusal: the caller gets the error and decides. */
static bool delete_own(struct session *session, struct error *err)
{
	session->serving->own_refused = true;
	session->sent = session->event.id;
	session->taken = false;
	return session_flush(session, err);
}

static bool handle_failure(
	struct session *session, struct error *why, bool *out_goes_on, struct error *err)
{
	struct serving *serving = session->serving;
	struct timestamp now;

	redact_error(why);
	*out_goes_on = serve_is_final(serving->client, &session->request, why);
	/* After a refusal the next event is sent, so the refusal is no reason why events wait. */
	if (!*out_goes_on || session->event.id == serving->own)
		remember_failure(serving, &session->event, why);
	serving->unreachable = why->kind == ERROR_TRANSPORT && !serving->client->maybe_heard;
	if (!*out_goes_on)
		return session_begin_wait(session, why, err);
	if (session->event.id == serving->own)
		return delete_own(session, err);
	timestamp_now(&now);
	return session_set_aside(session, &now, why, err);
}

/* Sends the event that was found. *out_goes_on is false if the lane must wait. */
static bool deliver_next(struct session *session, bool *out_goes_on, struct error *err)
{
	struct serving *serving = session->serving;
	bool own = session->event.id == serving->own;
	scoped(text_done) struct text scratch = TEXT(TEXT_ANY);
	struct problems problems = { 0 };
	struct error why = { .problems = &problems };

	*out_goes_on = true;
	if (own)
		session->request.key_name = serving->own_key_name;
	if (!send_once(session, own ? serving->own_result : &scratch, &why))
		return handle_failure(session, &why, out_goes_on, err);
	serving->unreachable = false;
	serving->own_delivered |= own;
	session->sent = session->event.id;
	session->taken = true;
	return true;
}

/* Returns whether there is no time to send another event. */
static bool is_late(const struct client *client)
{
	return interrupted() || (client->end > 0 && client->end - clock_now() < try_least);
}

static bool serve(struct session *session, int64_t most, enum lane_end *out_end, struct error *err)
{
	bool goes_on = true;

	for (int64_t count = 0; goes_on; count++) {
		enum next next;

		*out_end = is_late(session->serving->client) ? LANE_LATE : LANE_MORE;
		if (*out_end == LANE_LATE || (most && count >= most))
			return session_flush(session, err);
		if (!find_next(session, &next, err))
			return false;
		*out_end = next == NEXT_NONE ? LANE_DONE : LANE_STOPPED;
		if (next != NEXT_SEND)
			return true;
		if (!deliver_next(session, &goes_on, err))
			return false;
	}
	return true;
}

/* Makes the failure that says for how long a lane must wait, and why. */
static bool report_wait(struct serving *serving, int64_t lane, const struct wait *wait,
	int64_t left, struct error *err)
{
	scoped(event_done) struct queue_event event = { 0 };
	struct error why = { 0 };
	bool found = false;

	why.retryable = true;
	client_take_found(serving->client, &(struct found){ .status = wait->status }, &why);
	(void)error_set(&why, wait->kind, wait->status,
		"no event of this key is sent for %.1f s more, after %" PRId64 " failure%s: %s",
		(double)left / 1000, wait->failures, wait->failures == 1 ? "" : "s", wait->reason);
	if (!event_first(serving->queue, lane, 0, &event, &found, err))
		return false;
	remember_failure(serving, &event, &why);
	return true;
}

bool serve_lane(struct serving *serving, int64_t lane, int64_t most, enum lane_end *out_end,
	struct error *err)
{
	scoped(lock_done) struct lock lock = LOCK;
	scoped(session_done) struct session session = { .serving = serving, .lane = lane };
	struct timestamp now;
	struct wait wait;
	bool taken = false;

	*out_end = LANE_TAKEN;
	if (!lock_take(serving->queue->path, lane, serving->patience, &lock, &taken, err))
		return false;
	if (!taken)
		return true;
	if (!wait_read(serving->queue, lane, &wait, err))
		return false;
	timestamp_now(&now);
	int64_t left = wait_left(&wait, &now);
	*out_end = LANE_STOPPED;
	if (left)
		return report_wait(serving, lane, &wait, left, err);
	session.waited = wait.failures > 0;
	bool ok = serve(&session, most, out_end, err);
	struct error ignored = { 0 };
	if (!ok && serving->queue->full) {
		serving->was_full = true;
		serving->freed |= reserve_use(serving->queue);
	}
	/* Even if the queue failed, try to delete the event that was delivered last. */
	return session_flush(&session, ok ? err : &ignored) && ok;
}
