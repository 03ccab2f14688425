/* SPDX-License-Identifier: Apache-2.0 */
/* The table of configuration keys. */
#ifndef CONFIG_KEYS_H
#define CONFIG_KEYS_H

#include "config/config.h"

enum config_type {
	CONFIG_TYPE_TEXT,
	CONFIG_TYPE_URL, /* a base URL: origin_problem() */
	CONFIG_TYPE_EMAIL,
	CONFIG_TYPE_PROXY, /* a proxy for libcurl */
	CONFIG_TYPE_PATH, /* an absolute path of a file */
	CONFIG_TYPE_SECONDS, /* a number, 0 or more */
	CONFIG_TYPE_COUNT, /* a whole number, 1 or more */
	CONFIG_TYPE_FLAG,
	CONFIG_TYPE_LIST, /* texts; config_text() joins them by spaces */
	CONFIG_TYPE_MAP, /* name -> text */
};

struct config_item {
	const char *name; /* as in the file; "oauth.url" is the member url of the mapping oauth */
	enum config_type type;
	/* The type of a list's elements or of a map's values; text unless given. */
	enum config_type inner;
	bool secret; /* its value, or the values of its map, must not be shown */
	bool host_wide; /* an account without this key uses that of the top level */
	const char *initial; /* the default, as text; NULL if there is none */
	const char *const *values; /* ended by NULL; NULL: any value is allowed */
	const char *rule; /* the sentence for a value that is none of them */
	/* Returns what is wrong with a text, or NULL. If this is NULL, only the type is checked. */
	const char *(*problem)(const char *text);
	double most; /* the largest number of seconds, or the largest count */
	bool zero; /* 0 is allowed */
	const char *description; /* for people, in a sentence */
};

/*
 * A mapping of the file whose members are keys of the table: "oauth.url" is in the mapping oauth.
 */
struct config_mapping {
	const char *name;
	const char *member; /* one of its members, for sentences */
	const char *description; /* for people, in a sentence */
	bool host_alone; /* not allowed in an account; all its members are host_wide */
};

enum { CONFIG_MAPPINGS = 4 };

/* The last element has no name. */
extern const struct config_mapping config_mappings[CONFIG_MAPPINGS + 1];

/* Returns the mapping of this name, or NULL. */
const struct config_mapping *config_find_mapping(const char *name);

/* Returns whether a key is a member of the mapping. */
bool config_in_mapping(const struct config_item *item, const struct config_mapping *mapping);

/* Returns the item of a key, never NULL. */
const struct config_item *config_item(enum config_key key);

/* Returns the key of a name, or CONFIG_KEYS if there is none. */
enum config_key config_find_key(const char *name);

/*
 * Returns what is wrong with a text as the value of a key ("must be an e-mail address"), or NULL.
 * Checks allowed values, URLs and addresses. A text for a header must not contain a line break.
 */
const char *config_text_problem(const struct config_item *item, const char *text);

/*
 * Returns whether a text looks like an integration key: 32 letters and digits. It is refused as a
 * name, because names are shown and a key must not be.
 */
bool config_looks_like_key(const char *name);

#endif
