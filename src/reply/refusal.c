/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of reply/reply.h about refusals; reply.c has those about successes. */
#include "reply/reply.h"

#include "action/code.h"
#include "base/redact.h"
#include "base/utf8.h"
#include "http/status.h"
#include "reply/status_words.h"
#include "json/json.h"
#include "json/read.h"
#include "json/repair.h"

#include <string.h>

enum { QUOTED = 200 }; /* characters of a body that is not JSON */

bool reply_is_html(const struct http_reply *reply)
{
	const char *text = text_string(&reply->body);

	/* A byte order mark may be in front. */
	if (!strncmp(text, "\xef\xbb\xbf", 3))
		text += 3;
	return strcasestr(reply->content_type, "html") || text[strspn(text, " \t\r\n\v\f")] == '<';
}

bool reply_throttled(const struct request *request, const struct http_reply *reply)
{
	long status = reply->status;

	/* PagerDuty's answer while another change of the account is being made. */
	if (status == 400)
		return strcasestr(text_string(&reply->body), "account could not be locked");
	return status == 429 || (status && status == request->operation->throttle);
}

/*
 * Hints for operators, by HTTP status and by PagerDuty's own code (action/code.h) if it is not 0.
 */
static const struct {
	long status, code;
	const char *hint;
} hints[] = {
	{ 400, CODE_REQUESTER_MISSING,
		"give from_email, the e-mail address of a user of this PagerDuty account" },
	{ 402, 0, "the PagerDuty account lacks the ability that this needs" },
	{ 404, 0, "check the id: what it names must exist in the PagerDuty account of this key" },
	{ 403, 0,
		"the key or token may not do this: a read-only key, or a scope that the token lacks" },
};

/*
 * Adds which key an event needs, because a key of the REST API looks similar, and where the key was
 * found. Events from the queue have no such place.
 */
static void add_key_hint(const struct request *request, struct error *err)
{
	const struct events_api *api = request->operation->api;
	const char *key = api ? json_string(request->body, api->key) : NULL;

	if (!api || !(strcasestr(err->text, "key") || err->code == 401))
		return;
	(void)error_append(err,
		"; %s must be the integration key of a service for Events API v%d, of 32 characters%s",
		api->key, api->version,
		!key || strlen(key) == 32
			? ""
			: ": what was sent has another length, as a key of the REST API has");
	if (request->key_origin.len)
		(void)error_append(err, "; it came from %s", text_string(&request->key_origin));
}

/* Returns whether the path names a thing, and not a list. */
static bool names_one(const struct request *request)
{
	const char *id = strchr(request->operation->path, '{');

	/* A path that the caller gave may be either. */
	return id && id[1] != '+';
}

/* Adds the hints of the row. */
static void add_own_hint(const struct hint *hint, long status, struct error *err)
{
	for (; hint && hint->text; hint++) {
		if ((hint->status && hint->status != status) ||
			(hint->says && !strcasestr(err->text, hint->says)))
			continue;
		(void)error_append(err, "; %s", hint->text);
		break;
	}
}

static void add_hint(
	const struct request *request, const struct http_reply *reply, struct error *err)
{
	long status = reply->status;

	/*
	 * An HTML page comes from a proxy or gateway, and does not say whether the request is
	 * wrong.
	 */
	if (reply_is_html(reply))
		return;
	if (err->detail == CODE_REQUESTER_NOT_FOUND && request->from.len)
		(void)error_append(err,
			"; the From address, %s (%s), must be that of a user of this PagerDuty account",
			text_string(&request->from), request->from_origin);
	if (request->operation->host == HOST_EVENTS && (status == 400 || status == 401))
		add_key_hint(request, err);
	for (size_t i = 0; i < COUNT(hints); i++) {
		if (hints[i].status != status || (hints[i].code && hints[i].code != err->detail))
			continue;
		if (request->operation->host == HOST_REST && (status != 404 || names_one(request)))
			(void)error_append(err, "; %s", hints[i].hint);
		break;
	}
	add_own_hint(request->operation->hints, status, err);
}

static void add_problem_value(struct error *err, const char *name, struct json_object *value)
{
	scoped(text_done) struct text printed = TEXT(TEXT_ANY);

	if (json_object_is_type(value, json_type_string))
		(void)text_add(&printed, json_object_get_string(value));
	else if (!json_print(&printed, value))
		return;
	error_add_problem(err, "%s%s%s", name ? name : "", name ? ": " : "", text_string(&printed));
}

static void add_problem_list(struct error *err, const char *name, struct json_object *value)
{
	if (!json_object_is_type(value, json_type_array)) {
		add_problem_value(err, name, value);
		return;
	}
	for (size_t i = 0; i < json_object_array_length(value); i++)
		add_problem_value(err, name, json_object_array_get_idx(value, i));
}

/*
 * "errors" may be an array of strings, a string, or a map from a field to either. PagerDuty sends
 * all of these.
 */
static void add_problems(struct error *err, struct json_object *errors)
{
	if (!errors)
		return;
	if (!json_object_is_type(errors, json_type_object)) {
		add_problem_list(err, NULL, errors);
		return;
	}
	json_object_object_foreach(errors, name, value) add_problem_list(err, name, value);
}

static long code_of(struct json_object *object)
{
	struct json_object *code = json_member(object, "code");

	return json_object_is_type(code, json_type_int) ? (long)json_object_get_int64(code) : 0;
}

/*
 * Reads an error body: {"error": {...}}, {"error": [...]}, {"error": "..."}, "...", or the members
 * at the top level (Events API). Returns PagerDuty's message, borrowed from body, or NULL.
 */
static const char *read_body(struct json_object *body, struct error *err)
{
	struct json_object *inner =
		json_object_is_type(body, json_type_string) ? body : json_member(body, "error");

	if (json_object_is_type(inner, json_type_string))
		return json_object_get_string(inner);
	if (json_object_is_type(inner, json_type_array)) {
		add_problems(err, inner);
		return NULL;
	}
	if (!json_object_is_type(inner, json_type_object))
		inner = body;
	err->detail = code_of(inner);
	add_problems(err, json_member(inner, "errors"));
	return json_string(inner, "message");
}

/* Quotes the beginning of a body that is not JSON. */
static void quote_body(const struct http_reply *reply, char *text, struct error *err)
{
	if (reply_is_html(reply)) {
		(void)error_append(err, ": " REPLY_HTML_PAGE);
		return;
	}
	text[utf8_cut_characters(text, strlen(text), QUOTED)] = '\0';
	/*
	 * Redact before adding more text: redact() finds a part of a secret only at the end of a
	 * text.
	 */
	redact(text);
	(void)error_append(err, "%s%s", *text ? ": " : "", text);
}

void reply_describe(const struct http_reply *reply, struct error *err)
{
	scoped(json_put_at) struct json_object *body = NULL;
	const char *text = text_string(&reply->body);
	/*
	 * Work on a copy, because the reply belongs to the caller. Bytes that are not UTF-8 must
	 * not hide the message.
	 */
	scoped(text_done) struct text mended = TEXT(TEXT_ANY);

	if (!text_add_bytes(&mended, text, reply->body.len) || !json_repair(&mended))
		return;
	if (!json_read_reply(text_string(&mended), mended.len, &body, NULL)) {
		if (mended.len)
			quote_body(reply, mended.data, err);
		return;
	}
	struct problems own;
	bool lent = error_lend(err, &own);
	const char *message = read_body(body, err);
	const char *first = error_next_problem(err, NULL);
	if (message)
		(void)error_append(err, ": %s", message);
	if (err->detail)
		(void)error_append(err, " (code %ld)", err->detail);
	for (const char *problem = first; problem; problem = error_next_problem(err, problem))
		(void)error_append(err, "%s%s", problem == first ? ": " : "; ", problem);
	if (lent)
		err->problems = NULL;
}

void reply_error(const struct request *request, const struct http_reply *reply, struct error *err)
{
	long status = reply->status;
	bool busy = reply_throttled(request, reply) || status == 408 || status >= 500;
	const char *words = status_words(status);

	if (err->problems)
		err->problems->len = err->problems->dropped = 0;
	err->detail = 0;
	(void)error_set(err, busy ? ERROR_UNAVAILABLE : ERROR_REFUSED, status,
		"PagerDuty answered %ld%s%s", status, *words ? " " : "", words);
	if (status >= 300 && status < 400)
		(void)error_append(err,
			": a redirect %s%s, which is not followed: check api_url and events_url",
			*reply->location ? "to " : "without an address", reply->location);
	else
		reply_describe(reply, err);
	add_hint(request, reply, err);
	/* Not every ERROR_UNAVAILABLE may succeed later: 501 does not. */
	err->retryable = reply_throttled(request, reply) ||
			 (http_status_passes(status) && request->retry != RETRY_UNSENT);
}
