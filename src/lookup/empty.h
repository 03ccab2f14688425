/* SPDX-License-Identifier: Apache-2.0 */
/* Detects a list that is empty because a name was taken for an id. */
#ifndef LOOKUP_EMPTY_H
#define LOOKUP_EMPTY_H

#include "action/operation.h"
#include "client/client.h"

/*
 * If a filter has an unknown id, PagerDuty lists nothing and does not say why. So after an empty
 * list this fails with ERROR_USAGE if a filter has the form of an id, has no digit, and is the name
 * of a thing ("POSTGRES"); the sentence says how to give a name. result is what the action returns,
 * values are its checked parameters. If the names cannot be read, the result is kept.
 */
bool empty_check(struct client *client, const struct operation *operation,
	struct json_object *values, const struct text *result, struct error *err) MUST_CHECK;

#endif
