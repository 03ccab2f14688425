/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/item.h"

#include "json/json.h"

#include <stdlib.h>

void item_add_place(const struct lookup_item *item, struct text *out)
{
	(void)text_add(out, item->param->name);
	if (item->index != ITEM_WHOLE)
		(void)text_addf(out, "[%d]", item->index);
}

bool item_put_id(struct json_object *values, const struct param *param, int index, const char *id,
	size_t len, struct error *err)
{
	struct json_object *text = json_object_new_string_len(id, (int)len);

	if (index == ITEM_WHOLE)
		return json_add(values, param->name, text) || error_memory(err);
	if (text &&
		!json_object_array_put_idx(json_member(values, param->name), (size_t)index, text))
		return true;
	json_object_put(text);
	return error_memory(err);
}

void item_done(struct lookup_item *item)
{
	free(item->text);
	free(item->host);
	free(item->id);
}
