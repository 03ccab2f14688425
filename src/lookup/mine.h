/* SPDX-License-Identifier: Apache-2.0 */
/* The word "mine" in a list of incidents. */
#ifndef LOOKUP_MINE_H
#define LOOKUP_MINE_H

#include "action/operation.h"
#include "client/client.h"

/* Returns whether an element of the list is the word "mine". */
bool mine_is(const struct param *param, const char *text);

/*
 * Replaces the element at index of the list by the ids of the open incidents that are assigned to
 * this user. Fails with ERROR_USAGE if there are none, otherwise as list_all() does.
 */
bool mine_put(struct client *client, struct json_object *list, const struct param *param,
	size_t index, const char *user_id, struct error *err) MUST_CHECK;

#endif
