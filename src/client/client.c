/* SPDX-License-Identifier: Apache-2.0 */
#include "client/client.h"

#include "base/clock.h"
#include "client/call.h"
#include "client/recover.h"
#include "config/explain.h"
#include "reply/reply.h"

#include <string.h>

enum { CONNECT_TIMEOUT = 10 }; /* seconds */

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
		.try_timeout = config_number(config, CONFIG_TIMEOUT),
		.retry_time = config_number(config, CONFIG_MAX_RETRY_TIME),
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

/* Refuses an address that is not below the configured one: the credential is sent to no other. */
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

static bool call_within(struct client *client, const struct request *request, const char *paging,
	double began, bool *out_maybe_done, struct http_reply *reply, struct error *err)
{
	scoped(call_done) struct call call;

	if (!call_prepare(&call, request, paging, began, err) ||
		!check_address(client, request, err))
		return false;
	bool ok = call_send(&call, client, reply, err) && call_is_success(&call);
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
