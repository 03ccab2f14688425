/* SPDX-License-Identifier: Apache-2.0 */
/* The schemas that the build compiles in from the files in schemas/ (tools/embed.c). */
#ifndef SCHEMA_TABLE_H
#define SCHEMA_TABLE_H

#include <json-c/json.h>
#include <stddef.h>

struct schema_text {
	const char *name; /* of the file, without .json */
	const char *text; /* JSON */
	struct json_object *parsed; /* NULL until first use */
};

/* Sorted by name. */
extern struct schema_text schema_texts[];
extern const size_t schema_count;

#endif
