/* SPDX-License-Identifier: Apache-2.0 */
#include "reply/sent.h"

#include <string.h>

/* The thing with this id, or NULL. */
static struct json_object *find(struct json_object *list, const char *id)
{
	size_t count =
		json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;

	for (size_t i = 0; i < count; i++) {
		struct json_object *thing = json_object_array_get_idx(list, i);
		const char *own = json_string(thing, "id");

		if (own && id && !strcmp(own, id))
			return thing;
	}
	return NULL;
}

bool sent_is_done(
	struct json_object *sent, struct json_object *answer, const char *list, struct text *why)
{
	struct json_object *thing = find(json_member(answer, list), json_string(sent, "id"));
	const char *wanted = json_string(sent, "status"), *found = json_string(thing, "status");

	if (!thing) {
		/*
		 * The specification allows this answer to be paged, so that it may hold only some
		 * of the things.
		 */
		bool more = json_object_get_boolean(json_member(answer, "more"));

		(void)text_add(why,
			more ? "PagerDuty's answer ends before it, so that it is not known whether it was done"
			     : "PagerDuty's answer does not name it");
		return false;
	}
	if (!wanted || !found || !strcmp(wanted, found))
		return true;
	(void)text_addf(why, "in PagerDuty's answer it is %s, and not %s", found, wanted);
	return false;
}
