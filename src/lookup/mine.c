/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/mine.h"

#include "list/list.h"
#include "json/json.h"
#include "json/read.h"

#include <strings.h>

bool mine_is(const struct param *param, const char *text)
{
	return param->mine && !strcasecmp(text, "mine");
}

/* Adds the open incidents of a user, as one JSON array. */
static bool ask_incidents(
	struct client *client, const char *user_id, struct text *out, struct error *err)
{
	static const struct param user_ids = { .name = "user_ids", .place = PLACE_QUERY };
	static const struct param *const params[] = { &user_ids, NULL };
	/*
	 * All of them, however long they have been open: without a range PagerDuty lists only the
	 * last month.
	 */
	static const struct operation operation = {
		.name = "incidents",
		.method = "GET",
		.path = "/incidents?statuses[]=triggered&statuses[]=acknowledged&date_range=all",
		.result = RESULT_LIST,
		.member = "incidents",
		.paging = PAGING_CLASSIC,
		.params = params,
	};
	scoped(request_done) struct request request = { 0 };
	scoped(json_put_at) struct json_object *values = json_object_new_object();
	const char *const users[] = { user_id, NULL };
	const struct list_want all = { 0 };
	bool cut;

	if (!json_add_strings(values, "user_ids", users))
		return error_memory(err);
	return request_build(&request, &operation, values, client->config, NULL, err) &&
	       list_all(client, &request, &all, out, &cut, err);
}

bool mine_put(struct client *client, struct json_object *list, const struct param *param,
	size_t index, const char *user_id, struct error *err)
{
	scoped(text_done) struct text found = TEXT(TEXT_ANY);
	scoped(json_put_at) struct json_object *incidents = NULL;

	if (!ask_incidents(client, user_id, &found, err))
		return false;
	if (!json_read_reply(text_string(&found), found.len, &incidents, err))
		return false;
	if (!json_object_array_length(incidents))
		return error_set(err, ERROR_USAGE, 0,
			"%s: no open incident is assigned to you (%s in PagerDuty)", param->name,
			user_id);
	(void)json_object_array_del_idx(list, index, 1);
	for (size_t i = 0; i < json_object_array_length(incidents); i++) {
		const char *id = json_string(json_object_array_get_idx(incidents, i), "id");

		if (id && !json_append(list, json_object_new_string(id)))
			return error_memory(err);
	}
	return true;
}
