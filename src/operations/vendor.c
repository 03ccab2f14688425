/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "vendor.find",
	  .summary = "List the vendors that PagerDuty has integrations for.",
	  LIST("/vendors", "vendors"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&maximum, &partial),
	  .returns = "An array of vendors." },

	{ .name = "vendor.get",
	  .summary = "Get a vendor that PagerDuty has integrations for.",
	  .method = "GET", .path = "/vendors/{entity_id}",
	  .result = RESULT_ONE, .member = "vendor",
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_VENDOR, "The vendor.", .example = "\"PZD94QK\"")),
	  .returns = "The vendor." },
};
/* clang-format on */

TABLE(vendor);
