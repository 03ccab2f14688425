/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "license.find",
	  .summary = "List the licenses of the PagerDuty account.",
	  LIST("/licenses", "licenses"),
	  .returns = "An array of licenses." },

	{ .name = "license.find_allocations",
	  .summary = "List which user has which license.",
	  LIST("/license_allocations", "license_allocations"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&maximum, &partial),
	  .returns = "An array of license allocations." },
};
/* clang-format on */

TABLE(license);
