/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of src/verbs/ that rows name, each for an action that one request cannot carry out. */
#ifndef OPERATIONS_VERBS_H
#define OPERATIONS_VERBS_H

#include "action/operation.h"

/*
 * Whether the pack is set up: {"configuration": {"source", "set": [names of the keys that are
 * set], "region", "api_url", "events_url"}, "token": "user", "account" or "app" (made by OAuth for
 * an app), "user": {"id", "name", "email", "role"} (of a user's token), "from_email": {"address",
 * "known"}}; known is left out where the token may not look users up. Never a value of a secret
 * key.
 *
 * Asks GET /users/me; where that is refused because the token is no user's, GET /abilities; and
 * GET /users for the address. Fails as client_call; the sentence then ends with where the
 * configuration was read, and what it sets.
 */
operation_run auth_test;

#endif
