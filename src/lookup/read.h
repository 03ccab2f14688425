/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the parameters that contain names. */
#ifndef LOOKUP_READ_H
#define LOOKUP_READ_H

#include "lookup/lookup.h"

/*
 * Replaces in values, which are the checked parameters, all that needs no request: the id in a web
 * address, an id in small letters. Records what lookup_ask() must look up. For calls that change
 * nothing, the number of an incident in the path need not be looked up, because PagerDuty accepts
 * it as an id.
 */
bool lookup_read(struct lookup *lookup, const struct operation *operation,
	struct json_object *values, struct error *err) MUST_CHECK;

#endif
