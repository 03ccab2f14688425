/* SPDX-License-Identifier: Apache-2.0 */
/* On whose behalf an action is done. */
#ifndef REQUEST_ACTING_H
#define REQUEST_ACTING_H

#include "action/operation.h"
#include "config/config.h"

struct acting {
	const char *address; /* e-mail address of a PagerDuty user; NULL: none is known; borrowed */
	const char *origin; /* where it was found, in words */
};

/*
 * The acting address: the parameter from_email, else that of user (who asked, as StackStorm names
 * them; NULL: unknown) in users of the configuration, else its from_email. False when a dynamic
 * value could not be looked up.
 */
bool acting_find(const struct operation *operation, struct json_object *values,
	struct config *config, const char *user, struct acting *out, struct error *err) MUST_CHECK;

/* ERROR_CONFIG: that there is none, and how to give one. subject begins the sentence. Always returns false. */
bool acting_explain_missing(
	const char *subject, struct config *config, const char *user, struct error *err);

#endif
