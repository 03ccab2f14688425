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
 * Finds the acting address: the first of the parameter from_email, the address of user in `users`
 * of the configuration, and from_email of the configuration. user is StackStorm's name of the
 * asking user, or NULL.
 */
struct acting acting_find(const struct operation *operation, struct json_object *values,
	const struct config *config, const char *user);

/*
 * Fails with ERROR_CONFIG because there is no acting address, and says how to give one. subject
 * begins the sentence.
 */
void acting_explain_missing(
	const char *subject, const struct config *config, const char *user, struct error *err);

/* Fails with ERROR_CONFIG because it is not known which PagerDuty user the asking user is. */
void acting_explain_unknown(const struct config *config, const char *user, struct error *err);

#endif
