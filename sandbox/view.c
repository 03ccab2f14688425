/* SPDX-License-Identifier: Apache-2.0 */
#include "view.h"

#include "schedules.h"
#include "store.h"
#include "json/json.h"

#include <string.h>

/*
 * Members that PagerDuty computes: records of another collection that refer to this record or to
 * which it refers.
 */
static const struct tie {
	const char *type, *member, *collection;
	const char *via; /* the member that contains the reference */
	bool own; /* whether that member is in this record, not in the other */
} ties[] = {
	{ "escalation_policy", "services", "services", "escalation_policy", false },
	{ "schedule", "escalation_policies", "escalation_policies", "escalation_rules", false },
	{ "schedule", "users", "users", "schedule_layers", true },
	{ "service", "integrations", "integrations", "service", false },
	{ "user", "contact_methods", "contact_methods", "_owner", false },
	{ "user", "notification_rules", "notification_rules", "_owner", false },
};

/* Values of include[] that are not the name of a collection. */
static const struct {
	const char *word, *collection;
} words[] = {
	{ "acknowledgers", "users" },
	{ "agents", "users" },
	{ "assignees", "users" },
	{ "first_trigger_log_entries", "log_entries" },
	{ "targets", "users" },
	{ "targets", "schedules" },
};

static void add_tie(struct json_object *copy, struct json_object *record, const struct tie *tie)
{
	struct json_object *all = store_all(tie->collection), *found = json_object_new_array();

	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *other = json_object_array_get_idx(all, i);
		struct json_object *holder = tie->own ? record : other;
		struct json_object *held = tie->own ? other : record;

		if (store_mentions(json_member(holder, tie->via), call_text(held, "id")))
			json_object_array_add(found, store_reference(other));
	}
	json_object_object_add(copy, tie->member, found);
}

struct json_object *view_plain(struct json_object *record)
{
	struct json_object *copy = json_object_new_object(), *member_copy;

	json_object_object_foreach(record, name, member)
	{
		if (*name == '_')
			continue;
		member_copy = NULL;
		(void)json_object_deep_copy(member, &member_copy, NULL);
		json_object_object_add(copy, name, member_copy);
	}
	return copy;
}

/* Makes a copy without includes. */
static struct json_object *plain(struct json_object *record)
{
	struct json_object *copy = view_plain(record);

	for (size_t i = 0; i < COUNT(ties); i++) {
		if (!strcmp(ties[i].type, call_text(record, "type")))
			add_tie(copy, record, &ties[i]);
	}
	return copy;
}

static bool is_included(const struct call *call, const char *collection)
{
	if (call_lists(call, "include", collection))
		return true;
	for (size_t i = 0; i < COUNT(words); i++) {
		if (!strcmp(words[i].collection, collection) &&
			call_lists(call, "include", words[i].word))
			return true;
	}
	return false;
}

/* Returns a new reference to the replacement of a value, or NULL if the value is kept. */
static struct json_object *included(const struct call *call, struct json_object *value)
{
	const char *type = call_text(value, "type");
	const char *collection = store_collection(type);

	if (!collection || !strstr(type, "_reference") || !is_included(call, collection))
		return NULL;
	struct json_object *record = store_find(collection, call_text(value, "id"));

	return record ? plain(record) : NULL;
}

static void include(const struct call *call, struct json_object *tree)
{
	struct json_object *shown;

	if (json_object_is_type(tree, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(tree); i++) {
			struct json_object *item = json_object_array_get_idx(tree, i);

			if ((shown = included(call, item)))
				json_object_array_put_idx(tree, i, shown);
			else
				include(call, item);
		}
	}
	if (!json_object_is_type(tree, json_type_object))
		return;
	json_object_object_foreach(tree, name, member)
	{
		/* Replacing a member does not change the order of the others. */
		if ((shown = included(call, member)))
			json_object_object_add(tree, name, shown);
		else
			include(call, member);
	}
}

struct json_object *view(const struct call *call, struct json_object *record)
{
	struct json_object *copy = plain(record);

	/* Lists show a schedule without a range. */
	if (!strcmp(call_text(record, "type"), "schedule"))
		schedules_render(copy, 0, 0);
	include(call, copy);
	return copy;
}

void view_answer(struct call *call, long status, const char *name, struct json_object *record)
{
	call_answer_member(call, status, name, view(call, record));
}
