/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the expression for a value of StackStorm's datastore: "{{st2kv.system.NAME}}". */
#ifndef CONFIG_EXPRESSION_H
#define CONFIG_EXPRESSION_H

#include <stdbool.h>

/* A value in the datastore. name is borrowed from the text. */
struct datastore_name {
	bool user; /* the scope is user, otherwise system */
	const char *name; /* may contain dots */
	int name_len;
};

/* Returns the name of the scope: "user" or "system". */
const char *datastore_scope(const struct datastore_name *name);

/*
 * Returns whether text is exactly {{st2kv.system.NAME}} or {{st2kv.user.NAME}}; white space and "|
 * decrypt_kv" are allowed. For another text that looks like an expression, returns false and sets
 * *out_unknown to true.
 */
bool datastore_expression(const char *text, struct datastore_name *out, bool *out_unknown);

#endif
