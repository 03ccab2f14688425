/* SPDX-License-Identifier: Apache-2.0 */
/* A name that may be that of things of several kinds. */
#ifndef LOOKUP_AMONG_H
#define LOOKUP_AMONG_H

#include "action/operation.h"
#include "client/client.h"

/*
 * Finds the one thing with this name among the kinds that a parameter names (struct param, among):
 * *out_target is the parameter of the row that takes its id, which is added to out_id. loosely: as
 * in struct wanted, where nothing is called so exactly. ERROR_USAGE where nothing is called so, or
 * more than one thing; else as ask_list.
 */
bool among_find(struct client *client, const struct operation *operation, const struct param *param,
	const char *name, bool loosely, const struct param **out_target, struct text *out_id,
	struct error *err) MUST_CHECK;

/* The parameter among them that takes a user, or NULL. */
const struct param *among_user(const struct operation *operation, const struct param *param);

/* Puts an id into the parameter that takes it, a list or not, and takes the name out of values. */
bool among_put(struct json_object *values, const struct param *param, const struct param *target,
	const char *id, struct error *err) MUST_CHECK;

#endif
