/* SPDX-License-Identifier: Apache-2.0 */
/* The contents of a configuration. Only files of this folder include this. */
#ifndef CONFIG_HELD_H
#define CONFIG_HELD_H

#include "config/config.h"
#include "config/keys.h"

/*
 * A text that config_resolve() made ready. origin is the node of the tree that it belongs to, or,
 * for an URL without its last slash, the text that it was made from.
 */
struct resolved {
	struct resolved *next;
	const void *origin;
	const char *text;
	char *own; /* the same, where it is not borrowed from the tree; else NULL */
};

struct config {
	char *source; /* where it was read */
	bool passed; /* StackStorm read it and passed it */
	char *place; /* the answer of config_place() */
	struct json_object *root; /* what was read */
	/* The account chosen; borrowed from root; NULL: the top level. */
	struct json_object *account;
	const char *account_name; /* borrowed from root; NULL: none was chosen */

	/* The following are those of resolve.c. */
	bool offline;
	double end; /* when all look-ups must end, on clock_now(); 0: no limit */
	struct resolved *resolved;
	struct http *datastore; /* the handle for all look-ups; NULL before the first */
};

/*
 * The value of a key in the account chosen, or where that has none and may inherit, in the top
 * level; or NULL.
 */
struct json_object *config_find_value(const struct config *config, enum config_key key);

/*
 * The member's name of a key such as "oauth.url". *mapping, which has the key, becomes the mapping
 * that has the member.
 */
const char *config_step_in(struct json_object **mapping, const struct config_item *item);

/* The text that was made ready for an origin, or NULL. */
const char *config_find_resolved(const struct config *config, const void *origin);

/* Wipes and frees what config_resolve() made, and ends its connection. */
void config_forget_resolved(struct config *config);

#endif
