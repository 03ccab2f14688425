/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the program under test once. */
#ifndef CHILD_H
#define CHILD_H

#include "base/text.h"

#include <stdbool.h>

/* What a standard stream is when it is not a pipe with the runner at its other end. */
enum stream_kind {
	STREAM_PIPE,
	STREAM_CLOSED, /* there is no such descriptor */
	STREAM_OPEN, /* stdin: it does not end after the input */
	STREAM_BROKEN, /* stdout: a pipe whose reader has gone */
	STREAM_FULL, /* stdout: /dev/full */
	STREAM_SHORT, /* stdout: a file that may not grow beyond 64 bytes */
	STREAM_UNREAD, /* stdout: a pipe that nobody reads */
	STREAM_TERMINAL, /* stdout: a terminal; stderr: the same one */
};

/* What the seconds before a signal begin with. */
enum child_event {
	EVENT_START,
	EVENT_INPUT, /* the program has read all of its input */
	EVENT_REQUEST, /* the first request came */
	EVENT_STDERR, /* something came on stderr */
};

struct child {
	char **argv; /* ended by NULL */
	char **envp; /* the whole environment, ended by NULL */
	const struct text *input;
	enum stream_kind in, out, err;
	unsigned short columns; /* of the terminal */
	int signal; /* sent signal_after seconds after an event; 0: none */
	double signal_after;
	enum child_event event;
	bool (*was_asked)(void); /* whether a request came, for EVENT_REQUEST */
	long stack_most, memory_most; /* bytes; 0: as it is */
	const char *user; /* NULL: as we are */
	double seconds_most; /* then it is killed */
};

struct outcome {
	struct text out, err;
	int exit; /* -1 when a signal ended it */
	int signal; /* that one */
	bool late; /* it was killed at seconds_most */
	double seconds;
};

/* Runs it to its end. Returns false with a sentence in why when it could not be started. */
bool child_run(const struct child *child, struct outcome *outcome, struct text *why) MUST_CHECK;

#endif
