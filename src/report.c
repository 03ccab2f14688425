/* SPDX-License-Identifier: Apache-2.0 */
#include "report.h"

#include "base/log.h"
#include "base/number.h"
#include "base/redact.h"
#include "base/stream.h"
#include "base/utf8.h"
#include "json/json.h"
#include "json/read.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/*
 * Set when only a part of a document could be written to stdout. Nothing more is written then: a
 * second document after a part of the first could not be read.
 */
static bool broken;

static bool write_out(const char *bytes, size_t len)
{
	broken = broken || !stream_write(STDOUT_FILENO, bytes, len);
	return !broken;
}

static bool refuse_write(struct error *err)
{
	if (errno == EINTR)
		return error_set(err, ERROR_UNAVAILABLE, 0,
			"stopped by a signal before the result was written to stdout");
	return error_set(err, ERROR_INTERNAL, 0, "the result could not be written to stdout: %s",
		strerror(errno));
}

bool report_text(const struct text *text, struct error *err)
{
	if (text->failed)
		return error_memory(err);
	return write_out(text_string(text), text->len) || refuse_write(err);
}

bool report_result(
	const struct presentation *presentation, const struct text *document, struct error *err)
{
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);

	/* Do not copy the document, which may be large. */
	if (presentation->how == PRESENT_DOCUMENT)
		return report_text(document, err) && (write_out("\n", 1) || refuse_write(err));
	if (document->failed || !present_result(presentation, document, &shown))
		return error_memory(err);
	return report_text(&shown, err);
}

/* Makes a number with three decimals. json-c would print a double with 17 digits. */
static struct json_object *rounded_seconds(double value)
{
	char printed[32];

	(void)snprintf(printed, sizeof(printed), "%.3f", value);
	return json_object_new_double_s(number_nearest(value * 1000) / 1000, printed);
}

static bool add_problems(struct json_object *object, const struct error *err)
{
	const char *problem = error_next_problem(err, NULL);

	if (!problem)
		return true;
	struct json_object *problems = json_object_new_array();
	if (!json_add(object, "errors", problems))
		return false;
	for (; problem; problem = error_next_problem(err, problem)) {
		if (!json_append(problems, json_object_new_string(problem)))
			return false;
	}
	return !error_is_full(err) ||
	       json_append(problems, json_object_new_string("(there are more)"));
}

/* Adds what happened to each of several things. */
static bool add_outcomes(struct json_object *object, const struct text *outcomes)
{
	struct json_object *value = NULL;

	return !outcomes || !outcomes->len ||
	       (json_read_reply(text_string(outcomes), outcomes->len, &value, NULL) &&
		       json_add(object, "outcomes", value));
}

static bool add_request_id(struct json_object *object, const struct found *found)
{
	char shown[sizeof(found->request_id)];

	memcpy(shown, found->request_id, sizeof(shown));
	redact(shown);
	utf8_force(shown, strlen(shown));
	return !*shown || json_add_string(object, "request_id", shown);
}

static bool add_exchange(
	struct json_object *object, const struct error *err, const struct circumstances *known)
{
	static const struct found nothing;
	const struct found *found = known->found ? known->found : &nothing;

	if (found->status && !json_add(object, "status", json_object_new_int64(found->status)))
		return false;
	if (err->detail && !json_add(object, "code", json_object_new_int64(err->detail)))
		return false;
	if (!add_problems(object, err) || !add_request_id(object, found) ||
		!json_add(object, "retryable", json_object_new_boolean(err->retryable)))
		return false;
	if (!found->attempts)
		return true;
	return json_add(object, "attempts", json_object_new_int64(found->attempts)) &&
	       json_add(object, "elapsed", rounded_seconds(found->elapsed)) &&
	       (!known->key || json_add_string(object, known->key_name, known->key));
}

/* Makes the document {"error":{...}}. Returns NULL if memory runs out. */
static struct json_object *error_document(
	const struct error *err, const struct circumstances *known)
{
	scoped(json_put_at) struct json_object *document = json_object_new_object();
	struct json_object *object = json_object_new_object();

	/* json_add() takes object over even if it fails. */
	if (!json_add(document, "error", object) ||
		!json_add_string(object, "kind", error_kind_name(err->kind)) ||
		!json_add_string(object, "message", err->text) ||
		!add_exchange(object, err, known) || !add_outcomes(object, known->outcomes))
		return NULL;
	return steal(document);
}

/*
 * Makes the texts valid UTF-8: they may quote a header, an argument or a variable with any bytes.
 */
static void make_printable(struct error *err)
{
	utf8_force(err->text, strlen(err->text));
	if (err->problems)
		utf8_force(err->problems->list, err->problems->len);
}

int report_error(const struct presentation *presentation, const char *subject, struct error *err,
	const struct circumstances *known)
{
	/* The document if memory runs out. */
	static const char last_words[] =
		"{\"error\":{\"kind\":\"internal\",\"message\":\"out of memory\",\"retryable\":false}}\n";
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	struct error unwritten = { 0 };
	bool spoken = true;

	redact_error(err);
	make_printable(err);
	scoped(json_put_at) struct json_object *document = error_document(err, known);
	bool made =
		document && present_failure(presentation, subject, err, document, &out, &spoken);
	if (spoken)
		log_line("%s: %s", subject, err->text);
	if (!made)
		(void)write_out(last_words, sizeof(last_words) - 1);
	else if (!report_text(&out, &unwritten))
		log_line("%s: the error document could not be written to stdout", subject);
	return error_exit_status(err->kind);
}
