/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"

#include "schema/table.h"
#include "json/json.h"
#include "json/read.h"

#include <stdlib.h>
#include <string.h>

static int compare_name(const void *name, const void *row)
{
	return strcmp(name, ((const struct schema_text *)row)->name);
}

struct json_object *schema_find(const char *name)
{
	struct schema_text *row =
		bsearch(name, schema_texts, schema_count, sizeof(*row), compare_name);
	struct error err = { 0 };

	if (!row)
		return NULL;
	if (!row->parsed && !json_read(row->text, strlen(row->text), JSON_DEPTH_PARAMETERS, name,
				    ERROR_INTERNAL, &row->parsed, &err))
		return NULL;
	return row->parsed;
}

struct json_object *schema_for_data(const char *name, bool updates)
{
	struct json_object *schema = schema_find(name);

	return schema && updates ? schema_for_update(schema) : json_object_get(schema);
}

const char *schema_name(size_t index)
{
	return index < schema_count ? schema_texts[index].name : NULL;
}

void schema_free_all(void)
{
	for (size_t i = 0; i < schema_count; i++) {
		json_object_put(schema_texts[i].parsed);
		schema_texts[i].parsed = NULL;
	}
}
