/* SPDX-License-Identifier: Apache-2.0 */
/* Prints a request for --dry-run. */
#ifndef DRY_RUN_H
#define DRY_RUN_H

#include "config/config.h"
#include "list/list.h"
#include "request/request.h"

/*
 * Adds the request as {"method","url","headers","body"}, without the members that it lacks and with
 * "***" for each secret. If want is not NULL, it is the first request of that list. Fails with
 * ERROR_CONFIG if a key is missing, as the call would, and as list_show_first() does.
 */
bool dry_run_print(const struct request *request, const struct list_want *want,
	const struct config *config, struct text *out, struct error *err) MUST_CHECK;

#endif
