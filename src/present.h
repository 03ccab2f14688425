/* SPDX-License-Identifier: Apache-2.0 */
/* How the outcome of a run is shown: as a document, or as text for people. */
#ifndef PRESENT_H
#define PRESENT_H

#include "action/operation.h"
#include "options.h"
#include "request/request.h"
#include "view/view.h"

/* A zeroed one shows the document alone. All that it points to is borrowed. */
struct presentation {
	enum {
		PRESENT_DOCUMENT, /* for programs: one line of JSON */
		PRESENT_INDENTED, /* on a terminal, with --json */
		PRESENT_TERMINAL, /* on a terminal */
		PRESENT_CHAT, /* {"text", "result"}, or "text" beside "error" */
	} how;
	struct look look;
	struct view_call call;
	/*
	 * What people are shown instead of the result: a JSON array; NULL or empty: the result
	 * itself.
	 */
	const struct text *told;
};

/* The presentation that stdout and the command line ask for. */
struct presentation present_for(const struct command_line *line);

/*
 * Takes in what is known of the call. values are its checked parameters, or NULL where they were
 * refused; then text, what was given on stdin, still says whether the text is for chat, and
 * *out_kept becomes the tree that the presentation borrows from.
 */
void present_call(struct presentation *presentation, const struct operation *operation,
	struct json_object *values, const struct text *text, struct json_object **out_kept);

/* The same of the request that is sent. */
void present_request(struct presentation *presentation, const struct request *request);

/*
 * For chat, lists of incidents begin with the newest unless the caller sorts them. False without
 * memory.
 */
bool present_order(const struct operation *operation, struct json_object *values) MUST_CHECK;

/* Adds to out what is printed of a result: a JSON document. False without memory. */
bool present_result(const struct presentation *presentation, const struct text *document,
	struct text *out) MUST_CHECK;

/*
 * Adds to out what is printed on stdout of a failure whose line on stderr begins with subject:
 * nothing on a terminal that shows stderr too. *out_spoken: that line must be written. False
 * without memory.
 */
bool present_failure(const struct presentation *presentation, const char *subject,
	const struct error *err, struct json_object *document, struct text *out,
	bool *out_spoken) MUST_CHECK;

#endif
