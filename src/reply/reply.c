/* SPDX-License-Identifier: Apache-2.0 */
#include "reply/reply.h"

#include "base/redact.h"
#include "base/utf8.h"
#include "http/status.h"
#include "reply/items.h"
#include "reply/status_words.h"
#include "json/json.h"
#include "json/read.h"
#include "json/repair.h"
#include "json/scan.h"

#include <stdio.h>
#include <string.h>

enum { QUOTED = 200 }; /* characters of a body that is no JSON */

bool reply_is_html(const struct http_reply *reply)
{
	return strcasestr(reply->content_type, "html") || *text_string(&reply->body) == '<';
}

/* Makes the body well formed and finds the document in it. */
static bool read_document(struct http_reply *reply, struct span *out, struct error *err)
{
	size_t at;

	if (!mend(&reply->body))
		return error_memory(err);
	if (!reply->body.len)
		return error_set(err, ERROR_REPLY, 0,
			"PagerDuty answered %ld with an empty body where a document should be",
			reply->status);
	if (scan_document(reply->body.data, reply->body.len, JSON_DEPTH_REPLY, out, &at))
		return true;
	if (reply_is_html(reply))
		return error_set(err, ERROR_REPLY, 0,
			"the answer (%ld) is an HTML page, not PagerDuty's JSON: something between here and PagerDuty, such as a proxy, answered",
			reply->status);
	return error_set(err, ERROR_REPLY, 0,
		"PagerDuty's answer (%ld) is not JSON, at byte %zu of %zu", reply->status, at,
		reply->body.len);
}

/* Adds a member to an object that is open at its end, unless the document has it. */
static void add_key(struct span document, const char *name, const char *key, struct text *out)
{
	struct span first, value;
	size_t at = 0;
	bool empty = !span_next_member(document, &at, &first, &value);

	if (span_member(document, name).start)
		return;
	(void)text_addf(out, "%s\"%s\":", empty && out->data[out->len - 1] == '{' ? "" : ",", name);
	(void)text_add_quoted(out, key, strlen(key));
}

/* The caller must learn the key, also where PagerDuty does not say it again, or by another name. */
static bool add_whole(const struct request *request, struct span document, struct text *out)
{
	const char *own = request->key_name, *sent = request->operation->key;

	if (!own || span_kind(document) != '{')
		return text_add_bytes(out, document.start, document.len);
	if (!text_add_bytes(out, document.start, document.len - 1))
		return false;
	if (sent && strcmp(sent, own) != 0)
		add_key(document, sent, request->key, out);
	add_key(document, own, request->key, out);
	return text_add(out, "}");
}

bool reply_throttled(const struct request *request, long status)
{
	return status == 429 || (status && status == request->operation->throttle);
}

/* What helps an operator, by status and, where it is not 0, PagerDuty's own code (REST-API/14-Errors). */
static const struct {
	long status, code;
	const char *hint;
} hints[] = {
	{ 400, 2016, "give from_email, the e-mail address of a user of this PagerDuty account" },
	{ 402, 0, "the PagerDuty account lacks the ability that this needs" },
	{ 404, 0, "check the id: what it names must exist in the PagerDuty account of this key" },
	{ 403, 0,
		"the key or token may not do this: a read-only key, or a scope that the token lacks" },
};

/* Whether the path names a thing, and not a list of them. */
static bool names_one(const struct request *request)
{
	const char *id = strchr(request->operation->path, '{');

	/* A path of the caller's own may be either. */
	return id && id[1] != '+';
}

enum { NO_SUCH_REQUESTER = 1008 };

static void add_hint(
	const struct request *request, const struct http_reply *reply, struct error *err)
{
	long status = reply->status;

	/* What something in between says is not about the request. */
	if (reply_is_html(reply))
		return;
	if (err->pagerduty_code == NO_SUCH_REQUESTER && request->from.len)
		(void)error_append(err,
			"; the From address, %s (%s), must be that of a user of this PagerDuty account",
			text_string(&request->from), request->from_origin);
	for (size_t i = 0; i < COUNT(hints); i++) {
		if (hints[i].status != status ||
			(hints[i].code && hints[i].code != err->pagerduty_code))
			continue;
		if (request->operation->host == HOST_REST && (status != 404 || names_one(request)))
			(void)error_append(err, "; %s", hints[i].hint);
		break;
	}
	if (strncmp(request->operation->path, "/schedules/", 11) != 0)
		return;
	if (status == 404 || strcasestr(err->text, "v3"))
		(void)error_append(err,
			"; a shift-based schedule lives at /v3/schedules, which rest.request can ask");
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

/* "errors" is an array of strings, a string, or a map from a field to either (all seen in the wild). */
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
 * Reads what an error body says: {"error": {...}}, {"error": [...]}, {"error": "..."}, "...", or
 * the members themselves at the top (Events API). Returns PagerDuty's message, borrowed from
 * body, or NULL.
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
	err->pagerduty_code = code_of(inner);
	add_problems(err, json_member(inner, "errors"));
	return json_string(inner, "message");
}

/* What a body that is no JSON says: little is known of it, so not much of it is shown. */
static void quote_body(const struct http_reply *reply, char *text, struct error *err)
{
	if (reply_is_html(reply)) {
		(void)error_append(err, ": " REPLY_HTML_PAGE);
		return;
	}
	text[utf8_cut_characters(text, strlen(text), QUOTED)] = '\0';
	/* Before anything is written behind what may be cut. */
	redact(text);
	(void)error_append(err, "%s%s", *text ? ": " : "", text);
}

/* What the body says in words, or what it is when it says nothing. */
static void describe_body(const struct http_reply *reply, struct error *err)
{
	scoped(json_put_at) struct json_object *body = NULL;
	const char *text = text_string(&reply->body);
	/* The reply is not ours to change, and what it says counts more than how it is encoded. */
	scoped(text_done) struct text mended = TEXT(TEXT_ANY);

	if (!text_add_bytes(&mended, text, reply->body.len) || !mend(&mended))
		return;
	if (!json_read_reply(text_string(&mended), mended.len, &body)) {
		if (mended.len)
			quote_body(reply, mended.data, err);
		return;
	}
	const char *message = read_body(body, err);
	const char *first = error_next_problem(err, NULL);
	if (message)
		(void)error_append(err, ": %s", message);
	if (err->pagerduty_code)
		(void)error_append(err, " (code %ld)", err->pagerduty_code);
	for (const char *problem = first; problem; problem = error_next_problem(err, problem))
		(void)error_append(err, "%s%s", problem == first ? ": " : "; ", problem);
}

/*
 * What all actions have in common but rest.request, which knows nothing of its endpoint: the
 * answer is an object, and no error.
 */
static bool check_answer(const struct request *request, const struct http_reply *reply,
	struct span document, struct error *err)
{
	if (!request->operation->method)
		return true;
	bool array = request->operation->result == RESULT_ARRAY;
	if (span_kind(document) != (array ? '[' : '{'))
		return error_set(err, ERROR_REPLY, 0, "PagerDuty's answer (%ld) is not %s",
			reply->status, array ? "an array" : "an object");
	char kind = span_kind(span_member(document, "error"));
	if (kind != '{' && kind != '[' && kind != '"')
		return true;
	(void)error_set(err, ERROR_REPLY, 0, "PagerDuty answered %ld with an error", reply->status);
	describe_body(reply, err);
	return false;
}

static bool read_answer(const struct request *request, struct http_reply *reply, struct span *out,
	struct error *err)
{
	return read_document(reply, out, err) && check_answer(request, reply, *out, err);
}

bool reply_check(const struct request *request, struct http_reply *reply, struct error *err)
{
	struct span document = { 0 };

	return read_answer(request, reply, &document, err);
}

static bool is_blank(const struct http_reply *reply)
{
	return strspn(text_string(&reply->body), " \t\r\n") == reply->body.len;
}

/*
 * Of an action that is said to be done without a word: nothing, or a document. A page of
 * something in between is neither.
 */
static bool check_silence(
	const struct request *request, struct http_reply *reply, struct error *err)
{
	return is_blank(reply) || reply_check(request, reply, err);
}

/* Whether rest.request was answered without content. PagerDuty does so with 200 and 202 too, but never to who reads. */
static bool is_silence(const struct request *request, const struct http_reply *reply)
{
	return !request->operation->method &&
	       (reply->status == 204 || (strcmp(request->method, "GET") != 0 && is_blank(reply)));
}

/* Events API v1 and v2 say in words that an event was taken. What is told as a page must be one. */
static bool check_event(const struct http_reply *reply, struct span document, struct error *err)
{
	struct span status = span_member(document, "status");

	if (span_is_name(status, "success", strlen("success")))
		return true;
	(void)error_set(err, ERROR_REPLY, 0, "PagerDuty answered %ld, but not with \"success\"",
		reply->status);
	describe_body(reply, err);
	return false;
}

/* Whether a value is an object with something in it. */
static bool is_thing(struct span value)
{
	struct span name, member;
	size_t at = 0;

	return span_next_member(value, &at, &name, &member);
}

static bool check_member(const struct operation *operation, const struct http_reply *reply,
	struct span member, struct error *err)
{
	bool list = operation->result == RESULT_LIST || operation->result == RESULT_WHOLE_LIST;

	if (!member.start)
		return error_set(err, ERROR_REPLY, 0,
			"there is no \"%s\" in PagerDuty's answer (%ld)", operation->member,
			reply->status);
	return (list ? span_kind(member) == '[' : is_thing(member)) ||
	       error_set(err, ERROR_REPLY, 0, "\"%s\" in PagerDuty's answer (%ld) is not %s",
		       operation->member, reply->status,
		       list ? "an array" : "an object with something in it");
}

/* An incident that was to be moved to a status must be there. */
static bool check_status(const struct request *request, const struct http_reply *reply,
	struct span incident, struct error *err)
{
	const char *wanted = json_string(json_member(request->body, "incident"), "status");
	struct span found = span_member(incident, "status");

	if (!wanted || span_kind(found) != '"' || span_is_name(found, wanted, strlen(wanted)))
		return true;
	return error_set(err, ERROR_REPLY, 0,
		"the incident in PagerDuty's answer (%ld) has the status %.*s, and not \"%s\"",
		reply->status, (int)found.len, found.start, wanted);
}

/* Adds what of a document is the result. */
static bool add_result(const struct request *request, const struct http_reply *reply,
	struct span document, struct text *out, struct error *err)
{
	const struct operation *operation = request->operation;
	struct span result = { 0 };

	if (operation->member) {
		result = span_member(document, operation->member);
		if (!check_member(operation, reply, result, err) ||
			!check_status(request, reply, result, err))
			return false;
	}
	if (operation->result == RESULT_MEMBER || operation->result == RESULT_LIST)
		return text_add_bytes(out, result.start, result.len) || error_memory(err);
	return add_whole(request, document, out) || error_memory(err);
}

bool reply_result(const struct request *request, struct http_reply *reply, struct text *out,
	struct error *err)
{
	const struct operation *operation = request->operation;
	struct span document = { 0 };

	if (operation->result == RESULT_DELETED)
		return check_silence(request, reply, err) &&
		       (text_add(out, "{\"deleted\":true}") || error_memory(err));
	if (operation->result == RESULT_SUCCESS || is_silence(request, reply))
		return check_silence(request, reply, err) &&
		       (text_add(out, "{\"success\":true}") || error_memory(err));
	if (!read_answer(request, reply, &document, err))
		return false;
	if (operation->host == HOST_EVENTS && !check_event(reply, document, err))
		return false;
	bool looks = operation->outcome ||
		     (strcmp(request->method, "GET") != 0 && request->retry != RETRY_READ);
	bool refused = looks && !items_check(request, document, err);
	struct error shape = { 0 };
	return add_result(request, reply, document, out, refused ? &shape : err) && !refused;
}

bool reply_error(const struct request *request, const struct http_reply *reply, struct error *err)
{
	long status = reply->status;
	bool busy = reply_throttled(request, status) || status == 408 || status >= 500;
	const char *words = status_words(status);

	err->problems_len = 0;
	err->problems_dropped = 0;
	err->pagerduty_code = 0;
	err->status = status;
	(void)snprintf(err->request_id, sizeof(err->request_id), "%s", reply->request_id);
	(void)error_set(err, busy ? ERROR_UNAVAILABLE : ERROR_REFUSED, status,
		"PagerDuty answered %ld%s%s", status, *words ? " " : "", words);
	if (status >= 300 && status < 400)
		(void)error_append(err,
			": a redirect %s%s, which is not followed: check api_url and events_url",
			*reply->location ? "to " : "without an address", reply->location);
	else
		describe_body(reply, err);
	add_hint(request, reply, err);
	/* Some of what counts as unavailable does not pass: 501, say. */
	err->retryable = reply_throttled(request, status) ||
			 (http_status_passes(status) && request->retry != RETRY_UNSENT);
	return false;
}
