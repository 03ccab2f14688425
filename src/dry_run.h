/* SPDX-License-Identifier: Apache-2.0 */
/* Prints a request for --dry-run. */
#ifndef DRY_RUN_H
#define DRY_RUN_H

#include "config/config.h"
#include "request/request.h"

/*
 * Adds the request as {"method","url","headers","body"}, without the members that it lacks and with
 * "***" for each secret. The URL of a list has no parameters of its pages. Fails with ERROR_CONFIG
 * if a key is missing, as the call would.
 */
bool dry_run_print(const struct request *request, const struct config *config, struct text *out,
	struct error *err) MUST_CHECK;

#endif
