/* SPDX-License-Identifier: Apache-2.0 */
/* Failures: what failed, and the exit status. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/scope.h"

#include <stdbool.h>
#include <stddef.h>

/* What failed, and so what the caller can do. The kind decides the exit status. */
enum error_kind {
	ERROR_NONE,
	/*
	 * the call is wrong: an option, a parameter, a name that no thing has; nothing was changed
	 */
	ERROR_USAGE,
	/*
	 * the configuration is wrong or incomplete; nothing was changed, except what an action that
	 * continues in its next run, or one for many incidents, had done before
	 */
	ERROR_CONFIG,
	/* the server was not reached, or its answer was incomplete; code is the CURLcode */
	ERROR_TRANSPORT,
	/* the server refused (3xx, 4xx), or lists no more; code is the HTTP status or 0 */
	ERROR_REFUSED,
	/*
	 * 408, 429 or 5xx after all tries, out of time, or a signal; code is the HTTP status or 0
	 */
	ERROR_UNAVAILABLE,
	ERROR_REPLY, /* the reply is not what it should be */
	ERROR_INTERNAL, /* our own fault, or memory ran out */
	ERROR_KINDS
};

enum {
	ERROR_TEXT = 640, /* bytes of the sentence, NUL included */
	ERROR_PROBLEMS = 6144, /* bytes of the list of single problems */
};

/* Single problems, as many as fit. Start it as { 0 }. */
struct problems {
	char list[ERROR_PROBLEMS]; /* NUL-terminated one after the other */
	size_t len;
	unsigned dropped; /* the number of problems that did not fit */
};

/*
 * Lives on the caller's stack and owns nothing, so that it can neither leak nor fail. Initialise it
 * with { 0 }, or with a list for the single problems. Text that does not fit is cut after a whole
 * character. An assignment makes two errors share a list; error_clear() and error_take() keep the
 * lists separate.
 */
struct error {
	enum error_kind kind;
	long code; /* the CURLcode or the HTTP status, depending on kind; otherwise 0 */
	long detail; /* the code in the answer, such as 2001; 0: none */
	bool retryable; /* the same call may succeed later and repeating it does no harm */
	bool already; /* nothing was changed, because somebody else had done it before */
	bool says_doubt; /* the sentence says that the change may have been carried out */
	/* The layer that made the error keeps further details under this number; 0: none. */
	unsigned about;
	char text[ERROR_TEXT]; /* one sentence, no newline, no secret */
	struct problems *problems; /* borrowed; NULL: nobody wants the list */
	unsigned unlisted; /* how many problems there were while there was no list */
};

/* Empties an error and its list. */
void error_clear(struct error *err);

/* Copies an error. The problems are copied into err's own list. */
void error_take(struct error *err, const struct error *other);

/*
 * Gives a list to an error that has none, for a function that reads the list. Returns whether it
 * did. If so, the function must set err->problems to NULL at its end.
 */
bool error_lend(struct error *err, struct problems *list) MUST_CHECK;

/*
 * Sets kind, code and sentence; keeps everything else. Always returns false, so that a caller
 * can return it.
 */
bool error_set(struct error *err, enum error_kind kind, long code, const char *format, ...)
	PRINTF(4, 5);

/* Adds words in front of the sentence: "incident.get: ". Always returns false. */
bool error_wrap(struct error *err, const char *format, ...) PRINTF(2, 3);

/* Adds words after the sentence, such as a hint. Always returns false. */
bool error_append(struct error *err, const char *format, ...) PRINTF(2, 3);

/*
 * Adds one problem to the list, unless it is an empty text. Does not set the kind. Without a list
 * the first problem becomes the sentence, unless there is one.
 */
void error_add_problem(struct error *err, const char *format, ...) PRINTF(2, 3);

/*
 * Walks the list: NULL starts, and the result is the next problem, or NULL at its end.
 * for (const char *p = error_next_problem(err, NULL); p; p = error_next_problem(err, p))
 */
const char *error_next_problem(const struct error *err, const char *previous);

/* Returns whether the list can take no more problems. */
bool error_is_full(const struct error *err);

/*
 * Turns a list of problems into a failure of this kind. The sentence is the first problem, with the
 * number of the others. Returns true and sets nothing if there are no problems.
 */
bool error_conclude(struct error *err, enum error_kind kind) MUST_CHECK;

/* Sets the error "out of memory". Always returns false. */
bool error_memory(struct error *err);

/* Returns the name of a kind in the error document, such as "usage"; "none" for ERROR_NONE. */
const char *error_kind_name(enum error_kind kind);

/* Returns the exit status of a kind: 0 for ERROR_NONE, otherwise 1 to 7 (docs/design.md). */
int error_exit_status(enum error_kind kind);

#endif
