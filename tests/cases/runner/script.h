/* SPDX-License-Identifier: Apache-2.0 */
/* The requests that a case expects, in their order, and how far it has come. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "account.h"
#include "answer.h"
#include "pattern.h"
#include "test_case.h"

struct script {
	const struct test_case *test;
	struct bindings *bindings;
	struct account *accounts;
	size_t account_count;
	size_t next; /* of the test's expected requests */
	unsigned repeated; /* how often that one was made already */
	unsigned requests; /* made so far, of all kinds */
};

/* Returns false with a sentence in why when the case cannot be played: an unknown fault, list, ... */
bool script_open(struct script *script, const struct test_case *test, struct bindings *bindings,
	struct text *why) MUST_CHECK;

/* Whether the next connection is to be reset as soon as it is there; that request then counts as made. */
bool script_resets_connection(struct script *script);

/* Takes a request: checks it, and says what to answer. fresh: it is the first on its connection. */
void script_take(
	struct script *script, const struct message *message, bool fresh, struct answer *answer);

/* Complains about requests that were not made. */
void script_conclude(const struct script *script);

#endif
