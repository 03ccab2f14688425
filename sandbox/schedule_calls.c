/* SPDX-License-Identifier: Apache-2.0 */
/* Requests about schedules and their overrides. */
#include "action/code.h"
#include "base/instant.h"
#include "call.h"
#include "routes.h"
#include "schedules.h"
#include "store.h"
#include "view.h"
#include "json/json.h"

#include <string.h>
#include <time.h>

enum { DAY = 86400 }; /* seconds */

static struct json_object *find_schedule(struct call *call)
{
	struct json_object *schedule = store_find("schedules", call->ids[0]);

	if (!schedule)
		call_not_found(call);
	return schedule;
}

/*
 * Reads since and until of the query. Answers 400 and returns false if one is missing or not a
 * time.
 */
static bool read_range(struct call *call, bool required, int64_t *out_since, int64_t *out_until)
{
	const char *since = call_query(call, "since"), *until = call_query(call, "until");

	*out_since = *out_until = 0;
	if (required && (!since || !until)) {
		call_refuse(call, 400, CODE_MISSING_ARGUMENTS, "Missing Arguments",
			"The arguments 'since' and 'until' are required");
		return false;
	}
	if ((since && !instant_read(since, out_since)) ||
		(until && !instant_read(until, out_until))) {
		call_refuse(call, 400, CODE_INVALID_TIMES,
			"Invalid time values in 'since' and/or 'until' parameters", NULL);
		return false;
	}
	if (since && !until)
		*out_until = *out_since + 7 * DAY;
	return true;
}

static void get_schedule(struct call *call)
{
	struct json_object *schedule = find_schedule(call), *shown;
	int64_t since, until;

	if (!schedule || !read_range(call, false, &since, &until))
		return;
	shown = view(call, schedule);
	schedules_render(shown, since, until);
	call_answer_member(call, 200, "schedule", shown);
}

/* PagerDuty answers this list with 201. */
static void list_overrides(struct call *call)
{
	struct json_object *schedule = find_schedule(call);
	int64_t since, until;

	if (schedule && read_range(call, true, &since, &until))
		call_answer_member(
			call, 201, "overrides", schedules_overrides(schedule, since, until));
}

/* Returns why an override cannot be created, or NULL. */
static const char *find_fault(struct json_object *given)
{
	int64_t start = schedules_moment(given, "start", INT64_MIN),
		end = schedules_moment(given, "end", INT64_MIN);

	if (start == INT64_MIN || end == INT64_MIN)
		return "Override must have a start and an end";
	if (end <= start)
		return "Override must end after its start";
	if (end <= (int64_t)time(NULL))
		return "Override must not be in the past";
	return schedules_user(given) ? NULL : "User not found";
}

/*
 * Creates an override. PagerDuty answers for each override, so this returns a new reference to its
 * answer.
 */
static struct json_object *create_override(struct json_object *schedule, struct json_object *given)
{
	const char *fault = find_fault(given);
	struct json_object *outcome = json_object_new_object(), *override = NULL;

	(void)json_object_deep_copy(given, &override, NULL);
	json_object_object_add(outcome, "status", json_object_new_int(fault ? 400 : 201));
	if (fault) {
		struct json_object *errors = json_object_new_array();

		json_object_array_add(errors, json_object_new_string(fault));
		json_object_object_add(outcome, "errors", errors);
		json_object_object_add(outcome, "override", override);
		return outcome;
	}
	json_object_object_add(override, "user", store_reference(schedules_user(given)));
	override = store_add_plain("overrides", override);
	json_object_object_add(
		override, "_schedule", json_object_new_string(call_text(schedule, "id")));
	json_object_object_add(outcome, "override", view_plain(override));
	return outcome;
}

static void create_overrides(struct call *call)
{
	struct json_object *schedule = find_schedule(call);
	struct json_object *given = call_array(call->body, "overrides"), *outcomes;

	if (!schedule)
		return;
	if (!call_count(given)) {
		call_invalid(call, "overrides must hold at least one override");
		return;
	}
	outcomes = json_object_new_array();
	for (size_t i = 0; i < call_count(given); i++)
		json_object_array_add(
			outcomes, create_override(schedule, json_object_array_get_idx(given, i)));
	call_answer(call, 201, outcomes);
}

static void delete_override(struct call *call)
{
	struct json_object *override = store_find("overrides", call->ids[1]);

	if (!find_schedule(call))
		return;
	if (!override || strcmp(call_text(override, "_schedule"), call->ids[0]) != 0) {
		call_not_found(call);
		return;
	}
	store_remove("overrides", call->ids[1]);
	call_answer(call, 204, NULL);
}

const struct route schedule_routes[] = {
	{ "GET", "/schedules/{}", get_schedule, ROUTE_REST },
	{ "GET", "/schedules/{}/overrides", list_overrides, ROUTE_REST },
	{ "POST", "/schedules/{}/overrides", create_overrides, ROUTE_REST },
	{ "DELETE", "/schedules/{}/overrides/{}", delete_override, ROUTE_REST },
	{ 0 },
};
