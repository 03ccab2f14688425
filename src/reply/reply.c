/* SPDX-License-Identifier: Apache-2.0 */
#include "reply/reply.h"

#include "reply/items.h"
#include "json/json.h"
#include "json/repair.h"
#include "json/scan.h"

#include <string.h>

void reply_add_fault(const struct http_reply *reply, size_t at, struct text *out)
{
	if (reply_is_html(reply))
		(void)text_add(out, "is " REPLY_HTML_PAGE);
	else
		(void)text_addf(out, "is not JSON, at byte %zu of %zu", at, reply->body.len);
}

/* Makes the body well formed, and finds the document in it. */
static bool read_document(struct http_reply *reply, struct span *out, struct error *err)
{
	scoped(text_done) struct text fault = TEXT(TEXT_ANY);
	size_t at;

	if (!json_repair(&reply->body))
		return error_memory(err);
	if (!reply->body.len)
		return error_set(err, ERROR_REPLY, 0,
			"PagerDuty answered %ld with an empty body where a document should be",
			reply->status);
	if (scan_document(reply->body.data, reply->body.len, JSON_DEPTH_REPLY, out, &at))
		return true;
	reply_add_fault(reply, at, &fault);
	return error_set(err, ERROR_REPLY, 0, "%s (%ld) %s",
		reply_is_html(reply) ? "the answer" : "PagerDuty's answer", reply->status,
		text_string(&fault));
}

/*
 * Adds a member to the text of an object without its closing brace, unless the document has the
 * member.
 */
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

/*
 * Adds the de-duplication key to the result. The caller needs it even if PagerDuty does not repeat
 * it, or repeats it under another name.
 */
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

/*
 * Checks that the answer is an object without an error. rest.request skips this, because it knows
 * nothing about its endpoint.
 */
static bool check_answer(const struct request *request, const struct http_reply *reply,
	struct span document, struct error *err)
{
	if (!request->operation->method)
		return true;
	bool array = request->operation->result == RESULT_WHOLE_LIST && !request->member;
	if (span_kind(document) != (array ? '[' : '{'))
		return error_set(err, ERROR_REPLY, 0, "PagerDuty's answer (%ld) is not %s",
			reply->status, array ? "an array" : "an object");
	char kind = span_kind(span_member(document, "error"));
	if (kind != '{' && kind != '[' && kind != '"')
		return true;
	(void)error_set(err, ERROR_REPLY, 0, "PagerDuty answered %ld with an error", reply->status);
	reply_describe(reply, err);
	return false;
}

bool reply_read(const struct request *request, struct http_reply *reply, struct span *out,
	struct error *err)
{
	return read_document(reply, out, err) && check_answer(request, reply, *out, err);
}

bool reply_check(const struct request *request, struct http_reply *reply, struct error *err)
{
	struct span document = { 0 };

	return reply_read(request, reply, &document, err);
}

static bool is_blank(const struct http_reply *reply)
{
	return strspn(text_string(&reply->body), " \t\r\n") == reply->body.len;
}

/*
 * For an action that PagerDuty answers with an empty body: accepts an empty body or a JSON
 * document, but not an HTML page of a proxy.
 */
static bool check_silence(
	const struct request *request, struct http_reply *reply, struct error *err)
{
	return is_blank(reply) || reply_check(request, reply, err);
}

/*
 * Returns whether rest.request got an empty answer. PagerDuty sends empty answers also with 200 and
 * 202, but never to a GET.
 */
static bool is_silence(const struct request *request, const struct http_reply *reply)
{
	return !request->operation->method &&
	       (reply->status == 204 || (strcmp(request->method, "GET") != 0 && is_blank(reply)));
}

/*
 * Checks that Events API v1 or v2 confirmed an event in words. Without them nobody was paged, and
 * the action must fail.
 */
static bool check_event(const struct http_reply *reply, struct span document, struct error *err)
{
	struct span status = span_member(document, "status");

	if (span_is_name(status, "success", strlen("success")))
		return true;
	(void)error_set(err, ERROR_REPLY, 0, "PagerDuty answered %ld, but not with \"success\"",
		reply->status);
	reply_describe(reply, err);
	return false;
}

/* Returns whether a value is an object with at least one member. */
static bool is_thing(struct span value)
{
	struct span name, member;
	size_t at = 0;

	return span_next_member(value, &at, &name, &member);
}

/* What the result of a row must be, in words; NULL: anything. */
static const char *describe_result(const struct operation *operation, struct span value)
{
	bool list = operation->result == RESULT_LIST || operation->result == RESULT_WHOLE_LIST;

	if (list)
		return span_kind(value) == '[' ? NULL : "an array";
	return operation->result == RESULT_VALUE || is_thing(value)
		       ? NULL
		       : "an object with something in it";
}

/*
 * Replaces an array of one element by the element, if the row says that PagerDuty returns either.
 */
static struct span without_array(const struct operation *operation, struct span value)
{
	size_t at = 0;

	if (operation->result != RESULT_ONE || span_kind(value) != '[')
		return value;
	struct span one = span_next(value, &at);
	return span_next(value, &at).start ? value : one;
}

static bool find_member(const struct request *request, const struct http_reply *reply,
	struct span document, struct span *out, struct error *err)
{
	struct span member = span_member(document, request->member);

	if (!member.start)
		return error_set(err, ERROR_REPLY, 0,
			"there is no \"%s\" in PagerDuty's answer (%ld)", request->member,
			reply->status);
	*out = without_array(request->operation, member);
	const char *words = describe_result(request->operation, *out);
	return !words ||
	       error_set(err, ERROR_REPLY, 0, "\"%s\" in PagerDuty's answer (%ld) is not %s",
		       request->member, reply->status, words);
}

/* Checks that a record has the value, such as a status, that it was given. */
static bool check_record(const struct request *request, const struct http_reply *reply,
	struct span record, struct error *err)
{
	const struct operation *operation = request->operation;
	const char *member = operation->confirms;
	const char *wanted =
		member ? json_string(json_member(request->body, operation->wrapper), member) : NULL;
	struct span found = wanted ? span_member(record, member) : (struct span){ 0 };

	if (!wanted || span_kind(found) != '"' || span_is_name(found, wanted, strlen(wanted)))
		return true;
	return error_set(err, ERROR_REPLY, 0,
		"the %s in PagerDuty's answer (%ld) has the %s %.*s, and not \"%s\"",
		operation->wrapper, reply->status, member, (int)found.len, found.start, wanted);
}

/* Adds the part of a document that is the result. */
static bool add_result(const struct request *request, const struct http_reply *reply,
	struct span document, struct text *out, struct error *err)
{
	const struct operation *operation = request->operation;
	struct span result = { 0 };

	if (request->member && (!find_member(request, reply, document, &result, err) ||
				       !check_record(request, reply, result, err)))
		return false;
	if (operation->result == RESULT_WHOLE || operation->result == RESULT_WHOLE_LIST)
		return add_whole(request, document, out) || error_memory(err);
	return text_add_bytes(out, result.start, result.len) || error_memory(err);
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
	if (!reply_read(request, reply, &document, err))
		return false;
	if (operation->host == HOST_EVENTS && !check_event(reply, document, err))
		return false;
	bool looks = operation->outcome || request_changes(request);
	bool refused = looks && !items_check(request, document, err);
	struct error shape = { 0 };
	return add_result(request, reply, document, out, refused ? &shape : err) && !refused;
}
