/* SPDX-License-Identifier: Apache-2.0 */
/* Resources that are not plain collections: members of teams, on-calls, notifications. */
#include "action/code.h"
#include "base/instant.h"
#include "listing.h"
#include "routes.h"
#include "schedules.h"
#include "store.h"
#include "view.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Finds the record at the start of the path. Answers 404 and returns NULL if there is none. */
static struct json_object *find_owner(struct call *call, const char *collection)
{
	struct json_object *record = store_find(collection, call->ids[0]);

	if (!record)
		call_not_found(call);
	return record;
}

/* Removes a team from the teams of a user or an escalation policy. Returns whether it was there. */
static bool leave(struct json_object *teams, const char *id)
{
	for (size_t i = 0; i < call_count(teams); i++) {
		if (store_mentions(json_object_array_get_idx(teams, i), id)) {
			json_object_array_del_idx(teams, i, 1);
			return true;
		}
	}
	return false;
}

/* Adds a user or an escalation policy to a team, unless it is there already. */
static void join_team(struct call *call, const char *collection)
{
	struct json_object *team = find_owner(call, "teams");
	struct json_object *record = store_find(collection, call->ids[1]);
	const char *role = json_string(call->body, "role");
	struct json_object *teams = call_array(record, "teams");
	struct json_object *roles = json_member(record, "_roles");

	if (!team)
		return;
	if (!teams) {
		call_not_found(call);
		return;
	}
	(void)leave(teams, call->ids[0]);
	json_object_array_add(teams, store_reference(team));
	if (!roles) {
		roles = json_object_new_object();
		json_object_object_add(record, "_roles", roles);
	}
	json_object_object_add(
		roles, call->ids[0], json_object_new_string(role ? role : "manager"));
	call_answer(call, 204, NULL);
}

static void leave_team(struct call *call, const char *collection)
{
	struct json_object *teams = call_array(store_find(collection, call->ids[1]), "teams");

	if (!find_owner(call, "teams"))
		return;
	if (teams && leave(teams, call->ids[0]))
		call_answer(call, 204, NULL);
	else
		call_not_found(call);
}

static void add_user(struct call *call)
{
	join_team(call, "users");
}

static void remove_user(struct call *call)
{
	leave_team(call, "users");
}

static void add_policy(struct call *call)
{
	join_team(call, "escalation_policies");
}

static void remove_policy(struct call *call)
{
	leave_team(call, "escalation_policies");
}

static void list_members(struct call *call)
{
	struct json_object *users = store_all("users"), *members;

	if (!find_owner(call, "teams"))
		return;
	members = json_object_new_array();
	for (size_t i = 0; i < call_count(users); i++) {
		struct json_object *user = json_object_array_get_idx(users, i);
		struct json_object *role = json_member(json_member(user, "_roles"), call->ids[0]);

		if (!store_mentions(call_array(user, "teams"), call->ids[0]))
			continue;
		struct json_object *member = json_object_new_object();

		json_object_object_add(member, "user", store_reference(user));
		json_object_object_add(member, "role", json_object_get(role));
		json_object_array_add(members, member);
	}
	listing_answer(call, LISTING_PAGED, "members", members, NULL, NULL);
	json_object_put(members);
}

static void set_shift(struct json_object *on_call, const struct shift *shift)
{
	char start[INSTANT_TEXT], end[INSTANT_TEXT];

	instant_print(shift->start, start);
	instant_print(shift->end, end);
	json_object_object_add(on_call, "start", json_object_new_string(start));
	json_object_object_add(on_call, "end", json_object_new_string(end));
}

/* Returns the present shift of a schedule, cut to a week before and after now. */
static struct shift shift_now(struct json_object *schedule)
{
	const int64_t week = 7 * 86400, now = (int64_t)time(NULL);

	return schedules_shift(schedule, now, now - week, now + week);
}

/*
 * Makes an on-call: a user is always on call, a schedule's user for a shift. Returns a new
 * reference, or NULL if nobody is on call.
 */
static struct json_object *new_on_call(
	struct json_object *policy, size_t level, struct json_object *target)
{
	const char *collection = store_collection(call_text(target, "type"));
	struct json_object *record =
		collection ? store_find(collection, call_text(target, "id")) : NULL;
	bool is_schedule = record && !strcmp(collection, "schedules");
	struct shift shift = is_schedule ? shift_now(record) : (struct shift){ .user = record };
	struct json_object *user = shift.user;
	struct json_object *on_call;

	if (!user)
		return NULL;
	on_call = json_object_new_object();
	json_object_object_add(on_call, "escalation_policy", store_reference(policy));
	json_object_object_add(on_call, "escalation_level", json_object_new_int64((int64_t)level));
	json_object_object_add(on_call, "user", store_reference(user));
	json_object_object_add(on_call, "schedule", is_schedule ? store_reference(record) : NULL);
	json_object_object_add(on_call, "start", NULL);
	json_object_object_add(on_call, "end", NULL);
	if (is_schedule)
		set_shift(on_call, &shift);
	return on_call;
}

static void add_on_calls(struct json_object *on_calls, struct json_object *policy)
{
	struct json_object *rules = call_array(policy, "escalation_rules");

	for (size_t i = 0; i < call_count(rules); i++) {
		struct json_object *targets =
			call_array(json_object_array_get_idx(rules, i), "targets");

		for (size_t j = 0; j < call_count(targets); j++) {
			struct json_object *on_call =
				new_on_call(policy, i + 1, json_object_array_get_idx(targets, j));

			if (on_call)
				json_object_array_add(on_calls, on_call);
		}
	}
}

static void list_on_calls(struct call *call)
{
	struct json_object *policies = store_all("escalation_policies");
	struct json_object *on_calls = json_object_new_array();

	for (size_t i = 0; i < call_count(policies); i++)
		add_on_calls(on_calls, json_object_array_get_idx(policies, i));
	listing_answer(call, LISTING_PAGED, "oncalls", on_calls, NULL, NULL);
	json_object_put(on_calls);
}

static void list_schedule_users(struct call *call)
{
	struct json_object *schedule = find_owner(call, "schedules");
	struct json_object *users = store_all("users"), *found;

	if (!schedule)
		return;
	found = json_object_new_array();
	for (size_t i = 0; i < call_count(users); i++) {
		struct json_object *user = json_object_array_get_idx(users, i);

		if (store_mentions(json_member(schedule, "schedule_layers"), call_text(user, "id")))
			json_object_array_add(found, view(call, user));
	}
	call_answer_member(call, 200, "users", found);
}

static void list_notifications(struct call *call)
{
	if (!call_query(call, "since") || !call_query(call, "until"))
		call_refuse(call, 400, CODE_MISSING_ARGUMENTS, "Missing Arguments",
			"The arguments 'since' and 'until' are required");
	else
		listing_answer(call, LISTING_PAGED, "notifications", store_all("notifications"),
			NULL, NULL);
}

/* A maintenance window that has ended cannot be deleted (REST-API/14-Errors: 5003). */
static void delete_window(struct call *call)
{
	struct json_object *window = find_owner(call, "maintenance_windows");
	int64_t end;

	if (!window)
		return;
	if (instant_read(call_text(window, "end_time"), &end) && end <= (int64_t)time(NULL)) {
		call_refuse(call, 405, CODE_WINDOW_OVER,
			"Cannot cancel a maintenance window from the past", NULL);
		return;
	}
	store_remove("maintenance_windows", call->ids[0]);
	call_answer(call, 204, NULL);
}

static void get_me(struct call *call)
{
	if (call->user)
		view_answer(call, 200, "user", call->user);
	else
		call_invalid(
			call, "This endpoint is not supported with an account-level access token");
}

static void list_abilities(struct call *call)
{
	struct json_object *abilities = json_object_new_array();

	json_object_array_add(abilities, json_object_new_string("teams"));
	json_object_array_add(abilities, json_object_new_string("urgencies"));
	call_answer_member(call, 200, "abilities", abilities);
}

const struct route account_routes[] = {
	{ "GET", "/abilities", list_abilities, ROUTE_REST },
	{ "DELETE", "/maintenance_windows/{}", delete_window, ROUTE_REST },
	{ "GET", "/notifications", list_notifications, ROUTE_REST },
	{ "GET", "/oncalls", list_on_calls, ROUTE_REST },
	{ "GET", "/schedules/{}/users", list_schedule_users, ROUTE_REST },
	{ "PUT", "/teams/{}/escalation_policies/{}", add_policy, ROUTE_REST },
	{ "DELETE", "/teams/{}/escalation_policies/{}", remove_policy, ROUTE_REST },
	{ "GET", "/teams/{}/members", list_members, ROUTE_REST },
	{ "PUT", "/teams/{}/users/{}", add_user, ROUTE_REST },
	{ "DELETE", "/teams/{}/users/{}", remove_user, ROUTE_REST },
	{ "GET", "/users/me", get_me, ROUTE_REST },
	{ 0 },
};
