/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "priority.find",
	  .summary = "List the priorities of incidents, the highest first.",
	  LIST("/priorities", "priorities"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&maximum, &partial),
	  .returns = "An array of priorities." },
};
/* clang-format on */

TABLE(priority);
