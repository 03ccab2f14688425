/* SPDX-License-Identifier: Apache-2.0 */
/* What the build makes of the files in schemas/ (tools/embed.c). */
#ifndef SCHEMA_TABLE_H
#define SCHEMA_TABLE_H

#include <stddef.h>

struct schema_text {
	const char *name; /* of the file, without .json */
	const char *text; /* JSON */
};

/* Sorted by name. */
extern const struct schema_text schema_texts[];
extern const size_t schema_count;

#endif
