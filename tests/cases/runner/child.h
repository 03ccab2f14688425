/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the program under test once. */
#ifndef CHILD_H
#define CHILD_H

#include "base/text.h"

#include <stdbool.h>

/* A standard stream other than a pipe to the runner. */
enum stream_kind {
	STREAM_PIPE,
	STREAM_CLOSED, /* the descriptor is closed */
	STREAM_OPEN, /* stdin: it does not end after the input */
	STREAM_BROKEN, /* stdout: a pipe whose reader has gone */
	STREAM_FULL, /* stdout: /dev/full */
	STREAM_SHORT, /* stdout: a file that may not grow beyond 64 bytes */
	STREAM_UNREAD, /* stdout: a pipe that nobody reads */
	STREAM_TERMINAL, /* stdout: a terminal; stderr: the same one */
};

/* The event after which the seconds until a signal count. */
enum child_event {
	EVENT_START,
	EVENT_INPUT, /* the program has read all of its input */
	EVENT_REQUEST, /* the first request came */
	EVENT_STDERR, /* something was written to stderr */
};

struct child {
	char **argv; /* ended by NULL */
	char **envp; /* the whole environment, ended by NULL */
	const struct text *input;
	enum stream_kind in, out, err;
	unsigned short columns; /* columns of the terminal */
	int signal; /* sent signal_after seconds after an event; 0: none */
	double signal_after;
	enum child_event event;
	bool (*was_asked)(void); /* returns whether a request was made, for EVENT_REQUEST */
	long stack_most, memory_most; /* bytes; 0: not changed */
	const char *user; /* NULL: the runner's user */
	double seconds_most; /* after which it is killed */
};

struct outcome {
	struct text out, err;
	int exit; /* -1 if a signal ended it */
	int signal; /* the signal */
	bool late; /* it was killed after seconds_most */
	double seconds;
};

/* Runs the program to its end. Returns false with a sentence in why if it could not be started. */
bool child_run(const struct child *child, struct outcome *outcome, struct text *why) MUST_CHECK;

#endif
