/* SPDX-License-Identifier: Apache-2.0 */
#include "present.h"

#include "action/list_want.h"
#include "base/redact.h"
#include "view/pretty.h"
#include "json/json.h"
#include "json/read.h"
#include "json/scan.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

/* Columns if the terminal does not say, and the largest number of columns that is used. */
enum { WIDTH = 80, WIDTH_MOST = 1000 };

static size_t terminal_width(void)
{
	struct winsize size = { 0 };
	const char *told = getenv("COLUMNS");
	long columns = told ? strtol(told, NULL, 10) : 0;

	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		columns = size.ws_col;
	return columns <= 0 ? WIDTH : columns > WIDTH_MOST ? WIDTH_MOST : (size_t)columns;
}

/* A value of NO_COLOR that is not empty switches colours off (https://no-color.org). */
static bool wants_color(void)
{
	const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return !(none && *none) && terminal && *terminal && strcmp(terminal, "dumb") != 0;
}

struct presentation present_for(const struct command_line *line)
{
	struct presentation presentation = { .how = PRESENT_DOCUMENT };

	if (!isatty(STDOUT_FILENO))
		return presentation;
	presentation.how = line->json || line->dry_run ? PRESENT_INDENTED : PRESENT_TERMINAL;
	presentation.look = (struct look){ .use = PLAIN_TERMINAL,
		.width = terminal_width(),
		.color = wants_color(),
		.now = time(NULL) };
	return presentation;
}

/* Returns whether the caller asked for an order of a list. */
static bool is_sorted(const struct operation *operation, struct json_object *values)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (param->orders && json_member(values, param->name))
			return true;
	}
	return false;
}

void present_call(struct presentation *presentation, const struct operation *operation,
	struct json_object *values, const struct text *text, struct json_object **out_kept)
{
	if (!values && text->len && !text->failed &&
		json_read_reply(text_string(text), text->len, out_kept, NULL))
		values = *out_kept;
	if (operation_is_for_chat(values)) {
		presentation->how = PRESENT_CHAT;
		presentation->look = (struct look){ .use = PLAIN_CHAT, .now = time(NULL) };
	}
	struct list_want want;

	(void)list_want_read(operation, values, &want);
	presentation->call = (struct view_call){
		.action = operation->name,
		.summary = operation->summary,
		.member = operation->member,
		.changes = operation_changes(operation),
		.repeatable = operation->retry == RETRY_SAFE || operation->retry == RETRY_READ,
		.parameters = values,
		.maximum = want.maximum,
		.sorted = is_sorted(operation, values),
	};
}

void present_request(struct presentation *presentation, const struct request *request)
{
	struct view_call *call = &presentation->call;

	call->actor = request->from.len ? request->from.data : NULL;
	call->key_name = request->key_name;
	call->key = request->key;
	call->key_given = request->key_name && json_member(call->parameters, request->key_name);
}

bool present_order(const struct operation *operation, struct json_object *values)
{
	const struct timeline *timeline = operation->timeline;

	if (!operation_is_for_chat(values) || !timeline || !timeline->in_chat ||
		json_member(values, timeline->order))
		return true;
	return json_add_string(values, timeline->order, timeline->in_chat);
}

/* Returns the document that is shown to people: told if there is one, otherwise the result. */
static struct span choose_document(const struct presentation *presentation, struct span document)
{
	const struct text *told = presentation->told;

	return told && told->len ? (struct span){ told->data, told->len } : document;
}

static bool add_chat(
	const struct presentation *presentation, struct span document, struct text *out)
{
	scoped(text_done) struct text told = TEXT(TEXT_ANY);

	view_add_chat(&told, choose_document(presentation, document), &presentation->call,
		&presentation->look);
	(void)text_add(out, "{\"text\":");
	(void)text_add_quoted(out, text_string(&told), told.len);
	(void)text_add(out, ",\"result\":");
	(void)text_add_bytes(out, document.start, document.len);
	return text_add(out, "}\n") && !told.failed;
}

bool present_result(
	const struct presentation *presentation, const struct text *document, struct text *out)
{
	struct span span;
	size_t at;

	if (presentation->how == PRESENT_DOCUMENT ||
		!scan_document(text_string(document), document->len, JSON_DEPTH_REPLY, &span, &at))
		return text_add_bytes(out, text_string(document), document->len) &&
		       text_add(out, "\n");
	if (presentation->how == PRESENT_CHAT)
		return add_chat(presentation, span, out);
	if (presentation->how == PRESENT_TERMINAL) {
		view_add_terminal(out, choose_document(presentation, span), &presentation->call,
			&presentation->look);
		return !out->failed;
	}
	pretty_add(out, span);
	return text_add(out, "\n");
}

static bool add_failure_text(const struct presentation *presentation, const struct error *err,
	struct json_object *document)
{
	scoped(text_done) struct text told = TEXT(TEXT_ANY);

	const struct text *done = presentation->told;

	view_add_chat_failure(&told, err, &presentation->call);
	/*
	 * If some of several things were refused, show those that were changed. "[]" means that
	 * none were.
	 */
	if (done && done->len > 2) {
		(void)text_add(&told, "\n");
		view_add_chat(&told, (struct span){ done->data, done->len }, &presentation->call,
			&presentation->look);
	}
	if (told.failed)
		return false;
	redact(told.data);
	return json_add_string(document, "text", told.data);
}

bool present_failure(const struct presentation *presentation, const char *subject,
	const struct error *err, struct json_object *document, struct text *out, bool *out_spoken)
{
	scoped(text_done) struct text printed = TEXT(TEXT_ANY);
	bool terminal = presentation->how == PRESENT_TERMINAL;

	*out_spoken = terminal || presentation->how != PRESENT_INDENTED || !isatty(STDERR_FILENO);
	if (terminal) {
		if (isatty(STDERR_FILENO))
			return true;
		plain_add(out, subject, strlen(subject), PLAIN_TERMINAL);
		(void)text_add(out, ": ");
		plain_add(out, err->text, strlen(err->text), PLAIN_TERMINAL);
		return text_add(out, "\n");
	}
	if (presentation->how == PRESENT_CHAT && !add_failure_text(presentation, err, document))
		return false;
	if (!document || !json_print(&printed, document))
		return false;
	return present_result(&(struct presentation){ .how = presentation->how == PRESENT_INDENTED
								     ? PRESENT_INDENTED
								     : PRESENT_DOCUMENT },
		&printed, out);
}
