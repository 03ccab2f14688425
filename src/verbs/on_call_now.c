/* SPDX-License-Identifier: Apache-2.0 */
/* The function of on_call.now: see operations/verbs.h. */
#include "operations/verbs.h"

#include "action/list_want.h"
#include "verbs/verb.h"
#include "json/json.h"

#include <string.h>

/*
 * The parameters of on_call.find, with all that it takes by default. A new object; NULL if memory
 * runs out.
 */
static struct json_object *find_values(struct json_object *given)
{
	scoped(json_put_at) struct json_object *values = json_object_new_object();
	static const char *const passed[] = { "time_zone", "include" };

	if (!json_add(values, "earliest", json_object_new_boolean(true)) || !list_want_all(values))
		return NULL;
	for (size_t i = 0; i < COUNT(passed); i++) {
		struct json_object *value = json_member(given, passed[i]);

		if (value && !json_add(values, passed[i], json_object_get(value)))
			return NULL;
	}
	return steal(values);
}

/* Adds an array with one id. */
static bool add_id(struct json_object *values, const char *name, const char *id)
{
	struct json_object *ids = json_object_new_array();

	return json_add(values, name, ids) && json_append(ids, json_object_new_string(id));
}

/* The escalation policy of a service. */
static bool add_policy_of_service(
	struct run *run, struct json_object *values, const char *service, struct error *err)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *found = NULL;

	if (!json_add_string(asked, "entity_id", service))
		return error_memory(err);
	if (!verb_call(run, "service.get", asked, &found, err))
		return false;
	const char *policy = json_string(json_member(found, "escalation_policy"), "id");
	if (!policy)
		return error_set(err, ERROR_REPLY, 0,
			"the service in PagerDuty's answer has no escalation policy");
	return add_id(values, "escalation_policy_ids", policy) || error_memory(err);
}

/* Finds the escalation policies of a team, which may have none. */
static bool add_policies_of_team(
	struct run *run, struct json_object *values, const char *team, struct error *err)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *found = NULL;
	struct json_object *ids = json_object_new_array();

	if (!json_add(values, "escalation_policy_ids", ids) || !add_id(asked, "team_ids", team) ||
		!list_want_all(asked))
		return error_memory(err);
	if (!verb_call(run, "escalation_policy.find", asked, &found, err))
		return false;
	for (size_t i = 0; i < json_object_array_length(found); i++) {
		const char *id = json_string(json_object_array_get_idx(found, i), "id");

		if (id && !json_append(ids, json_object_new_string(id)))
			return error_memory(err);
	}
	return true;
}

/* Adds the filter for the parameter that was given. */
static bool add_filter(struct run *run, struct json_object *values, struct error *err)
{
	static const struct {
		const char *given, *filter;
	} direct[] = {
		{ "schedule_id", "schedule_ids" },
		{ "escalation_policy_id", "escalation_policy_ids" },
		{ "user_id", "user_ids" },
	};
	const char *service = json_string(run->values, "service_id");
	const char *team = json_string(run->values, "team_id");

	for (size_t i = 0; i < COUNT(direct); i++) {
		const char *id = json_string(run->values, direct[i].given);

		if (id)
			return add_id(values, direct[i].filter, id) || error_memory(err);
	}
	return service ? add_policy_of_service(run, values, service, err)
		       : add_policies_of_team(run, values, team, err);
}

static int64_t level_of(struct json_object *on_call)
{
	return json_object_get_int64(json_member(on_call, "escalation_level"));
}

/* Returns a name that keeps entries of one level in the same order each time. */
static const char *name_of(struct json_object *on_call, const char *member)
{
	const char *name = json_string(json_member(on_call, member), "summary");

	return name ? name : "";
}

static int compare_on_calls(const void *a, const void *b)
{
	struct json_object *one = *(struct json_object *const *)a;
	struct json_object *other = *(struct json_object *const *)b;
	int by_policy =
		strcmp(name_of(one, "escalation_policy"), name_of(other, "escalation_policy"));

	if (level_of(one) != level_of(other))
		return level_of(one) < level_of(other) ? -1 : 1;
	return by_policy ? by_policy : strcmp(name_of(one, "user"), name_of(other, "user"));
}

bool on_call_now(struct run *run, struct text *out, struct error *err)
{
	scoped(json_put_at) struct json_object *values = find_values(run->values);
	scoped(json_put_at) struct json_object *found = NULL;

	if (!values)
		return error_memory(err);
	if (!add_filter(run, values, err))
		return false;
	/* With an empty filter PagerDuty would list everybody who is on call in the account. */
	struct json_object *policies = json_member(values, "escalation_policy_ids");
	if (policies && !json_object_array_length(policies))
		return text_add(out, "[]") || error_memory(err);
	if (!verb_call(run, "on_call.find", values, &found, err))
		return false;
	json_object_array_sort(found, compare_on_calls);
	return json_print(out, found) || error_memory(err);
}
