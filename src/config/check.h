/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a configuration's tree against the table of keys. */
#ifndef CONFIG_CHECK_H
#define CONFIG_CHECK_H

#include "base/error.h"

#include <json-c/json.h>

/* The source of the tree, for sentences. */
struct config_source {
	const char *name; /* the file's, or "the configuration StackStorm passed" */
	/* The content of the file, for quoting lines; NULL if the tree was not read from a file. */
	const char *text;
};

/*
 * Adds every problem of the tree to err: unknown keys (with the nearest known one), wrong types,
 * wrong values. In a file each problem begins with "NAME:LINE:COLUMN: " and ends with the line, in
 * which a ^ precedes the place; a line that may contain a secret is not quoted. Returns true if
 * there is no problem, otherwise false with ERROR_CONFIG.
 */
bool config_check(
	struct json_object *root, const struct config_source *source, struct error *err) MUST_CHECK;

#endif
