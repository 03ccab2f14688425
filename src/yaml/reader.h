/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a YAML document into a json-c tree. Each value keeps its line and column. */
#ifndef YAML_READER_H
#define YAML_READER_H

#include "base/error.h"

#include <json-c/json.h>

enum { YAML_VALUES_MOST = 100000 };

/* Where a value stood; lines and columns from 1. */
struct yaml_place {
	unsigned line, column; /* of the value */
	unsigned key_line, key_column; /* of its key in a mapping; 0 in a sequence */
	bool plain; /* a scalar without quotes, which may mean a number, a boolean or null */
	/* How many values it holds, itself included; a value behind an alias counts each time. */
	unsigned weight;
};

/* A place in the text; line 0 is none. */
struct yaml_mark {
	unsigned line, column; /* from 1; columns in characters */
};

/*
 * Reads one document of UTF-8; an empty one is an empty mapping. Every scalar becomes a string with
 * its exact text; the caller decides what it means. An alias is a reference to the same value, not
 * a copy. A tree holds at most YAML_VALUES_MOST values, each alias counted as what it stands for.
 * Duplicate keys, merge keys, a second document and nesting past 32 levels are refused.
 *
 * name is the file's, for the sentences, which start "NAME:LINE:COLUMN: " and quote nothing but a
 * key; *out_at is that place. Returns a new reference, or NULL with ERROR_CONFIG. text ends with a
 * NUL.
 */
struct json_object *yaml_read(const char *text, size_t len, const char *name,
	struct yaml_mark *out_at, struct error *err) MUST_CHECK;

/* Where a value of such a tree stood; NULL for any other value. */
struct yaml_place *yaml_place(struct json_object *value);

/* Whether a value of such a tree is YAML's null: ~, null, or nothing at all. */
bool yaml_is_null(struct json_object *value);

#endif
