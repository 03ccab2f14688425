/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Explains values in sentences: why one is missing, where it is written, and which others there
 * are.
 */
#ifndef CONFIG_EXPLAIN_H
#define CONFIG_EXPLAIN_H

#include "base/error.h"
#include "base/text.h"
#include "config/config.h"

/*
 * Explains why a key that is configured has no value: its value in StackStorm's datastore is empty,
 * or StackStorm passed null or an empty text for an expression, because its datastore does not have
 * the value, or it is empty. Then sets ERROR_CONFIG and returns true. If the key is not
 * configured, sets nothing and returns false. name is the member of a map, otherwise NULL.
 */
bool config_explain_missing(
	const struct config *config, enum config_key key, const char *name, struct error *err);

/*
 * Returns where an operator must write a missing key, as the end of a sentence: the file, the
 * chosen account, and, if StackStorm read the file, the command that makes StackStorm read it
 * again. Borrowed.
 */
const char *config_place(const struct config *config);

/*
 * Adds where the value of a key was written: "accounts.prod.routing_keys.database of
 * /opt/stackstorm/configs/pagerduty.yaml", and the datastore's key if the file names one. name is
 * the member of a map, otherwise NULL. Does not add a value. Returns false if memory runs out.
 */
bool config_add_origin(
	const struct config *config, enum config_key key, const char *name, struct text *out);

/*
 * Adds the names in service_keys, routing_keys or users as "a, b and c". Adds nothing if there are
 * none.
 */
void config_add_names(const struct config *config, enum config_key key, struct text *out);

/* Adds the names of the members of an object in the same way. map may be NULL. */
void config_join_names(struct json_object *map, struct text *out);

#endif
