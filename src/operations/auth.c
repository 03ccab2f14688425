/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/verbs.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "auth.test",
	  .summary = "Tell whether the pack is set up: what is configured, and whether PagerDuty accepts "
		"it.",
	  .method = "GET", .path = "/users/me",
	  .run = auth_test, .shows_hosts = true,
	  .params = PARAMS(&from_email),
	  .returns = "`{\"configuration\", \"token\", \"user\", \"from_email\", \"event_queue\", \"webhook\"}`: where "
		"the configuration was read and which of its keys are set, whose key it is, whether "
		"the acting address is known, whether the event queue, if there is one, can be used, "
		"and what is wrong with the secrets of webhooks, if two accounts have the same one; "
		"`advice` where nothing says which PagerDuty user the asking one is. "
		"Never a secret." },
};
/* clang-format on */

TABLE(auth);
