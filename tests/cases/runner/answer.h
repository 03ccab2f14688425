/* SPDX-License-Identifier: Apache-2.0 */
/* An answer of the mock, and the fault that happens while it is sent. */
#ifndef ANSWER_H
#define ANSWER_H

#include "stream.h"
#include "test_case.h"

/* README.md describes each fault. */
enum fault {
	FAULT_NONE,
	FAULT_RESET_BEFORE_REQUEST,
	FAULT_RESET_BEFORE_REPLY,
	FAULT_CLOSE_BEFORE_REPLY,
	FAULT_STALL_BEFORE_REPLY,
	FAULT_STALL_HEADERS,
	FAULT_STALL_BODY,
	FAULT_HALF_HEADERS,
	FAULT_HALF_BODY,
	FAULT_RESET_BODY,
	FAULT_WRONG_LENGTH,
	FAULT_CHUNKED,
	FAULT_HALF_CHUNK,
	FAULT_BAD_CHUNK,
	FAULT_DRIP,
	FAULT_GARBAGE,
	FAULT_HUGE_HEADERS,
	FAULT_CLOSE_IDLE,
	FAULT_NO_LENGTH,
	FAULT_CONTINUE,
	FAULTS
};

struct answer {
	long status;
	const struct list *headers; /* NULL: no status line of its own */
	struct text body;
	enum fault fault;
	double delay; /* seconds */
	bool last; /* "Connection: close" */
};

/* Finds a fault by its name. NULL means no fault. Returns false if the name is unknown. */
bool fault_find(const char *name, enum fault *out) MUST_CHECK;

/*
 * Sends an answer with its fault. stall() waits until the case is over. Returns whether another
 * request may follow on this connection; if not, the connection was ended.
 */
bool answer_send(
	const struct answer *answer, struct stream *stream, void (*stall)(void)) MUST_CHECK;

#endif
