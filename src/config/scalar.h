/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads single values of a configuration's tree. In a file a plain text may be a flag or a number,
 * as in YAML 1.1, which StackStorm reads.
 */
#ifndef CONFIG_SCALAR_H
#define CONFIG_SCALAR_H

#include <json-c/json.h>
#include <stdbool.h>

/* Returns whether a value is set: not NULL, YAML's null, or an empty text. */
bool config_is_set(struct json_object *value);

/* Returns 1 for true, 0 for false, -1 for anything else, NULL too. */
int config_read_flag(struct json_object *value);

/* Returns a number, or NaN if the value is none. */
double config_read_number(struct json_object *value);

#endif
