/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the pack is set up: what is configured, and whether PagerDuty takes it. */
#ifndef SETUP_H
#define SETUP_H

#include "client/client.h"

/* The action that --check runs. */
#define CHECK_ACTION "auth.test"

/*
 * Adds a document: {"configuration": {"source", "set": [names of the keys that are set],
 * "region", "api_url", "events_url"}, "token": "user", "account" or "app" (made by OAuth for an
 * app), "user": {"id", "name", "email", "role"} (of a user's token), "from_email":
 * {"address", "known"}}; known is left out where the token may not look users up.
 * Never a value of a secret key. from is the address that would act, or NULL.
 *
 * Asks GET /users/me; where that is refused because the token is no user's, GET /abilities; and
 * GET /users for the address. Fails as client_call; the sentence then ends with where the
 * configuration was read, and what it sets.
 */
bool check_setup(struct client *client, struct config *config, const char *from, struct text *out,
	struct error *err) MUST_CHECK;

#endif
