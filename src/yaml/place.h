/* SPDX-License-Identifier: Apache-2.0 */
/* Where a value that yaml_read() made stands in its text. */
#ifndef YAML_PLACE_H
#define YAML_PLACE_H

#include "base/scope.h"

#include <json-c/json.h>
#include <stdbool.h>

/* The place of a value in the text. Lines and columns are counted from 1. */
struct yaml_place {
	unsigned line, column; /* of the value */
	unsigned key_line, key_column; /* of its key in a mapping; 0 in a sequence */
	bool plain; /* a scalar without quotes, which may mean a number, a boolean or null */
	/* How many values it contains, itself included. Values of an alias count each time. */
	unsigned weight;
};

/* Returns the place of a value that yaml_read() made; NULL for any other value. */
struct yaml_place *yaml_place(struct json_object *value);

/* Returns whether a value that yaml_read() made is YAML's null: ~, null, or an empty value. */
bool yaml_is_null(struct json_object *value);

/* Keeps a copy of a place with a value, for reader.c. Returns false if memory runs out. */
bool yaml_place_set(struct json_object *value, const struct yaml_place *place) MUST_CHECK;

#endif
