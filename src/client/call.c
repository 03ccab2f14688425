/* SPDX-License-Identifier: Apache-2.0 */
#include "client/call.h"

#include "base/clock.h"
#include "base/interrupt.h"
#include "base/log.h"
#include "base/random.h"
#include "reply/reply.h"
#include "request/headers.h"
#include "json/json.h"

#include <string.h>

bool call_prepare(struct call *call, const struct request *request, const char *paging,
	double began, struct error *err)
{
	const char *query = text_string(&request->query);

	*call = (struct call){ .request = request,
		.url = TEXT(TEXT_ANY),
		/* The body of an event contains its key, so it has no credential. */
		.body = TEXT_SECRET(TEXT_ANY),
		.began = began };
	(void)text_add(&call->url, text_string(&request->url));
	if (*query || paging)
		(void)text_addf(&call->url, "?%s%s%s", query, *query && paging ? "&" : "",
			paging ? paging : "");
	if (call->url.failed || (request->body && !json_print(&call->body, request->body)))
		return error_memory(err);
	return true;
}

void call_done(struct call *call)
{
	text_done(&call->body);
	text_done(&call->url);
}

/* Returns the seconds until the answer must be printed. */
static double time_left(const struct client *client)
{
	return client->end > 0 ? client->end - clock_now() : 1e9;
}

/* Returns the seconds that are left for more tries of a call. */
static double retry_time_left(const struct client *client, const struct call *call)
{
	double own = call->began + client->retry_time - clock_now();
	double left = time_left(client);

	return own < left ? own : left;
}

/*
 * Returns the seconds that the next try may take. The first try may take its whole `timeout`, even
 * if max_retry_time is less.
 */
static double try_time(const struct client *client, const struct call *call)
{
	double left = call->repeated ? retry_time_left(client, call) : time_left(client);

	return client->try_timeout < left ? client->try_timeout : left;
}

/*
 * Refuses to begin a request for which too little time is left: it would be cut off, and PagerDuty
 * might still carry it out.
 */
static bool check_time(const struct client *client, const struct call *call, struct error *err)
{
	if (time_left(client) < RETRY_LEAST)
		return error_set(err, ERROR_UNAVAILABLE, 0,
			"not sent%s: the time that StackStorm gives this action (its parameter timeout) is over",
			call->repeated ? " again" : "");
	return !call->repeated || retry_time_left(client, call) >= RETRY_LEAST ||
	       error_set(err, ERROR_UNAVAILABLE, 0, "not sent again: max_retry_time is over");
}

/* Makes the header of a request, with the credential if the host gets one. */
static bool make_headers(
	struct client *client, struct call *call, struct headers *headers, struct error *err)
{
	struct attempt *attempt = &call->attempt;

	if (call->request->operation->host == HOST_REST &&
		!credential_make(&client->credential, client->http, client->config,
			try_time(client, call), &attempt->hopeless, &attempt->retry_after, err))
		return false;
	return headers_build(headers, call->request, text_string(&client->credential.value)) ||
	       error_memory(err);
}

static bool exchange(struct client *client, struct call *call, const struct headers *headers,
	struct http_reply *reply, struct error *err)
{
	const struct request *request = call->request;
	const struct http_request sent = {
		.method = request->method,
		.url = call->url.data,
		.headers = headers->list,
		.body = call->body.data,
		.body_len = call->body.len,
		.timeout = try_time(client, call),
		/*
		 * libcurl repeats a request by itself if a kept-alive connection was closed. A new
		 * connection prevents that for a request that must not be repeated, and for a later
		 * try.
		 */
		.fresh = call->attempt.number > 1 || request->retry == RETRY_UNSENT,
	};
	double before = clock_now();

	client->attempts++;
	bool ok = http_send(client->http, &sent, reply, err);
	log_debug("%s %s %ld request_id=%s %.0f ms try %u", request->method,
		text_string(&request->url), reply->status,
		*reply->request_id ? reply->request_id : "none", (clock_now() - before) * 1000,
		call->attempt.number);
	return ok;
}

/* Makes one try: sends the request and records how it ended. */
static bool try_once(
	struct client *client, struct call *call, struct http_reply *reply, struct error *err)
{
	scoped(headers_done) struct headers headers = { 0 };
	struct attempt *attempt = &call->attempt;

	/* These values apply until the request is sent. */
	*attempt = (struct attempt){
		.number = attempt->number + 1, .unsent = true, .retry_after = -1
	};
	/* The time is checked again, since making a credential takes time too. */
	if (!check_time(client, call, err) || !make_headers(client, call, &headers, err) ||
		!check_time(client, call, err))
		return false;
	bool ok = exchange(client, call, &headers, reply, err);
	call->maybe_done |= reply->repeated;
	attempt->status = ok ? reply->status : 0;
	attempt->unsent = !ok && reply->unsent;
	attempt->hopeless = !ok && (reply->hopeless || (err->kind != ERROR_TRANSPORT &&
							       err->kind != ERROR_UNAVAILABLE));
	attempt->throttled = ok && reply_throttled(call->request, reply);
	attempt->retry_after = ok ? reply->retry_after : -1;
	return ok;
}

bool call_is_success(const struct call *call)
{
	const struct attempt *attempt = &call->attempt;

	/* A 404 means that an earlier try deleted the thing. */
	if (attempt->status == 404 && call->maybe_done && !strcmp(call->request->method, "DELETE"))
		return true;
	return attempt->status >= 200 && attempt->status < 300;
}

/* A token that this process requested may have been revoked. Another one is requested, once. */
static bool can_mint_again(const struct client *client, const struct call *call)
{
	return call->attempt.status == 401 && client->credential.minted && !call->minted_again;
}

bool call_send(
	struct call *call, struct client *client, struct http_reply *reply, struct error *err)
{
	for (;;) {
		bool answered = try_once(client, call, reply, err);
		if (answered && can_mint_again(client, call)) {
			call->minted_again = true;
			text_clear(&client->credential.value);
			continue;
		}
		if (call_is_success(call))
			return answered;
		call->next = retry_decide(call->request->retry, &call->attempt,
			retry_time_left(client, call), random_fraction());
		if (call->next.verdict != RETRY_AGAIN)
			return answered;
		interrupt_wait(call->next.wait);
		if (interrupted()) {
			/* If the signal stopped the exchange itself, err says so already. */
			call->stopped = answered || err->kind == ERROR_TRANSPORT;
			return answered;
		}
		/*
		 * The wait took longer than planned, and no time is left for another try. The
		 * outcome of the last try counts.
		 */
		if (retry_time_left(client, call) < RETRY_LEAST)
			return answered;
		call->repeated = true;
		call->maybe_done |= attempt_maybe_done(&call->attempt);
	}
}
