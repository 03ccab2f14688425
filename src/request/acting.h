/* SPDX-License-Identifier: Apache-2.0 */
/* The PagerDuty user for whom an action is done: the From header. */
#ifndef REQUEST_ACTING_H
#define REQUEST_ACTING_H

#include "action/operation.h"
#include "config/config.h"

struct acting {
	const char *address; /* e-mail address of a PagerDuty user; NULL: none is known; borrowed */
	const char *origin; /* where it was found, in words */
	bool own; /* set for this call or for this user, not for everybody */
};

/*
 * Finds the acting address. The first of these counts: the parameter from_email; the address of
 * user in `users` of the configuration; from_email of the configuration. user is who asked, as
 * StackStorm names them, or NULL.
 */
struct acting acting_find(const struct operation *operation, struct json_object *values,
	const struct config *config, const char *user);

/*
 * Sets ERROR_CONFIG: there is no acting address, and how to give one. subject begins the sentence.
 */
void acting_explain_missing(
	const char *subject, const struct config *config, const char *user, struct error *err);

/* Sets ERROR_CONFIG: nothing says which PagerDuty user the asking one is. */
void acting_explain_unknown(const struct config *config, const char *user, struct error *err);

#endif
