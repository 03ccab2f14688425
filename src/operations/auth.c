/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

static const struct operation rows[] = {
	{ .name = "auth.test",
		.summary =
			"Tell whether the pack is set up: what is configured, and whether PagerDuty accepts it.",
		.method = "GET",
		.path = "/users/me",
		.result = RESULT_SETUP,
		.from = FROM_KNOWN,
		.params = PARAMS(FROM_EMAIL),
		.returns =
			"`{\"configuration\", \"token\", \"user\", \"from_email\"}`: where the configuration was read and which of its keys are set, "
			"whose key it is, and whether the acting address is known. Never a secret." },
};

TABLE(auth);
