/* SPDX-License-Identifier: Apache-2.0 */
/* Detects a list that is empty because a name was taken for an id. */
#ifndef LOOKUP_EMPTY_H
#define LOOKUP_EMPTY_H

#include "action/operation.h"
#include "client/client.h"

/*
 * PagerDuty lists nothing, and says nothing, if a filter has an id that it does not know. After an
 * empty list: fails with ERROR_USAGE if a filter of it has the form of an id, has no digit, and is
 * the name of a thing ("POSTGRES"); the sentence says how to give a name. result is what the action
 * returns, values its checked parameters. If the names cannot be asked for, the result stands.
 */
bool empty_check(struct client *client, const struct operation *operation,
	struct json_object *values, const struct text *result, struct error *err) MUST_CHECK;

#endif
