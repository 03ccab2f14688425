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
	/* The row's, or its `other`; for all of a list that has an action of its own, that row. */
	const struct operation *operation;
	const char *method; /* HTTP's; borrowed from the row or from values */
	const char *member; /* of the reply, as in struct operation; borrowed alike */
	struct text url; /* base and path, no query */
	/* "a=b&c=d" without the question mark; paging members are added by page.h. */
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
	/* The row's, with RETRY_KEYED lowered to RETRY_UNSENT when there is no key. */
	enum retry_class retry;
};

/*
 * Builds the request of an operation from its checked parameters (params_read). Keys and
 * addresses come from the configuration where the parameters do not give them. user is who asked,
 * as StackStorm names them, or NULL. Fails with ERROR_CONFIG (a key or an address is missing; the
 * sentence says how to give it) or ERROR_USAGE. The request borrows values. It is valid until
 * request_done(), also when building failed.
 */
bool request_build(struct request *request, const struct operation *operation,
	struct json_object *values, const struct config *config, const char *user,
	struct error *err) MUST_CHECK;

/*
 * Returns whether a request of this row tells who acts, if that is known: a call of the REST API
 * that changes something, or one that has a parameter for it.
 */
bool request_names_actor(const struct operation *operation);

/* Returns whether it changes something at PagerDuty, and does not only read. */
bool request_changes(const struct request *request);

void request_done(struct request *request);

#endif
