/* SPDX-License-Identifier: Apache-2.0 */
/* The server that the program talks to, and the proxy on its way. One of each in a process. */
#ifndef MOCK_H
#define MOCK_H

#include "pattern.h"
#include "test_case.h"

/* Where things are, for the program. */
struct mock_places {
	char base[64]; /* http://127.0.0.1:PORT */
	char proxy[64]; /* http://127.0.0.1:PORT */
	char closed[64]; /* a base where nothing listens */
};

/*
 * Opens the ports. folder is the case's own; the test authority's certificate is written to
 * ca.pem in it when the case speaks TLS. Returns false with a sentence in why.
 */
bool mock_open(const struct test_case *test, const char *folder, struct mock_places *places,
	struct text *why) MUST_CHECK;

/* Begins to serve. The values of the case must be expanded by now. */
bool mock_start(
	const struct test_case *test, struct bindings *bindings, struct text *why) MUST_CHECK;

/* Whether a request has come. */
bool mock_was_asked(void);

/* Ends the service, and complains about what was not asked for. */
void mock_stop(void);

#endif
