/* SPDX-License-Identifier: Apache-2.0 */
/* The requests that a case expects, in their order, and those that were made. */
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
	size_t next; /* in the expected requests of the case */
	unsigned repeated; /* how often that request was made */
	unsigned requests; /* requests made until now */
};

/*
 * Returns false with a sentence in why if the case cannot run, for example because of an unknown
 * fault.
 */
bool script_open(struct script *script, const struct test_case *test, struct bindings *bindings,
	struct text *why) MUST_CHECK;

/* Returns whether the next connection must be reset at once. The request then counts as made. */
bool script_resets_connection(struct script *script);

/*
 * Checks a request, and says what to answer. fresh says whether it is the first on its connection.
 */
void script_take(
	struct script *script, const struct message *message, bool fresh, struct answer *answer);

/* Complains about requests that were not made. */
void script_conclude(const struct script *script);

#endif
