/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Resources of an incident: responders, status updates, custom fields, similar incidents,
 * workflows.
 */
#include "base/text.h"
#include "incidents.h"
#include "listing.h"
#include "routes.h"
#include "store.h"
#include "view.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>

/* Returns a list in an incident by its name, and creates it if it does not exist. Borrowed. */
static struct json_object *own_list(struct json_object *incident, const char *name)
{
	struct json_object *list = call_array(incident, name);

	if (!list) {
		list = json_object_new_array();
		json_object_object_add(incident, name, list);
	}
	return list;
}

/* Makes the record of a user who is asked to respond. Returns a new reference. */
static struct json_object *new_responder(struct json_object *incident, struct json_object *user,
	struct json_object *requester, const char *message)
{
	struct json_object *responder = json_object_new_object();

	call_set_text(responder, "state", "pending");
	json_object_object_add(responder, "user", store_reference(user));
	json_object_object_add(responder, "incident", store_reference(incident));
	json_object_object_add(responder, "updated_at", store_now());
	call_set_text(responder, "message", message);
	json_object_object_add(responder, "requester", store_reference(requester));
	json_object_object_add(responder, "requested_at", store_now());
	return responder;
}

/*
 * Asks the user of a target, or the first user of an escalation policy. Returns a new reference to
 * the target with the user who was asked, or NULL if the target does not exist.
 */
static struct json_object *ask_target(struct json_object *incident, struct json_object *given,
	struct json_object *requester, const char *message)
{
	const char *collection = store_collection(call_text(given, "type"));
	struct json_object *record =
		collection ? store_find(collection, call_text(given, "id")) : NULL;
	struct json_object *user =
		record && strcmp(collection, "users") != 0
			? store_first_user(json_member(record, "escalation_rules"))
			: record;

	if (!user)
		return NULL;
	struct json_object *responder = new_responder(incident, user, requester, message);
	struct json_object *target = store_reference(record), *responders = json_object_new_array();
	struct json_object *outer = json_object_new_object();

	json_object_array_add(
		own_list(incident, "incidents_responders"), json_object_get(responder));
	json_object_array_add(responders, responder);
	json_object_object_add(target, "incidents_responders", responders);
	json_object_object_add(outer, "responder_request_target", target);
	return outer;
}

static void request_responders(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false);
	struct json_object *requester = store_find("users", call_text(call->body, "requester_id"));
	struct json_object *given = call_array(call->body, "responder_request_targets");
	const char *message = call_text(call->body, "message");

	if (!incident)
		return;
	if (!requester || !*message || !call_count(given)) {
		call_invalid(call,
			"requester_id, message and responder_request_targets can't be blank.");
		return;
	}
	struct json_object *request = json_object_new_object(), *targets = json_object_new_array();

	for (size_t i = 0; i < call_count(given); i++) {
		struct json_object *target = ask_target(incident,
			json_member(
				json_object_array_get_idx(given, i), "responder_request_target"),
			requester, message);

		if (target)
			json_object_array_add(targets, target);
	}
	json_object_object_add(request, "incident", store_reference(incident));
	json_object_object_add(request, "requester", store_reference(requester));
	json_object_object_add(request, "requested_at", store_now());
	call_set_text(request, "message", message);
	json_object_object_add(request, "responder_request_targets", targets);
	json_object_array_add(own_list(incident, "responder_requests"), json_object_get(request));
	incidents_log(incident, "annotate_log_entry", "Responders requested", requester, message);
	call_answer_member(call, 200, "responder_request", request);
}

static void create_status_update(struct call *call)
{
	static const char *const names[] = { "message", "subject", "html_message" };
	struct json_object *incident = incidents_find_called(call, false), *update;
	struct json_object *sender = store_find_by("users", "email", call->from);

	if (!incident)
		return;
	if (!*call_text(call->body, "message")) {
		call_invalid(call, "Message can't be blank.");
		return;
	}
	update = json_object_new_object();
	for (size_t i = 0; i < COUNT(names); i++) {
		struct json_object *value = json_member(call->body, names[i]);

		if (value)
			json_object_object_add(update, names[i], json_object_get(value));
	}
	json_object_object_add(update, "sender", store_reference(sender));
	json_object_object_add(update, "created_at", store_now());
	incidents_log(incident, "annotate_log_entry", "Status updated", sender,
		call_text(call->body, "message"));
	call_answer_member(
		call, 200, "status_update", view_plain(store_add_plain("status_updates", update)));
}

/*
 * Makes the values of an incident's custom fields: one for each field of the account, null if it
 * has no value. Returns a new reference.
 */
static struct json_object *new_field_values(struct json_object *incident)
{
	static const char *const names[] = { "id", "name", "display_name", "description",
		"data_type", "field_type" };
	struct json_object *fields = store_all("custom_fields"), *values = json_object_new_array();

	for (size_t i = 0; i < call_count(fields); i++) {
		struct json_object *field = json_object_array_get_idx(fields, i);
		struct json_object *value = json_object_new_object();

		for (size_t j = 0; j < COUNT(names); j++)
			json_object_object_add(
				value, names[j], json_object_get(json_member(field, names[j])));
		call_set_text(value, "type", "field_value");
		json_object_object_add(value, "value",
			json_object_get(json_member(
				json_member(incident, "_fields"), call_text(field, "name"))));
		json_object_array_add(values, value);
	}
	return values;
}

static void get_fields(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false);

	if (incident)
		call_answer_member(call, 200, "custom_fields", new_field_values(incident));
}

static void set_fields(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false);
	struct json_object *given = call_array(call->body, "custom_fields");
	struct json_object *fields;

	if (!incident)
		return;
	fields = json_member(incident, "_fields");
	if (!fields) {
		fields = json_object_new_object();
		json_object_object_add(incident, "_fields", fields);
	}
	for (size_t i = 0; i < call_count(given); i++) {
		struct json_object *one = json_object_array_get_idx(given, i);
		struct json_object *field = store_find("custom_fields", call_text(one, "id"));

		field = field ? field
			      : store_find_by("custom_fields", "name", call_text(one, "name"));
		if (!field) {
			call_invalid(call, "Field is not found");
			return;
		}
		json_object_object_add(fields, call_text(field, "name"),
			json_object_get(json_member(one, "value")));
	}
	call_answer_member(call, 201, "custom_fields", new_field_values(incident));
}

/* Makes the form in which lists of similar incidents show an incident. Returns a new reference. */
static struct json_object *new_brief(struct json_object *incident)
{
	static const char *const names[] = { "id", "created_at", "self", "title" };
	struct json_object *outer = json_object_new_object(), *brief = json_object_new_object();

	for (size_t i = 0; i < COUNT(names); i++)
		json_object_object_add(
			brief, names[i], json_object_get(json_member(incident, names[i])));
	json_object_object_add(outer, "incident", brief);
	return outer;
}

/* Makes a list of the other open or resolved incidents of the service. Returns a new reference. */
static struct json_object *others(struct json_object *incident, bool open)
{
	struct json_object *all = store_all("incidents"), *found = json_object_new_array();
	const char *service = call_text(json_member(incident, "service"), "id");

	for (size_t i = 0; i < call_count(all); i++) {
		struct json_object *other = json_object_array_get_idx(all, i);

		if (other != incident && incidents_is_open(other) == open &&
			store_mentions(json_member(other, "service"), service))
			json_object_array_add(found, new_brief(other));
	}
	return found;
}

static void list_past(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false), *reply, *found;

	if (!incident)
		return;
	reply = json_object_new_object();
	found = others(incident, false);
	for (size_t i = 0; i < call_count(found); i++)
		json_object_object_add(
			json_object_array_get_idx(found, i), "score", json_object_new_double(50.0));
	json_object_object_add(reply, "past_incidents", found);
	json_object_object_add(
		reply, "total", json_object_new_int64((int64_t)json_object_array_length(found)));
	json_object_object_add(reply, "limit", json_object_new_int(5));
	call_answer(call, 200, reply);
}

static void list_related(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false), *found;

	if (!incident)
		return;
	found = others(incident, true);
	for (size_t i = 0; i < call_count(found); i++)
		json_object_object_add(json_object_array_get_idx(found, i), "relationships",
			json_object_new_array());
	call_answer_member(call, 200, "related_incidents", found);
}

static void start_workflow(struct call *call)
{
	struct json_object *workflow = store_find("incident_workflows", call->ids[0]);
	struct json_object *given = json_member(call->body, "incident_workflow_instance");
	struct json_object *incident =
		store_find("incidents", call_text(json_member(given, "incident"), "id"));
	struct json_object *instance;
	scoped(text_done) struct text did = TEXT(TEXT_ANY);

	if (!workflow) {
		call_not_found(call);
		return;
	}
	if (!incident) {
		call_invalid(call, "Incident not found");
		return;
	}
	instance = json_object_new_object();
	call_set_text(instance, "type", "incident_workflow_instance");
	json_object_object_add(instance, "incident", store_reference(incident));
	(void)text_addf(&did, "Workflow %.80s started", call_text(workflow, "name"));
	incidents_log(incident, "annotate_log_entry", text_string(&did), NULL, NULL);
	call_answer_member(call, 201, "incident_workflow_instance",
		view_plain(store_add_plain("incident_workflow_instances", instance)));
}

const struct route response_routes[] = {
	{ "POST", "/incident_workflows/{}/instances", start_workflow, ROUTE_REST },
	{ "GET", "/incidents/{}/custom_fields/values", get_fields, ROUTE_REST },
	{ "PUT", "/incidents/{}/custom_fields/values", set_fields, ROUTE_REST },
	{ "GET", "/incidents/{}/past_incidents", list_past, ROUTE_REST },
	{ "GET", "/incidents/{}/related_incidents", list_related, ROUTE_REST },
	{ "POST", "/incidents/{}/responder_requests", request_responders, ROUTE_REST },
	{ "POST", "/incidents/{}/status_updates", create_status_update, ROUTE_FROM },
	{ 0 },
};
