/* SPDX-License-Identifier: Apache-2.0 */
/* What --dry-run prints. */
#ifndef DRY_RUN_H
#define DRY_RUN_H

#include "config/config.h"
#include "request/request.h"

/*
 * Adds {"method","url","headers","body"} of a request to out, absent ones left out, every secret
 * as "***". The URL of a list is without its paging members. Fails with ERROR_CONFIG where the
 * call would for want of a key.
 */
bool dry_run_print(const struct request *request, const struct config *config, struct text *out,
	struct error *err) MUST_CHECK;

#endif
