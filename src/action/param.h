/* SPDX-License-Identifier: Apache-2.0 */
/* A parameter of an action: its name, its type, its limits, and its place in the request. */
#ifndef ACTION_PARAM_H
#define ACTION_PARAM_H

#include "action/kind.h"
#include "base/text.h"

#include <json-c/json.h>
#include <stdbool.h>

/* The types of parameters. param_type_name() returns StackStorm's names for them. */
enum param_type {
	TYPE_STRING,
	TYPE_INTEGER,
	TYPE_BOOLEAN,
	TYPE_LIST, /* an array of strings: ids, statuses; StackStorm's "array" */
	TYPE_OBJECTS, /* an array of objects */
	TYPE_OBJECT,
	/* a string: an ISO 8601 date or date-time (instant.h), or a time in words (when.h) */
	TYPE_TIME,
	/* a string such as "2h" (duration.h), or seconds; its value is in seconds */
	TYPE_DURATION,
	TYPE_EMAIL, /* an e-mail address */
};

/* The place of a parameter in the request. */
enum place {
	PLACE_PATH, /* {name} of the path template, percent-encoded */
	PLACE_WHOLE_PATH, /* {+name} of the path template: a path, which is sent unchanged */
	/* the query string; a list is sent as name[]=a&name[]=b, an object member by member */
	PLACE_QUERY,
	PLACE_BODY, /* a member of the body, at the path .wire names */
	PLACE_DATA, /* the whole body, inside the row's wrapper; checked against the row's schema */
	PLACE_FROM, /* the From header */
	PLACE_KEY, /* the integration key of an event: service_key or routing_key */
	PLACE_KEY_NAME, /* a name among the configuration's service_keys or routing_keys */
	PLACE_METHOD, /* the HTTP method, if the row has none */
	PLACE_CONTROL, /* read by the program itself: maximum, partial, account, ... */
};

/*
 * A parameter. description is a sentence for people that says what it is. wire is its name in the
 * request, NULL if that is the same. In a body it is a path: "body/details" is the member details
 * of the member body. "[]" after a name is an array to which each element of a list (or a single
 * text) is added: "assignments[]/assignee". "[0]" after a name is the first element of an array.
 * Several paths, separated by commas, each get the value. A parameter of the path that has a wire
 * is also in the body.
 */
struct param {
	const char *name;
	const char *wire;
	enum place place;
	enum param_type type;
	bool required;
	bool secret;
	/* The default, as JSON text: "25", "\"UTC\""; NULL if there is none. */
	const char *initial;
	/*
	 * The allowed values of the parameter, or of the elements of a list, ended by NULL; NULL:
	 * any value is allowed.
	 */
	const char *const *values;
	/*
	 * The limits of an integer, or of the seconds of a duration. For a string, most is its
	 * number of characters. 0: no limit.
	 */
	long least, most;
	/* For objects: the members that each must have, texts, ended by NULL; NULL: none. */
	const char *const *members;
	bool filled; /* an empty text or list is refused; otherwise it counts as not given */
	/* Type of a reference: the id X is sent as {"id": X, "type": reference}. */
	const char *reference;
	const char *as; /* the names of these two members: "user_id/type"; NULL: "id/type" */
	/*
	 * For an object in a body that is sent as an array of pairs: the names of the two members
	 * of a pair. With "name/value", {"a": 1} is sent as {"name": "a", "value": 1}, an element
	 * of the array at wire.
	 */
	const char *pairs;
	const char *required_unless; /* the parameter in whose absence it is required, or NULL */
	bool bare; /* a list in the query is sent as name=a&name=b */
	enum kind kind; /* what kind of thing it names, so that a name may be given for its id */
	/* The parameter whose value says the kind; NULL: .kind says it. */
	const char *kind_by;
	/*
	 * The names of other parameters of the row, ended by NULL. The caller gives this parameter
	 * a name without saying what kind of thing it names. The thing is looked up, and its id
	 * goes into the one of those parameters that takes its kind. NULL: this is no such
	 * parameter.
	 */
	const char *const *among;
	bool orders; /* it says the order of a list */
	/* In this list "mine" means the open incidents that are assigned to the asking user. */
	bool mine;
	const char *description;
	/* A value as JSON text for the example in the reference; NULL: not in the example. */
	const char *example;
};

/*
 * Adds the description of a parameter, with what may be given for a thing that it names: "The
 * incident. Given by id." Returns false if memory runs out.
 */
bool param_describe(const struct param *param, struct text *out);

/*
 * Returns the kind of thing that a parameter names in a call with these values, KIND_NONE if it
 * names none.
 */
enum kind param_kind(const struct param *param, struct json_object *values);

/* Returns StackStorm's name of a type: "string", "integer", "boolean", "array", "object". */
const char *param_type_name(enum param_type type);

#endif
