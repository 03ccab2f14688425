/* SPDX-License-Identifier: Apache-2.0 */
/* Decides how the outcome of a run is shown: as a document, or as text for people. */
#ifndef PRESENT_H
#define PRESENT_H

#include "action/operation.h"
#include "options.h"
#include "request/request.h"
#include "view/view.h"

/*
 * How to show an outcome. If all members are 0, the document is shown. All pointers are borrowed.
 */
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
	 * A JSON array that people are shown instead of the result. NULL or empty: the result is
	 * shown.
	 */
	const struct text *told;
};

/* Returns the presentation that suits stdout and the command line. */
struct presentation present_for(const struct command_line *line);

/*
 * Adds what is known about the call. values are its checked parameters. If they were refused,
 * values is NULL: then text, which is the input on stdin, decides whether the output is for chat,
 * and *out_kept becomes the tree from which the presentation borrows.
 */
void present_call(struct presentation *presentation, const struct operation *operation,
	struct json_object *values, const struct text *text, struct json_object **out_kept);

/* Adds what is known about the request that is sent. */
void present_request(struct presentation *presentation, const struct request *request);

/*
 * Sorts a list of incidents for chat, the newest first, unless the caller asked for an order.
 * values are changed. Returns false if memory runs out.
 */
bool present_order(const struct operation *operation, struct json_object *values) MUST_CHECK;

/* Adds the output for a result. document is its JSON. Returns false if memory runs out. */
bool present_result(const struct presentation *presentation, const struct text *document,
	struct text *out) MUST_CHECK;

/*
 * Adds the output on stdout for a failure. The line on stderr begins with subject. If one terminal
 * shows both, only one of them is written: *out_spoken says whether the line on stderr must be
 * written. Returns false if memory runs out.
 */
bool present_failure(const struct presentation *presentation, const char *subject,
	const struct error *err, struct json_object *document, struct text *out,
	bool *out_spoken) MUST_CHECK;

#endif
