/* SPDX-License-Identifier: Apache-2.0 */
/* Looks up a name that may be the name of things of several kinds. */
#ifndef LOOKUP_ANY_KIND_H
#define LOOKUP_ANY_KIND_H

#include "action/operation.h"
#include "client/client.h"

/*
 * Finds the only thing with this name among several kinds: those of the parameters that
 * param->among lists. *out_target is the parameter that takes the id, which is added to out_id.
 * loosely is as in struct wanted. Fails with ERROR_USAGE if no thing or several things have the
 * name, otherwise as ask_list() does.
 */
bool any_kind_find(struct client *client, const struct operation *operation,
	const struct param *param, const char *name, bool loosely, const struct param **out_target,
	struct text *out_id, struct error *err) MUST_CHECK;

/* Returns the one of these parameters that takes a user, or NULL. */
const struct param *any_kind_user(const struct operation *operation, const struct param *param);

/*
 * Puts an id into the parameter that takes it, which may be a list, and removes the name from
 * values.
 */
bool any_kind_put(struct json_object *values, const struct param *param, const struct param *target,
	const char *id, struct error *err) MUST_CHECK;

#endif
