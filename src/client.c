/* SPDX-License-Identifier: Apache-2.0 */
#include "client.h"

#include "headers.h"
#include "json.h"
#include "log.h"
#include "oauth.h"
#include "redact.h"
#include "reply.h"
#include "retry.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum { CONNECT_TIMEOUT = 10 }; /* seconds */

/* What does not change from try to try of one call. */
struct call {
	const struct request *request;
	struct text url; /* with the query */
	struct text body; /* empty: none */
	struct attempt attempt;
	double began; /* on client_clock() */
	bool minted_again;
};

double client_clock(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

bool client_open(struct client *client, struct config *config, double started,
	double runner_timeout, struct error *err)
{
	struct http_options options = { .connect_timeout = CONNECT_TIMEOUT,
		.user_agent = USER_AGENT };
	double margin = runner_timeout < 10 ? runner_timeout / 5 : 2;

	*client = (struct client){
		.config = config,
		.end = runner_timeout > 0 ? started + runner_timeout - margin : 0,
		.try_timeout = config_seconds(config, CONFIG_TIMEOUT),
		.retry_time = config_seconds(config, CONFIG_MAX_RETRY_TIME),
		.credential = TEXT_SECRET(TEXT_ANY),
	};
	if (!config_text(config, CONFIG_PROXY, &options.proxy, err) ||
		!config_text(config, CONFIG_CA_FILE, &options.ca_file, err))
		return false;
	client->http = http_open(&options, err);
	return client->http != NULL;
}

void client_done(struct client *client)
{
	text_done(&client->credential);
	http_free(client->http);
	client->http = NULL;
}

/* Seconds until the answer must be out. */
static double time_left(const struct client *client)
{
	return client->end > 0 ? client->end - client_clock() : 1e9;
}

/* Seconds left for further tries of a call. */
static double retry_time_left(const struct client *client, const struct call *call)
{
	double own = call->began + client->retry_time - client_clock();
	double left = time_left(client);

	return own < left ? own : left;
}

/* Seconds that the next try may take. The first may use its whole time, whatever max_retry_time says. */
static double try_time(const struct client *client, const struct call *call)
{
	double left = call->attempt.number > 1 ? retry_time_left(client, call) : time_left(client);

	return client->try_timeout < left ? client->try_timeout : left;
}

static bool make_credential(struct client *client, double timeout, struct error *err)
{
	scoped(text_done) struct text token = TEXT_SECRET(TEXT_ANY);
	const char *api_key, *oauth_token;
	bool oauth = false;
	bool ok = true;

	if (client->credential.len)
		return true;
	if (!config_text(client->config, CONFIG_API_KEY, &api_key, err) ||
		!config_text(client->config, CONFIG_OAUTH_TOKEN, &oauth_token, err) ||
		!oauth_configured(client->config, &oauth, err))
		return false;
	if (api_key)
		return text_addf(&client->credential, "Token token=%s", api_key) ||
		       error_memory(err);
	if (oauth_token)
		return text_addf(&client->credential, "Bearer %s", oauth_token) ||
		       error_memory(err);
	if (!oauth)
		return error_set(err, ERROR_CONFIG, 0,
			"no API key: set api_key (PagerDuty: Integrations, API Access Keys) in %s",
			config_source(client->config));
	ok = oauth_mint(client->http, client->config, timeout, &token, err) &&
	     (text_addf(&client->credential, "Bearer %s", token.data) || error_memory(err));
	client->minted = ok;
	return ok;
}

/* Waits, but not on after a signal: sleeping in slices closes the gap between the look and the sleep. */
static void wait_for(double seconds)
{
	const struct timespec slice = { 0, 100 * 1000 * 1000 };
	double end = client_clock() + seconds;

	while (!http_interrupted() && client_clock() + 0.1 < end)
		(void)nanosleep(&slice, NULL);
	double rest = end - client_clock();
	if (!http_interrupted() && rest > 0)
		(void)nanosleep(&(struct timespec){ 0, (long)(rest * 1e9) }, NULL);
}

/* A number in [0, 1). */
static double chance(void)
{
	unsigned short bits = 0;

	if (getrandom(&bits, sizeof(bits), 0) != (ssize_t)sizeof(bits))
		return 0.5;
	return bits / 65536.0;
}

/* One try: sends the request and takes down how it ended. */
static bool try_once(
	struct client *client, struct call *call, struct http_reply *reply, struct error *err)
{
	scoped(headers_done) struct headers headers = { .lines = TEXT(TEXT_ANY) };
	const struct request *request = call->request;
	bool unsafe = request->retry == RETRY_UNSENT;
	double timeout = try_time(client, call);

	call->attempt = (struct attempt){
		.number = call->attempt.number, .unsent = true, .retry_after = -1
	};
	if (request->operation->host == HOST_REST && !make_credential(client, timeout, err))
		return false;
	if (!headers_build(&headers, request, text_string(&client->credential)))
		return error_memory(err);
	const struct http_request sent = {
		.method = request->method,
		.url = call->url.data,
		.headers = headers.list,
		.body = call->body.data,
		.body_len = call->body.len,
		.timeout = timeout > 0 ? timeout : 0.001,
		.fresh = unsafe && strcmp(request->method, "GET") != 0,
	};
	double before = client_clock();
	client->attempts++;
	bool ok = http_send(client->http, &sent, reply, err);
	log_debug("%s %s %ld request_id=%s %.0f ms try %u", request->method,
		text_string(&request->url), reply->status,
		*reply->request_id ? reply->request_id : "none", (client_clock() - before) * 1000,
		call->attempt.number);
	call->attempt.status = ok ? reply->status : 0;
	call->attempt.unsent = !ok && reply->unsent;
	call->attempt.hopeless = !ok && reply->hopeless;
	call->attempt.throttled = ok && reply_throttled(request, reply->status);
	call->attempt.retry_after = ok ? reply->retry_after : -1;
	return ok;
}

static bool is_success(const struct call *call)
{
	const struct attempt *attempt = &call->attempt;

	/* The try before may have deleted it without our hearing of it. */
	if (attempt->status == 404 && attempt->number > 1 &&
		!strcmp(call->request->method, "DELETE"))
		return true;
	return attempt->status >= 200 && attempt->status < 300;
}

/* A token that was minted for this process may have been revoked meanwhile: once, another is made. */
static bool can_mint_again(const struct client *client, const struct call *call)
{
	return call->attempt.status == 401 && client->minted && !call->minted_again;
}

/* Completes the error of the last try. */
static bool conclude(
	struct client *client, struct call *call, const struct http_reply *reply, struct error *err)
{
	const struct attempt *attempt = &call->attempt;

	if (attempt->status)
		(void)reply_error(call->request, reply, err);
	else if (err->kind == ERROR_TRANSPORT)
		err->retryable = !attempt->hopeless && retry_allowed(call->request->retry, attempt);
	err->attempts = client->attempts;
	err->elapsed = client_clock() - client->started;
	if (attempt->retry_after > 0 && attempt->retry_after > retry_time_left(client, call) &&
		retry_allowed(call->request->retry, attempt))
		(void)error_append(err,
			"; PagerDuty asks to wait %.0f s, which is longer than there is time",
			attempt->retry_after);
	if (attempt->number > 1)
		(void)error_append(err, " (after %u tries in %.1f s)", attempt->number,
			client_clock() - call->began);
	else if (!attempt->status && !attempt->unsent && call->request->retry == RETRY_UNSENT)
		(void)error_append(
			err, "; it may have been done all the same, so it was not sent again");
	return false;
}

/* An incident with our key is open already: then an earlier try of ours opened it, without our hearing of it. */
static bool is_own_duplicate(const struct call *call)
{
	const struct request *request = call->request;

	return call->attempt.status == 400 && call->attempt.number > 1 && request->key &&
	       request->key_name && !strcmp(request->key_name, "incident_key") &&
	       request->operation->host == HOST_REST && !strcmp(request->method, "POST");
}

static bool prepare(
	struct call *call, const struct request *request, const char *paging, struct error *err)
{
	const char *query = text_string(&request->query);

	*call = (struct call){ .request = request,
		.url = TEXT(TEXT_ANY),
		/* The body of an event holds its key. */
		.body = TEXT_SECRET(TEXT_ANY),
		.began = client_clock() };
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

/* Sends until there is an answer to keep. Success is a reply of whatever status. */
static bool send_until_answered(
	struct client *client, struct call *call, struct http_reply *reply, struct error *err)
{
	for (;;) {
		call->attempt.number++;
		bool answered = try_once(client, call, reply, err);
		if (!answered && err->kind != ERROR_TRANSPORT)
			return false;
		if (answered && is_success(call))
			return true;
		if (http_interrupted())
			return error_set(err, ERROR_UNAVAILABLE, 0,
				"stopped by a signal before PagerDuty answered");
		if (answered && can_mint_again(client, call)) {
			call->minted_again = true;
			text_clear(&client->credential);
			continue;
		}
		double wait = retry_wait(call->request->retry, &call->attempt,
			retry_time_left(client, call), chance());
		if (wait < 0)
			return answered;
		wait_for(wait);
		if (http_interrupted())
			return error_set(err, ERROR_UNAVAILABLE, 0,
				"stopped by a signal before PagerDuty answered");
	}
}

/* Finds the open incident with our key, and makes the reply what it would have been: {"incident": {...}}. */
static bool look_up_own(struct client *client, const struct request *request,
	struct http_reply *reply, struct error *err)
{
	static const struct operation find = { .name = "incident.find",
		.method = "GET",
		.path = "/incidents",
		.host = HOST_REST,
		.result = RESULT_LIST,
		.member = "incidents",
		.retry = RETRY_SAFE };
	struct request look_up = { .operation = &find,
		.method = "GET",
		.url = TEXT(TEXT_ANY),
		.query = TEXT(TEXT_ANY),
		.from = TEXT(TEXT_ANY),
		.retry = RETRY_SAFE };
	scoped(json_put_at) struct json_object *list = NULL;
	scoped(json_put_at) struct json_object *wrapped = json_object_new_object();

	(void)text_add(&look_up.url, text_string(&request->url));
	(void)text_add(
		&look_up.query, "statuses[]=triggered&statuses[]=acknowledged&incident_key=");
	(void)text_add_encoded(&look_up.query, request->key, strlen(request->key));
	bool ok = client_call(client, &look_up, NULL, reply, err) &&
		  json_read(text_string(&reply->body), reply->body.len, JSON_DEPTH_REPLY,
			  "PagerDuty's answer", ERROR_REPLY, &list, err);
	request_done(&look_up);
	if (!ok)
		return false;
	struct json_object *found = json_object_array_get_idx(json_member(list, "incidents"), 0);
	if (!found)
		return error_set(err, ERROR_REFUSED, 400,
			"PagerDuty refused a second incident with the key \"%s\", but shows no "
			"open one",
			request->key);
	text_clear(&reply->body);
	return (json_add(wrapped, "incident", json_object_get(found)) &&
		       json_print(&reply->body, wrapped)) ||
	       error_memory(err);
}

bool client_call(struct client *client, const struct request *request, const char *paging,
	struct http_reply *reply, struct error *err)
{
	scoped(call_done) struct call call;

	if (!prepare(&call, request, paging, err))
		return false;
	if (!client->attempts)
		client->started = call.began;
	bool answered = send_until_answered(client, &call, reply, err);
	if (answered && is_success(&call))
		return true;
	(void)conclude(client, &call, reply, err);
	if (!answered || !is_own_duplicate(&call))
		return false;
	/* Where there is none, the refusal was about something else, and stands. */
	struct error none = { 0 };
	if (!look_up_own(client, request, reply, &none))
		return false;
	*err = none;
	return true;
}
