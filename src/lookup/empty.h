/* SPDX-License-Identifier: Apache-2.0 */
/* Detects that a list lacks something because a name was taken for an id. */
#ifndef LOOKUP_EMPTY_H
#define LOOKUP_EMPTY_H

#include "action/operation.h"
#include "client/client.h"

/*
 * If a filter has an unknown id, PagerDuty lists nothing for it and does not say why. So after a
 * list that does not contain the id of a filter, this fails with ERROR_USAGE if the id has the form
 * of a name ("POSTGRES", "RABBIT01") and is the name of a thing; the sentence says how to give a
 * name. Nobody is asked about an id of the usual form. result is what the action returns, values
 * are its checked parameters. If the names cannot be read, the result is kept.
 */
bool empty_check(struct client *client, const struct operation *operation,
	struct json_object *values, const struct text *result, struct error *err) MUST_CHECK;

#endif
