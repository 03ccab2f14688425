/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Prints the outcome of the program: one document on stdout, and after a failure a line on stderr.
 */
#ifndef REPORT_H
#define REPORT_H

#include "base/error.h"
#include "base/text.h"
#include "client/found.h"
#include "present.h"

/*
 * Writes a result to stdout in the given presentation. Fails if stdout does not accept it, so that
 * the exit status tells the caller that the result is missing: with ERROR_INTERNAL if stdout is
 * closed or its disk is full, with ERROR_UNAVAILABLE if a signal came while nobody read stdout.
 */
bool report_result(const struct presentation *presentation, const struct text *document,
	struct error *err) MUST_CHECK;

/* Writes a text to stdout. Fails as report_result() does. */
bool report_text(const struct text *text, struct error *err) MUST_CHECK;

/* What an error document says besides the error. All pointers are borrowed. */
struct circumstances {
	const struct found *found; /* what the exchanges found; NULL: there were none */
	const char *key_name, *key; /* the de-duplication key of the request, or NULL */
	/* JSON of what happened to each of several things; NULL or empty: not added. */
	const struct text *outcomes;
};

/*
 * Writes a failure to stdout in the given presentation, and its line to stderr, and returns the
 * exit status. Both are redacted, except for the de-duplication key. subject begins the line: the
 * name of the action, or of the program. The document leaves out members that are not known:
 *
 * {"error":{"kind","message","status","code","errors":[...],"request_id","retryable","attempts",
 *     "elapsed",key_name,"outcomes"}}
 */
int report_error(const struct presentation *presentation, const char *subject, struct error *err,
	const struct circumstances *known);

#endif
