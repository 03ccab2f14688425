/* SPDX-License-Identifier: Apache-2.0 */
#include "client/client.h"

#include "base/clock.h"
#include "base/interrupt.h"
#include "base/log.h"
#include "client/recover.h"
#include "client/retry.h"
#include "config/explain.h"
#include "reply/reply.h"
#include "request/headers.h"
#include "json/json.h"

#include <string.h>
#include <sys/random.h>

enum { CONNECT_TIMEOUT = 10 }; /* seconds */

/* What is the same for all tries of a call. */
struct call {
	const struct request *request;
	struct text url; /* the URL with its query */
	struct text body; /* empty: none */
	struct attempt attempt;
	double began; /* on clock_now() */
	/* an earlier try was made; a try that got a 401 for an old token does not count */
	bool repeated;
	bool maybe_done; /* an earlier try may have been carried out, and its answer was lost */
	bool minted_again;
	struct retry next; /* what to do after the last try */
	bool stopped; /* a signal prevented another try */
};

bool client_open(struct client *client, struct config *config, double end, struct error *err)
{
	const struct http_options options = {
		.connect_timeout = CONNECT_TIMEOUT,
		.proxy = config_text(config, CONFIG_PROXY),
		.ca_file = config_text(config, CONFIG_CA_FILE),
	};

	*client = (struct client){
		.config = config,
		.retry_after = -1,
		.end = end,
		.try_timeout = config_seconds(config, CONFIG_TIMEOUT),
		.retry_time = config_seconds(config, CONFIG_MAX_RETRY_TIME),
		.credential = CREDENTIAL,
	};
	client->http = http_open(&options, err);
	return client->http != NULL;
}

void client_done(struct client *client)
{
	credential_done(&client->credential);
	http_free(client->http);
	client->http = NULL;
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

/* Returns a random number in [0, 1). */
static double random_fraction(void)
{
	unsigned short bits = 0;

	if (getrandom(&bits, sizeof(bits), 0) != (ssize_t)sizeof(bits))
		return 0.5;
	return bits / 65536.0;
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

static bool is_success(const struct call *call)
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

/* Adds that an integration key was used as API key, and where it was set. */
static void add_wrong_key(const struct config *config, struct error *err)
{
	scoped(text_done) struct text origin = TEXT(TEXT_ANY);

	(void)config_add_origin(config, CONFIG_API_KEY, NULL, &origin);
	(void)error_append(err,
		"; what is set has the 32 characters of an integration key, and an API access key is wanted, of 20; it came from %s",
		text_string(&origin));
}

/* Adds what is known about the call but is not in a reply. */
static void add_circumstances(struct client *client, const struct call *call,
	const struct http_reply *reply, struct error *err)
{
	const struct attempt *attempt = &call->attempt;
	const struct credential *credential = &client->credential;

	if (attempt->status == 401 && call->request->operation->host == HOST_REST &&
		!reply_is_html(reply))
		(void)error_append(err,
			"; check %s, and region: an account in the EU service region is unknown in the US one, and the other way round",
			credential->origin);
	if (attempt->status == 401 &&
		!strcmp(credential->origin ? credential->origin : "", "api_key") &&
		credential->value.len == strlen("Token token=") + 32)
		add_wrong_key(client->config, err);
	if (attempt->status == 403 && credential->minted && credential->missing.len)
		(void)error_append(err, "; PagerDuty granted the token without %s",
			text_string(&credential->missing));
	if (call->next.verdict == RETRY_TOO_LONG)
		(void)error_append(err,
			"; PagerDuty asks to wait %.0f s, which is longer than the time that is left",
			attempt->retry_after);
	if (call->repeated)
		(void)error_append(err, " (after %u tries in %.1f s)", attempt->number,
			clock_now() - call->began);
	if (call->next.verdict == RETRY_DOUBTFUL) {
		err->says_doubt = true;
		(void)error_append(
			err, "; it may have been done all the same, so it was not sent again");
	}
}

/* Completes the error of the last try. */
static void complete_error(
	struct client *client, struct call *call, const struct http_reply *reply, struct error *err)
{
	const struct attempt *attempt = &call->attempt;

	if (attempt->status) {
		reply_error(call->request, reply, err);
		(void)client_refuse_reply(client, reply, err);
	} else {
		/* The status may be that of the identity service. */
		long status = err->kind == ERROR_TRANSPORT ? 0 : err->code;

		if (err->kind == ERROR_TRANSPORT || err->kind == ERROR_UNAVAILABLE)
			err->retryable |= retry_may_help(&call->next);
		client_take_found(client, &(struct found){ .status = status }, err);
		client_add_effort(client, err);
	}
	add_circumstances(client, call, reply, err);
	if (call->stopped) {
		err->kind = ERROR_UNAVAILABLE;
		(void)error_wrap(err, "stopped by a signal before another try: ");
	}
}

/* Returns whether the address is below the configured one: the credential is sent to no other. */
static bool check_address(
	const struct client *client, const struct request *request, struct error *err)
{
	enum config_key key =
		request->operation->host == HOST_EVENTS ? CONFIG_EVENTS_URL : CONFIG_API_URL;
	const char *url = text_string(&request->url);
	const char *base = config_text(client->config, key);
	size_t len = strlen(base);

	return (!strncmp(url, base, len) && url[len] == '/') ||
	       error_set(err, ERROR_INTERNAL, 0, "the address asked for is not below %s", base);
}

static bool prepare(
	struct call *call, const struct request *request, const char *paging, struct error *err)
{
	const char *query = text_string(&request->query);

	*call = (struct call){ .request = request,
		.url = TEXT(TEXT_ANY),
		/* The body of an event contains its key, so it has no credential. */
		.body = TEXT_SECRET(TEXT_ANY),
		.began = clock_now() };
	(void)text_add(&call->url, text_string(&request->url));
	if (*query || paging)
		(void)text_addf(&call->url, "?%s%s%s", query, *query && paging ? "&" : "",
			paging ? paging : "");
	if (call->url.failed || (request->body && !json_print(&call->body, request->body)))
		return error_memory(err);
	return true;
}

static void call_done(struct call *call)
{
	text_done(&call->body);
	text_done(&call->url);
}

/* Sends until there is a final answer, whatever its status. */
static bool send_until_answered(
	struct client *client, struct call *call, struct http_reply *reply, struct error *err)
{
	for (;;) {
		bool answered = try_once(client, call, reply, err);
		if (answered && can_mint_again(client, call)) {
			call->minted_again = true;
			text_clear(&client->credential.value);
			continue;
		}
		if (is_success(call))
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

static bool call_within(struct client *client, const struct request *request, const char *paging,
	double began, bool *out_maybe_done, struct http_reply *reply, struct error *err)
{
	scoped(call_done) struct call call;

	if (!prepare(&call, request, paging, err) || !check_address(client, request, err))
		return false;
	call.began = began;
	bool ok = send_until_answered(client, &call, reply, err) && is_success(&call);
	if (!ok)
		complete_error(client, &call, reply, err);
	client->maybe_heard = call.maybe_done || attempt_maybe_done(&call.attempt);
	client->maybe_heard_before = call.maybe_done;
	client->maybe_changed |= client->maybe_heard && request_changes(request);
	client->retry_after = call.attempt.retry_after;
	/* The 404 means "deleted", so its body is not a result. */
	if (ok && reply->status == 404) {
		reply->status = 204;
		text_clear(&reply->body);
	}
	*out_maybe_done = call.maybe_done;
	return ok;
}

/*
 * Finds out what an earlier try did. If it did nothing, the refusal in reply has another reason and
 * is kept.
 */
static bool find_done(struct client *client, const struct request *request, double began,
	struct http_reply *reply)
{
	/* Returns when the call began by PagerDuty's clock, which sets the times of new things. */
	double began_there = reply->date < 0 ? -1 : reply->date - (clock_now() - began);
	scoped(request_done) struct request find;
	const struct found refusal = client->found;
	struct error none = { 0 };
	bool maybe_done;

	bool ok = recover_build(&find, request) &&
		  call_within(client, &find, NULL, began, &maybe_done, reply, &none) &&
		  recover_take(request, began_there, reply);
	client->found = refusal;
	return ok;
}

bool client_call(struct client *client, const struct request *request, const char *paging,
	struct http_reply *reply, struct error *err)
{
	double began = clock_now();
	bool maybe_done = false;

	if (!client->attempts)
		client->started = began;
	if (call_within(client, request, paging, began, &maybe_done, reply, err))
		return true;
	if (!maybe_done || !recover_is_refused(request, err))
		return false;
	if (find_done(client, request, began, reply)) {
		error_clear(err);
		return true;
	}
	/* These values are about the refused call, not about the look-up. */
	client->maybe_heard = client->maybe_heard_before = true;
	return false;
}
