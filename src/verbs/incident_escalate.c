/* SPDX-License-Identifier: Apache-2.0 */
/* The function of incident.escalate: see operations/verbs.h. */
#include "operations/verbs.h"

#include "verbs/verb.h"
#include "json/json.h"

#include <string.h>

static size_t count_of(struct json_object *list)
{
	return json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
}

/* Returns whether an incident is assigned to the user with this id. */
static bool is_assigned(struct json_object *incident, const char *user)
{
	struct json_object *list = json_member(incident, "assignments");

	for (size_t i = 0; user && i < count_of(list); i++) {
		struct json_object *assignee =
			json_member(json_object_array_get_idx(list, i), "assignee");
		const char *id = json_string(assignee, "id");

		if (id && !strcmp(id, user))
			return true;
	}
	return false;
}

static int64_t level_of(struct json_object *on_call)
{
	return json_object_get_int64(json_member(on_call, "escalation_level"));
}

/* Returns whether a user is also on call at a lower level. */
static bool is_lower_too(struct json_object *on_calls, const char *user, int64_t level)
{
	for (size_t i = 0; user && i < count_of(on_calls); i++) {
		struct json_object *on_call = json_object_array_get_idx(on_calls, i);
		const char *other = json_string(json_member(on_call, "user"), "id");

		if (other && !strcmp(other, user) && level_of(on_call) < level)
			return true;
	}
	return false;
}

/*
 * Returns the level after the highest one at which a user is on call who has the incident; 0 if
 * there is no such level. A user who is on call at several levels counts at the lowest of them: the
 * levels above it may not have been asked yet. If no user on call has the incident, returns the
 * lowest level.
 */
static int64_t next_level(struct json_object *incident, struct json_object *on_calls)
{
	int64_t current = 0, next = 0;

	for (size_t i = 0; i < count_of(on_calls); i++) {
		struct json_object *on_call = json_object_array_get_idx(on_calls, i);
		const char *user = json_string(json_member(on_call, "user"), "id");
		int64_t level = level_of(on_call);

		if (level > current && is_assigned(incident, user) &&
			!is_lower_too(on_calls, user, level))
			current = level;
	}
	for (size_t i = 0; i < count_of(on_calls); i++) {
		int64_t level = level_of(json_object_array_get_idx(on_calls, i));

		if (level > current && (!next || level < next))
			next = level;
	}
	return next;
}

/* Asks who has the incident, and who is on call by its escalation policy at which level. */
static bool find_level(struct run *run, int64_t *out_level, struct error *err)
{
	scoped(json_put_at) struct json_object *incident = NULL, *on_calls = NULL;
	scoped(json_put_at) struct json_object *of_incident = json_object_new_object();
	scoped(json_put_at) struct json_object *of_policy = json_object_new_object();
	const char *id = json_string(run->values, "entity_id");

	if (!json_add_string(of_incident, "entity_id", id))
		return error_memory(err);
	if (!verb_call(run, "incident.get", of_incident, &incident, err))
		return false;
	const char *const policy[] = {
		json_string(json_member(incident, "escalation_policy"), "id"), NULL
	};
	if (!policy[0])
		return error_set(err, ERROR_USAGE, 0,
			"the incident has no escalation policy, and so no next level");
	if (!json_add_strings(of_policy, "escalation_policy_ids", policy))
		return error_memory(err);
	if (!verb_call(run, "on_call.find", of_policy, &on_calls, err))
		return false;
	*out_level = next_level(incident, on_calls);
	return *out_level > 0 ||
	       error_set(err, ERROR_USAGE, 0,
		       "the incident is at the last level of its escalation policy that anybody is on call for; nothing was done");
}

bool incident_escalate(struct run *run, struct text *out, struct error *err)
{
	int64_t level = 0;

	if (json_member(run->values, "level"))
		return verb_exchange(run, run->request, run->values, out, err);
	if (!find_level(run, &level, err))
		return false;
	if (!json_add(run->values, "level", json_object_new_int64(level)))
		return error_memory(err);
	return verb_build(run, err) && verb_exchange(run, run->request, run->values, out, err);
}
