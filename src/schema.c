/* SPDX-License-Identifier: Apache-2.0 */
#include "schema.h"

#include "json.h"
#include "schema_table.h"

#include <stdlib.h>
#include <string.h>

enum { PARSED_MOST = 64 };

/* The schemas parsed so far, by their place in the table. */
static struct json_object *parsed[PARSED_MOST];

static int compare_name(const void *name, const void *row)
{
	return strcmp(name, ((const struct schema_text *)row)->name);
}

struct json_object *schema_find(const char *name)
{
	const struct schema_text *row =
		bsearch(name, schema_texts, schema_count, sizeof(*row), compare_name);
	size_t index = row ? (size_t)(row - schema_texts) : PARSED_MOST;
	struct error err = { 0 };

	if (index >= PARSED_MOST)
		return NULL;
	if (!parsed[index] && !json_read(row->text, strlen(row->text), JSON_DEPTH_PARAMETERS, name,
				      ERROR_INTERNAL, &parsed[index], &err))
		return NULL;
	return parsed[index];
}

const char *schema_name(size_t index)
{
	return index < schema_count ? schema_texts[index].name : NULL;
}

void schema_free_all(void)
{
	for (size_t i = 0; i < PARSED_MOST; i++) {
		json_object_put(parsed[i]);
		parsed[i] = NULL;
	}
}
