/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a YAML document into a json-c tree. Each value keeps its line and column. */
#ifndef YAML_READER_H
#define YAML_READER_H

#include "base/error.h"
#include "yaml/place.h"

#include <json-c/json.h>

enum { YAML_VALUES_MOST = 100000 };

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

#endif
