/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A request to PagerDuty as plain data: built without a network, so that tests and --dry-run see it
 * whole.
 */
#ifndef REQUEST_H
#define REQUEST_H

#include "action/operation.h"
#include "base/text.h"
#include "config/config.h"

struct request {
	/*
	 * The row or its `other`. For rest.request with a list that has its own action, the row of
	 * that action.
	 */
	const struct operation *operation;
	const char *method; /* the HTTP method, borrowed from the row or from values */
	/* the member of the reply (struct operation), borrowed in the same way */
	const char *member;
	struct text url; /* base and path, without the query */
	/* "a=b&c=d" without the question mark. page.h adds parameters of the page. */
	struct text query;
	/*
	 * The byte of query at which the end that range_end.h added begins. It is the last member.
	 * 0: none was added.
	 */
	size_t until_now;
	struct text from; /* the From header's value; empty: not sent */
	/* Where the integration key in the body was found, in words; empty: none is sent. */
	struct text key_origin;
	const char *from_origin; /* where it was found, in words; NULL: not looked for */
	struct json_object *body; /* owned; NULL: none is sent */
	/* The action's name for the de-duplication key of the body; NULL: the body has none. */
	const char *key_name;
	const char *key; /* the value of that key, borrowed from body */
	/* The row's class, but RETRY_UNSENT instead of RETRY_KEYED if there is no key. */
	enum retry_class retry;
};

/*
 * Builds the request of an operation from its checked parameters (params_read()). Keys and
 * addresses that the parameters do not give come from the configuration. user is StackStorm's name
 * of the asking user, or NULL. Fails with ERROR_CONFIG if a key or an address is missing, and says
 * how to give it, or with ERROR_USAGE. The request borrows values. It is valid until
 * request_done(), which must be called also on failure.
 */
bool request_build(struct request *request, const struct operation *operation,
	struct json_object *values, const struct config *config, const char *user,
	struct error *err) MUST_CHECK;

/*
 * Returns whether a request of this row names the acting user, if there is one: a call of the REST
 * API that changes something, or that has a parameter for the user.
 */
bool request_names_actor(const struct operation *operation);

/* Returns whether the request changes something at PagerDuty. */
bool request_changes(const struct request *request);

void request_done(struct request *request);

#endif
