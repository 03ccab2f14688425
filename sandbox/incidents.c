/* SPDX-License-Identifier: Apache-2.0 */
#include "incidents.h"

#include "collections.h"
#include "instant.h"
#include "json.h"
#include "routes.h"
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_open(struct json_object *incident)
{
	return strcmp(call_text(incident, "status"), "resolved") != 0;
}

static void set(struct json_object *object, const char *name, const char *text)
{
	json_object_object_add(object, name, json_object_new_string(text));
}

static void add_log_entry(struct json_object *incident, const char *type, struct json_object *agent)
{
	struct json_object *entry = json_object_new_object();
	struct json_object *channel = json_object_new_object();

	set(channel, "type", "api");
	json_object_object_add(entry, "incident", store_reference(incident));
	json_object_object_add(entry, "channel", channel);
	json_object_object_add(entry, "agent", agent ? store_reference(agent) : NULL);
	(void)store_add("log_entries", type, entry);
}

static struct json_object *on_call_user(void)
{
	return store_find_by("users", "email", SANDBOX_USER);
}

static void assign(struct json_object *incident, struct json_object *user)
{
	struct json_object *assignments = json_object_new_array();
	struct json_object *assignment = json_object_new_object();

	json_object_object_add(assignment, "at", store_now());
	json_object_object_add(assignment, "assignee", store_reference(user));
	json_object_array_add(assignments, assignment);
	json_object_object_add(incident, "assignments", assignments);
}

struct json_object *incidents_find_open(struct json_object *service, const char *key)
{
	struct json_object *all = store_all("incidents");

	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *incident = json_object_array_get_idx(all, i);

		if (is_open(incident) && !strcmp(call_text(incident, "incident_key"), key) &&
			!strcmp(call_text(json_member(incident, "service"), "id"),
				call_text(service, "id")))
			return incident;
	}
	return NULL;
}

struct json_object *incidents_open(struct json_object *service, const char *title, const char *key,
	struct json_object *details, bool *out_new)
{
	struct json_object *incident = key ? incidents_find_open(service, key) : NULL;
	struct json_object *alert;

	*out_new = !incident;
	if (incident)
		return incident;
	incident = json_object_new_object();
	json_object_object_add(
		incident, "incident_number", json_object_new_int(store_next_number()));
	set(incident, "title", title);
	set(incident, "status", "triggered");
	set(incident, "urgency", "high");
	json_object_object_add(incident, "incident_key", key ? json_object_new_string(key) : NULL);
	json_object_object_add(incident, "service", store_reference(service));
	json_object_object_add(incident, "escalation_policy",
		json_object_get(json_member(service, "escalation_policy")));
	assign(incident, on_call_user());
	incident = store_add("incidents", "incident", incident);
	add_log_entry(incident, "trigger_log_entry", NULL);
	alert = json_object_new_object();
	set(alert, "status", "triggered");
	json_object_object_add(alert, "alert_key", key ? json_object_new_string(key) : NULL);
	json_object_object_add(alert, "incident", store_reference(incident));
	json_object_object_add(alert, "service", store_reference(service));
	json_object_object_add(alert, "body", json_object_get(details));
	(void)store_add("alerts", "alert", alert);
	return incident;
}

bool incidents_move(struct json_object *incident, const char *status, struct json_object *actor)
{
	char type[64];

	if (!is_open(incident))
		return false;
	set(incident, "status", status);
	json_object_object_add(incident, "last_status_change_at", store_now());
	(void)snprintf(type, sizeof(type), "%s_log_entry",
		!strcmp(status, "resolved")    ? "resolve"
		: !strcmp(status, "triggered") ? "unacknowledge"
					       : "acknowledge");
	add_log_entry(incident, type, actor);
	return true;
}

/* By its id or, as PagerDuty allows when it is read, by its number. Answers 404 when there is none. */
static struct json_object *find_incident(struct call *call, bool by_number)
{
	struct json_object *all = store_all("incidents");
	struct json_object *incident = store_find("incidents", call->ids[0]);

	for (size_t i = 0; !incident && by_number && i < json_object_array_length(all); i++) {
		struct json_object *other = json_object_array_get_idx(all, i);

		if (!strcmp(json_object_get_string(json_member(other, "incident_number")),
			    call->ids[0]))
			incident = other;
	}
	if (!incident)
		call_not_found(call);
	return incident;
}

static void answer_incident(struct call *call, long status, struct json_object *incident)
{
	call_answer_member(call, status, "incident", json_object_get(incident));
}

static bool is_listed(const struct call *call, struct json_object *incident)
{
	const char *key = call_query(call, "incident_key");
	const char *since = call_query(call, "since"), *until = call_query(call, "until");
	int64_t made = 0, bound;

	if (!instant_read(call_text(incident, "created_at"), &made))
		return false;
	if (since && instant_read(since, &bound) && made < bound)
		return false;
	if (until && instant_read(until, &bound) && made >= bound)
		return false;
	return call_allows(call, "statuses", call_text(incident, "status")) &&
	       call_allows(call, "urgencies", call_text(incident, "urgency")) &&
	       call_allows(
		       call, "service_ids", call_text(json_member(incident, "service"), "id")) &&
	       (!key || !strcmp(key, call_text(incident, "incident_key")));
}

static void list_incidents(struct call *call)
{
	collections_page(call, "incidents", store_all("incidents"), is_listed);
}

static void get_incident(struct call *call)
{
	struct json_object *incident = find_incident(call, true);

	if (incident)
		answer_incident(call, 200, incident);
}

static void create_incident(struct call *call)
{
	struct json_object *given = json_member(call->body, "incident");
	const char *title = json_string(given, "title"), *key = json_string(given, "incident_key");
	struct json_object *service =
		store_find("services", call_text(json_member(given, "service"), "id"));
	bool is_new;

	if (!title || !*title) {
		call_refuse(call, 400, 2001, "Invalid Input Provided", "Title cannot be empty.");
	} else if (!service) {
		call_refuse(call, 400, 2001, "Invalid Input Provided", "Service cannot be empty.");
	} else if (key && incidents_find_open(service, key)) {
		call_refuse(call, 400, 2002, "Arguments Caused Error",
			"Open incident with matching dedup key already exists on this service");
	} else {
		struct json_object *incident =
			incidents_open(service, title, key, json_member(given, "body"), &is_new);

		if (json_string(given, "urgency"))
			set(incident, "urgency", json_string(given, "urgency"));
		answer_incident(call, 201, incident);
	}
}

static void reassign(struct json_object *incident, struct json_object *assignments)
{
	for (size_t i = 0; i < json_object_array_length(assignments); i++) {
		struct json_object *assignee =
			json_member(json_object_array_get_idx(assignments, i), "assignee");
		struct json_object *user = store_find("users", call_text(assignee, "id"));

		if (user)
			assign(incident, user);
	}
}

static void update_incident(struct call *call)
{
	struct json_object *incident = find_incident(call, false);
	struct json_object *given = json_member(call->body, "incident");
	struct json_object *assignments = json_member(given, "assignments");
	const char *status = json_string(given, "status");

	if (!incident)
		return;
	if (strcmp(call_text(given, "type"), "incident") != 0 &&
		strcmp(call_text(given, "type"), "incident_reference") != 0) {
		call_refuse(call, 400, 2001, "Invalid Input Provided",
			"Type must be incident or incident_reference");
		return;
	}
	if (status &&
		!incidents_move(incident, status, store_find_by("users", "email", call->from))) {
		call_refuse(call, 400, 1001, "Incident Already Resolved", NULL);
		return;
	}
	if (json_object_is_type(assignments, json_type_array))
		reassign(incident, assignments);
	answer_incident(call, 200, incident);
}

static void merge_incidents(struct call *call)
{
	struct json_object *incident = find_incident(call, false);
	struct json_object *sources = json_member(call->body, "source_incidents");

	if (!incident)
		return;
	if (!json_object_is_type(sources, json_type_array) || !is_open(incident)) {
		call_refuse(call, 400, 2001, "Invalid Input Provided",
			"The incident must be open, and source_incidents given");
		return;
	}
	for (size_t i = 0; i < json_object_array_length(sources); i++) {
		struct json_object *source = store_find(
			"incidents", call_text(json_object_array_get_idx(sources, i), "id"));

		if (source && source != incident)
			(void)incidents_move(
				source, "resolved", store_find_by("users", "email", call->from));
	}
	answer_incident(call, 200, incident);
}

static void snooze_incident(struct call *call)
{
	struct json_object *incident = find_incident(call, false);
	int64_t duration = json_object_get_int64(json_member(call->body, "duration"));

	if (!incident)
		return;
	if (duration < 1 || duration > 604800)
		call_refuse(call, 400, 2001, "Invalid Input Provided",
			"Duration must be between 1 and 604800");
	else if (!incidents_move(
			 incident, "acknowledged", store_find_by("users", "email", call->from)))
		call_refuse(call, 400, 1001, "Incident Already Resolved", NULL);
	else
		answer_incident(call, 201, incident);
}

/* Whether a record is about the incident whose id stands in the path. */
static bool is_about(const struct call *call, struct json_object *record)
{
	return !strcmp(call_text(json_member(record, "incident"), "id"), call->ids[0]);
}

static void create_note(struct call *call)
{
	struct json_object *incident = find_incident(call, false);
	struct json_object *note = json_member(call->body, "note");

	if (!incident)
		return;
	if (!*call_text(note, "content")) {
		call_refuse(call, 400, 2001, "Invalid Input Provided", "Content cannot be blank.");
		return;
	}
	json_object_object_add(
		note, "user", store_reference(store_find_by("users", "email", call->from)));
	json_object_object_add(note, "incident", store_reference(incident));
	call_answer_member(call, 200, "note",
		json_object_get(store_add("notes", "note", json_object_get(note))));
}

static void list_notes(struct call *call)
{
	if (find_incident(call, true))
		collections_page(call, "notes", store_all("notes"), is_about);
}

static void list_alerts(struct call *call)
{
	if (find_incident(call, true))
		collections_page(call, "alerts", store_all("alerts"), is_about);
}

static void list_log_entries(struct call *call)
{
	if (find_incident(call, true))
		collections_page(call, "log_entries", store_all("log_entries"), is_about);
}

const struct route incident_routes[] = {
	{ "GET", "/incidents", list_incidents, ROUTE_REST },
	{ "POST", "/incidents", create_incident, ROUTE_FROM },
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
