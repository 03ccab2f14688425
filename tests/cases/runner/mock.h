/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The server that the program calls, and the proxy in between. There is one of each in a process.
 */
#ifndef MOCK_H
#define MOCK_H

#include "pattern.h"
#include "test_case.h"

/* Addresses for the program. */
struct mock_places {
	char base[64]; /* http://127.0.0.1:PORT */
	char proxy[64]; /* http://127.0.0.1:PORT */
	char closed[64]; /* a base URL at which nothing listens */
};

/*
 * Opens the ports. folder is that of the case. If the case uses TLS, the certificate of the test
 * authority is written to ca.pem in it. Returns false with a sentence in why.
 */
bool mock_open(const struct test_case *test, const char *folder, struct mock_places *places,
	struct text *why) MUST_CHECK;

/* Begins to serve. The values of the case must have been expanded before. */
bool mock_start(
	const struct test_case *test, struct bindings *bindings, struct text *why) MUST_CHECK;

/* Returns whether a request was made. */
bool mock_was_asked(void);

/* Ends the service, and complains about expected requests that were not made. */
void mock_stop(void);

#endif
