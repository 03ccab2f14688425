/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds the configuration: the given file, the one that StackStorm passed, or StackStorm's own
 * file.
 */
#ifndef CONFIG_FIND_H
#define CONFIG_FIND_H

#include "base/error.h"

#include <json-c/json.h>
#include <stdbool.h>

struct config_found {
	/* Owned and checked (check.h). Its values have places (yaml_place). */
	struct json_object *root;
	const char *source; /* its name for sentences; lives as long as the given name */
	bool passed; /* StackStorm read the file and passed it */
};

/*
 * Reads and checks the first of these that exists: file, if it is not NULL; ST2_PAGERDUTY_CONFIG,
 * if it contains more than the defaults of config.schema.yaml; CONFIG_FILE. If that is missing,
 * root is an empty object. Fails with ERROR_CONFIG and lists all problems. config_found_done() must
 * be called also on failure.
 */
bool config_find(const char *file, struct config_found *out, struct error *err) MUST_CHECK;

/* Overwrites and releases root, unless the caller took it (NULL). */
void config_found_done(struct config_found *found);

#endif
