/* SPDX-License-Identifier: Apache-2.0 */
#include "collections.h"

#include "json.h"
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A resource, with the members that PagerDuty's specification requires of a new one. */
static const struct collection {
	const char *plural, *singular;
	const char *const *required;
} collections[] = {
	{ "escalation_policies", "escalation_policy",
		(const char *const[]){ "type", "name", "escalation_rules", NULL } },
	{ "log_entries", "log_entry", NULL },
	{ "maintenance_windows", "maintenance_window",
		(const char *const[]){ "type", "start_time", "end_time", "services", NULL } },
	{ "notifications", "notification", NULL },
	{ "schedules", "schedule", (const char *const[]){ "type", "time_zone", NULL } },
	{ "services", "service", (const char *const[]){ "type", "escalation_policy", NULL } },
	{ "teams", "team", (const char *const[]){ "type", "name", NULL } },
	{ "users", "user", (const char *const[]){ "type", "name", "email", NULL } },
};

static long number(const struct call *call, const char *name, long otherwise)
{
	const char *text = call_query(call, name);

	return text ? strtol(text, NULL, 10) : otherwise;
}

void collections_page(
	struct call *call, const char *name, struct json_object *all, collections_filter *filter)
{
	long limit = number(call, "limit", 25), offset = number(call, "offset", 0), found = 0;
	struct json_object *reply, *records;

	if (limit < 1 || offset < 0 || offset + limit > 10000) {
		call_refuse(call, 400, 2001, "Invalid Input Provided",
			"Offset and limit must be within 10000");
		return;
	}
	limit = limit > 100 ? 100 : limit;
	reply = json_object_new_object();
	records = json_object_new_array();
	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *record = json_object_array_get_idx(all, i);

		if (filter && !filter(call, record))
			continue;
		if (found >= offset && found < offset + limit)
			json_object_array_add(records, json_object_get(record));
		found++;
	}
	json_object_object_add(reply, name, records);
	json_object_object_add(reply, "limit", json_object_new_int64(limit));
	json_object_object_add(reply, "offset", json_object_new_int64(offset));
	json_object_object_add(reply, "total", NULL);
	json_object_object_add(reply, "more", json_object_new_boolean(found > offset + limit));
	call_answer(call, 200, reply);
}

/* "query" finds by a part of the name, or of the e-mail address. */
static bool matches_query(const struct call *call, struct json_object *record)
{
	const char *query = call_query(call, "query");

	return !query || strcasestr(call_text(record, "name"), query) ||
	       strcasestr(call_text(record, "email"), query) ||
	       strcasestr(call_text(record, "description"), query);
}

static void create(struct call *call, const struct collection *collection)
{
	struct json_object *given = json_member(call->body, collection->singular);

	if (!json_object_is_type(given, json_type_object)) {
		call_refuse(
			call, 400, 2001, "Invalid Input Provided", "The body lacks its wrapper");
		return;
	}
	for (const char *const *name = collection->required; *name; name++) {
		char problem[80];

		if (json_member(given, *name))
			continue;
		(void)snprintf(problem, sizeof(problem), "%s can't be blank.", *name);
		call_refuse(call, 400, 2001, "Invalid Input Provided", problem);
		return;
	}
	call_answer_member(call, 201, collection->singular,
		json_object_get(store_add(
			collection->plural, collection->singular, json_object_get(given))));
}

static void answer_one(struct call *call, const struct collection *collection, const char *id)
{
	struct json_object *object = store_find(collection->plural, id);

	if (!object) {
		call_not_found(call);
	} else if (!strcmp(call->method, "GET")) {
		call_answer_member(call, 200, collection->singular, json_object_get(object));
	} else if (!strcmp(call->method, "DELETE") && collection->required) {
		store_remove(collection->plural, id);
		call_answer(call, 204, NULL);
	} else {
		call_refuse(call, 405, 2004, "Method Not Allowed", NULL);
	}
}

bool collections_answer(struct call *call)
{
	for (size_t i = 0; i < COUNT(collections); i++) {
		const struct collection *collection = &collections[i];
		size_t len = strlen(collection->plural);
		const char *rest = call->path + 1 + len;

		if (strncmp(call->path + 1, collection->plural, len) != 0 ||
			(*rest && *rest != '/'))
			continue;
		if (*rest && !strchr(rest + 1, '/'))
			answer_one(call, collection, rest + 1);
		else if (!*rest && !strcmp(call->method, "GET"))
			collections_page(call, collection->plural, store_all(collection->plural),
				matches_query);
		else if (!*rest && !strcmp(call->method, "POST") && collection->required)
			create(call, collection);
		else
			return false;
		return true;
	}
	return false;
}
