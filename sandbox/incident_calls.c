/* SPDX-License-Identifier: Apache-2.0 */
/* Requests about incidents. */
#include "action/code.h"
#include "incidents.h"
#include "listing.h"
#include "routes.h"
#include "store.h"
#include "view.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>

enum { SNOOZE_MOST = 604800, BULK_MOST = 250 }; /* seconds, incidents */

/* Returns the sentence for a code of PagerDuty's REST-API/14-Errors. */
static const char *sentence(long code)
{
	return code == CODE_ALREADY_RESOLVED       ? "Incident Already Resolved"
	       : code == CODE_ALREADY_ACKNOWLEDGED ? "Incident Already Acknowledged"
						   : "Invalid Status Provided";
}

static struct json_object *actor(const struct call *call)
{
	return store_find_by("users", "email", call->from);
}

static void list_incidents(struct call *call)
{
	listing_answer(call, LISTING_PAGED, "incidents", store_all("incidents"), NULL, NULL);
}

static void get_incident(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, true);

	if (incident)
		view_answer(call, 200, "incident", incident);
}

/* Adds the users of the given assignments. Answers 400 and returns false if one does not exist. */
static bool read_assignments(
	struct call *call, struct json_object *assignments, struct json_object *users)
{
	for (size_t i = 0; i < call_count(assignments); i++) {
		struct json_object *assignee =
			json_member(json_object_array_get_idx(assignments, i), "assignee");
		struct json_object *user = store_find("users", call_text(assignee, "id"));

		if (!user) {
			call_refuse(call, 400, CODE_ASSIGNEE_NOT_FOUND,
				"Assigned To User Not Found", NULL);
			return false;
		}
		json_object_array_add(users, json_object_get(user));
	}
	return true;
}

/* Sets the members of an incident that need no more than completed references. */
static void set_plain(struct json_object *incident, struct json_object *given)
{
	static const char *const names[] = { "urgency", "priority", "escalation_policy", "body",
		"conference_bridge", "incident_type" };

	for (size_t i = 0; i < COUNT(names); i++) {
		struct json_object *value = json_member(given, names[i]);

		if (value)
			json_object_object_add(incident, names[i], json_object_get(value));
	}
	if (*call_text(given, "title"))
		incidents_set_title(incident, call_text(given, "title"));
}

/* Checks what is given; answers 400 if it is not valid. */
static bool check(struct call *call, struct json_object *given)
{
	const char *type = call_text(given, "type"), *urgency = json_string(given, "urgency");
	char problem[128];

	if (strcmp(type, "incident") != 0 && strcmp(type, "incident_reference") != 0)
		call_invalid(call, "Type must be incident or incident_reference");
	else if (urgency && strcmp(urgency, "high") != 0 && strcmp(urgency, "low") != 0)
		call_invalid(call, "Urgency must be high or low");
	else if (store_complete(given, &type))
		return true;
	else {
		(void)snprintf(problem, sizeof(problem), "%.80s not found", type);
		call_invalid(call, problem);
	}
	return false;
}

static void create_incident(struct call *call)
{
	struct json_object *given = json_member(call->body, "incident");
	const char *title = call_text(given, "title"), *key = json_string(given, "incident_key");
	struct json_object *service =
		store_find("services", call_text(json_member(given, "service"), "id"));
	struct json_object *assignments = call_array(given, "assignments"), *incident;
	scoped(json_put_at) struct json_object *users = json_object_new_array();

	if (!*title) {
		call_invalid(call, "Title cannot be empty.");
	} else if (!service) {
		call_invalid(call, "Service cannot be empty.");
	} else if (key && incidents_find_open(service, key)) {
		call_refuse(call, 400, CODE_ARGUMENTS_CAUSED_ERROR, "Arguments Caused Error",
			"Open incident with matching dedup key already exists on this service");
	} else if (check(call, given) && read_assignments(call, assignments, users)) {
		incident = incidents_open(service, title, key, actor(call));
		set_plain(incident, given);
		if (assignments)
			incidents_assign(incident, users, actor(call));
		view_answer(call, 201, "incident", incident);
	}
}

/* Returns the number of levels of an incident's escalation policy. */
static int64_t levels_of(struct json_object *incident)
{
	struct json_object *policy = store_find(
		"escalation_policies", call_text(json_member(incident, "escalation_policy"), "id"));

	return (int64_t)call_count(call_array(policy, "escalation_rules"));
}

/*
 * Changes an incident. If the input is not valid, answers 400, changes nothing and returns false.
 */
static bool change(struct call *call, struct json_object *incident, struct json_object *given)
{
	struct json_object *assignments = call_array(given, "assignments");
	const char *status = json_string(given, "status");
	scoped(json_put_at) struct json_object *users = json_object_new_array();
	int64_t level = json_object_get_int64(json_member(given, "escalation_level"));
	long code;

	if (!check(call, given) || !read_assignments(call, assignments, users))
		return false;
	if (level < 0 || level > levels_of(incident)) {
		call_invalid(call, "Escalation level is invalid");
		return false;
	}
	code = status ? incidents_move(
				incident, status, actor(call), json_string(given, "resolution"))
		      : 0;
	if (code) {
		call_refuse(call, 400, code, sentence(code), NULL);
		return false;
	}
	set_plain(incident, given);
	if (level)
		(void)incidents_escalate(incident, (size_t)level, actor(call));
	if (assignments)
		incidents_assign(incident, users, actor(call));
	return true;
}

static void update_incident(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false);

	if (incident && change(call, incident, json_member(call->body, "incident")))
		view_answer(call, 200, "incident", incident);
}

static void update_incidents(struct call *call)
{
	struct json_object *given = call_array(call->body, "incidents");
	struct json_object *changed;

	if (!call_count(given) || call_count(given) > BULK_MOST) {
		call_refuse(call, call_count(given) ? 413 : 400, CODE_INVALID_INPUT,
			"Invalid Input Provided", "incidents must hold 1 to 250 incidents");
		return;
	}
	changed = json_object_new_array();
	for (size_t i = 0; i < call_count(given); i++) {
		struct json_object *one = json_object_array_get_idx(given, i);
		struct json_object *incident = store_find("incidents", call_text(one, "id"));

		if (!incident)
			call_not_found(call);
		if (!incident || !change(call, incident, one)) {
			json_object_put(changed);
			return;
		}
		json_object_array_add(changed, view(call, incident));
	}
	call_answer_member(call, 200, "incidents", changed);
}

static void merge_incidents(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false);
	struct json_object *sources = call_array(call->body, "source_incidents");

	if (!incident)
		return;
	if (!call_count(sources) || !incidents_is_open(incident)) {
		call_invalid(call, "The incident must be open, and source_incidents given");
		return;
	}
	for (size_t i = 0; i < call_count(sources); i++) {
		struct json_object *source = store_find(
			"incidents", call_text(json_object_array_get_idx(sources, i), "id"));

		if (!source || source == incident) {
			call_invalid(call, "source_incidents must be other incidents");
			return;
		}
	}
	for (size_t i = 0; i < call_count(sources); i++)
		incidents_merge(incident,
			store_find("incidents",
				call_text(json_object_array_get_idx(sources, i), "id")),
			actor(call));
	call_answer_member(call, 200, "incident", store_reference(incident));
}

static void snooze_incident(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false);
	int64_t seconds = json_object_get_int64(json_member(call->body, "duration"));
	long code;

	if (!incident)
		return;
	if (seconds < 1 || seconds > SNOOZE_MOST) {
		call_refuse(call, 400, CODE_INVALID_SNOOZE, "Snooze Duration is Invalid", NULL);
		return;
	}
	code = incidents_snooze(incident, seconds, actor(call));
	if (code)
		call_refuse(call, 400, code, sentence(code), NULL);
	else
		view_answer(call, 201, "incident", incident);
}

static void create_note(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false);
	const char *content = call_text(json_member(call->body, "note"), "content");
	struct json_object *note, *channel;

	if (!incident)
		return;
	if (!*content) {
		call_invalid(call, "Content can't be blank.");
		return;
	}
	note = json_object_new_object();
	channel = json_object_new_object();
	json_object_object_add(
		channel, "summary", json_object_new_string("The PagerDuty website or APIs"));
	json_object_object_add(note, "content", json_object_new_string(content));
	json_object_object_add(note, "channel", channel);
	json_object_object_add(note, "user", store_reference(actor(call)));
	json_object_object_add(note, "created_at", store_now());
	json_object_object_add(note, "_incident", store_reference(incident));
	incidents_log(incident, "annotate_log_entry", "Noted", actor(call), content);
	call_answer_member(call, 200, "note", view_plain(store_add_plain("notes", note)));
}

/* Lists the records that refer to the incident in the member via. */
static void list_about(struct call *call, enum listing_kind kind, const char *name, const char *via)
{
	struct json_object *incident = incidents_find_called(call, true);

	if (incident)
		listing_answer(call, kind, name, store_all(name), via, call_text(incident, "id"));
}

static void list_notes(struct call *call)
{
	list_about(call, LISTING_WHOLE, "notes", "_incident");
}

static void list_alerts(struct call *call)
{
	list_about(call, LISTING_PAGED, "alerts", "incident");
}

static void list_log_entries(struct call *call)
{
	list_about(call, LISTING_PAGED, "log_entries", "incident");
}

const struct route incident_routes[] = {
	{ "GET", "/incidents", list_incidents, ROUTE_REST },
	{ "POST", "/incidents", create_incident, ROUTE_FROM },
	{ "PUT", "/incidents", update_incidents, ROUTE_FROM },
	{ "GET", "/incidents/{}", get_incident, ROUTE_REST },
	{ "PUT", "/incidents/{}", update_incident, ROUTE_FROM },
	{ "GET", "/incidents/{}/alerts", list_alerts, ROUTE_REST },
	{ "GET", "/incidents/{}/log_entries", list_log_entries, ROUTE_REST },
	{ "PUT", "/incidents/{}/merge", merge_incidents, ROUTE_FROM },
	{ "GET", "/incidents/{}/notes", list_notes, ROUTE_REST },
	{ "POST", "/incidents/{}/notes", create_note, ROUTE_FROM },
	{ "POST", "/incidents/{}/snooze", snooze_incident, ROUTE_FROM },
	{ 0 },
};
