/* SPDX-License-Identifier: Apache-2.0 */
#include "action/list_want.h"

#include "json/json.h"

static const char all[] = "all", maximum[] = "maximum", partial[] = "partial";

bool list_want_read(
	const struct operation *operation, struct json_object *values, struct list_want *out)
{
	*out = (struct list_want){
		.maximum = (long)json_object_get_int64(json_member(values, maximum)),
		.partial = json_object_get_boolean(json_member(values, partial)),
	};
	/* Only a request of rest.request may be something else than a list. */
	if (operation->paging == PAGING_GUESS)
		return json_object_get_boolean(json_member(values, all));
	return operation->paging != PAGING_NONE;
}

bool list_want_all(struct json_object *values)
{
	return json_add(values, maximum, json_object_new_int64(0)) &&
	       json_add(values, partial, json_object_new_boolean(false));
}
