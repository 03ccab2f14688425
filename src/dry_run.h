/* SPDX-License-Identifier: Apache-2.0 */
/* What --dry-run prints. */
#ifndef DRY_RUN_H
#define DRY_RUN_H

#include "request/request.h"

/*
 * Adds {"method","url","headers","body"} of a request to out, absent ones left out, every secret
 * as "***". The URL of a list is without its paging members.
 */
bool dry_run_print(const struct request *request, struct text *out, struct error *err) MUST_CHECK;

#endif
