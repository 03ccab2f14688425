/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that the program prints: one document on stdout, and one line on stderr. */
#ifndef REPORT_H
#define REPORT_H

#include "base/error.h"
#include "base/text.h"
#include "present.h"

/*
 * Writes a result to stdout, as it is to be shown. Returns false when stdout does not take it:
 * ERROR_INTERNAL (closed, or its disk is full), ERROR_UNAVAILABLE (a signal came while its reader
 * slept). Then the caller of the program has not got the result, and must be told by the exit
 * status.
 */
bool report_result(const struct presentation *presentation, const struct text *document,
	struct error *err) MUST_CHECK;

/* The same of a text that has its newlines. */
bool report_text(const struct text *text, struct error *err) MUST_CHECK;

/* What an error document says besides the error itself. Borrowed. */
struct circumstances {
	const char *key_name, *key; /* the de-duplication key that the request carried, or NULL */
	/* JSON: what happened to each thing, if some were refused; NULL or empty: nothing. */
	const struct text *outcomes;
};

/*
 * Writes a failure to stdout, as it is to be shown, and its line to stderr, both redacted but for the key
 * below, and returns the exit status. subject is what was asked for, put in front of the line: an
 * action's name, or the program's.
 *
 * {"error":{"kind","message","status","code","errors":[...],"request_id","retryable","attempts","elapsed",key_name,"outcomes"}};
 * what is not known is left out.
 */
int report_error(const struct presentation *presentation, const char *subject, struct error *err,
	const struct circumstances *known);

#endif
