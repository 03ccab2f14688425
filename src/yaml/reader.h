/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a YAML document into a json-c tree. Each value keeps its line and column. */
#ifndef YAML_READER_H
#define YAML_READER_H

#include "base/error.h"

#include <json-c/json.h>

enum { YAML_VALUES_MOST = 100000 };

/* The place of a value in the text. Lines and columns are counted from 1. */
struct yaml_place {
	unsigned line, column; /* of the value */
	unsigned key_line, key_column; /* of its key in a mapping; 0 in a sequence */
	bool plain; /* a scalar without quotes, which may mean a number, a boolean or null */
	/* How many values it contains, itself included. Values of an alias count each time. */
	unsigned weight;
};

/* A place in the text. If line is 0, there is none. */
struct yaml_mark {
	unsigned line, column; /* from 1; columns in characters */
};

/*
 * Reads one document of UTF-8. An empty document is an empty mapping. Every scalar becomes a string
 * with its exact text; the caller decides what it means. An alias becomes a reference to the same
 * value, not a copy. A tree has at most YAML_VALUES_MOST values; those of an alias count each time.
 * Duplicate keys, merge keys, a second document and more than 32 levels are refused.
 *
 * text must end with a NUL, which len does not count. name is the name of the file: each error
 * begins with "NAME:LINE:COLUMN: ", and quotes nothing but keys. *out_at is the place of the error.
 * Returns a new reference, or NULL with ERROR_CONFIG.
 */
struct json_object *yaml_read(const char *text, size_t len, const char *name,
	struct yaml_mark *out_at, struct error *err) MUST_CHECK;

/* Returns the place of a value that yaml_read() made; NULL for any other value. */
struct yaml_place *yaml_place(struct json_object *value);

/* Returns whether a value that yaml_read() made is YAML's null: ~, null, or an empty value. */
bool yaml_is_null(struct json_object *value);

#endif
