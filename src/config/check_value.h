/* SPDX-License-Identifier: Apache-2.0 */
/* Checks a value of the configuration against the row of its key. Only check.c uses this. */
#ifndef CONFIG_CHECK_VALUE_H
#define CONFIG_CHECK_VALUE_H

#include "base/text.h"
#include "config/check.h"
#include "config/keys.h"

enum { CHECK_NAME_SHOWN = 60 }; /* characters of a name that a sentence quotes */

struct check {
	const struct config_source *source;
	const char *account; /* the account whose keys are checked; NULL: the top level */
	struct error *err;
};

/*
 * Adds a problem of a value or its key. harmless says that neither is a secret if it stands at the
 * right place, so that quote.c decides whether the line may be shown.
 */
void check_add_problem(const struct check *check, struct json_object *value, bool of_key,
	bool harmless, const char *sentence);

/*
 * Adds that the value of a key has a wrong type. The value may be anything, so its line is never
 * shown.
 */
void check_add_type_problem(
	const struct check *check, struct json_object *value, const char *name, const char *what);

/* Adds the account for sentences: "accounts.emea."; nothing at the top level. */
void check_add_account(const struct check *check, struct text *out);

/* Adds the problems of a value that is set. */
void check_value(
	const struct check *check, struct json_object *value, const struct config_item *item);

#endif
