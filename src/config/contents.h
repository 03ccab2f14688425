/* SPDX-License-Identifier: Apache-2.0 */
/* The contents of a configuration. Only files of this folder include this. */
#ifndef CONFIG_CONTENTS_H
#define CONFIG_CONTENTS_H

#include "config/config.h"
#include "config/keys.h"

/*
 * A text that config_resolve() resolved. origin is its node in the tree, or, for a URL without its
 * last slash, the text from which it was made.
 */
struct resolved {
	struct resolved *next;
	const void *origin;
	const char *text;
	char *own; /* the same text, if it is not borrowed from the tree; otherwise NULL */
};

struct config {
	char *source; /* the source from which it was read */
	bool passed; /* StackStorm read it and passed it */
	char *place; /* the answer of config_place() */
	struct json_object *root; /* what was read */
	/* The chosen account, borrowed from root; NULL: the top level. */
	struct json_object *account;
	const char *account_name; /* borrowed from root; NULL: none was chosen */

	/* The members below belong to resolve.c. */
	bool offline;
	double end; /* when all look-ups must end, on clock_now(); 0: no limit */
	struct resolved *resolved;
	struct http *datastore; /* the handle for all look-ups; NULL before the first */
};

/*
 * Returns the value of a key in the chosen account. If that has none and may inherit it, returns
 * the value at the top level, or NULL.
 */
struct json_object *config_find_value(const struct config *config, enum config_key key);

/*
 * Returns the name of the member of a key such as "oauth.url". *mapping becomes the mapping that
 * contains the member.
 */
const char *config_step_in(struct json_object **mapping, const struct config_item *item);

/* Returns the text that was resolved for an origin, or NULL. */
const char *config_find_resolved(const struct config *config, const void *origin);

/* Overwrites and frees what config_resolve() made, and closes its connection. */
void config_forget_resolved(struct config *config);

#endif
