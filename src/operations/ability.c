/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/verbs.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "ability.find",
	  .summary = "List what the PagerDuty account is able to do.",
	  LIST("/abilities", "abilities"),
	  .returns = "An array of abilities, such as `teams`." },

	{ .name = "ability.test",
	  .summary = "Tell whether the PagerDuty account has an ability.",
	  .method = "GET", .path = "/abilities/{ability}",
	  .result = RESULT_SUCCESS, .run = ability_test,
	  .params = PARAMS(
		PATH_ID("ability", KIND_NONE, "Name of the ability, such as teams.", .example = "\"teams\"")),
	  .returns = "`{\"available\": true}` or `{\"available\": false}`." },
};
/* clang-format on */

TABLE(ability);
