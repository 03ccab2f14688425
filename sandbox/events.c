/* SPDX-License-Identifier: Apache-2.0 */
/* Events API v1 and v2: events open incidents or change their status. */
#include "base/utf8.h"
#include "incidents.h"
#include "routes.h"
#include "store.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>

enum {
	DEDUP_MOST = 255
}; /* characters (events-API-v2/02-Trigger-Events of PagerDuty's documents) */

/* The differences between the two versions. */
struct version {
	const char *key, *action, *dedup;
	long accepted;
};

static const struct version v1 = { "service_key", "event_type", "incident_key", 200 };
static const struct version v2 = { "routing_key", "event_action", "dedup_key", 202 };

static void answer(
	struct call *call, long status, const char *word, const char *message, const char *problem)
{
	struct json_object *reply = json_object_new_object();

	json_object_object_add(reply, "status", json_object_new_string(word));
	json_object_object_add(reply, "message", json_object_new_string(message));
	if (problem) {
		struct json_object *errors = json_object_new_array();

		json_object_array_add(errors, json_object_new_string(problem));
		json_object_object_add(reply, "errors", errors);
	}
	call_answer(call, status, reply);
}

static void refuse(struct call *call, const char *problem)
{
	answer(call, 400, "invalid event", "Event object is invalid", problem);
}

/* Finds the service with the event's integration key. Answers 400 if there is none. */
static struct json_object *find_service(struct call *call, const struct version *version)
{
	const char *key = call_text(call->body, version->key);
	struct json_object *integration =
		*key ? store_find_by("integrations", "integration_key", key) : NULL;
	struct json_object *service =
		store_find("services", call_text(json_member(integration, "service"), "id"));
	char problem[128];

	(void)snprintf(
		problem, sizeof(problem), "'%s' is missing or is no integration key", version->key);
	if (call->bad_body)
		refuse(call, "the body is no JSON object");
	else if (!service)
		refuse(call, problem);
	return call->bad_body ? NULL : service;
}

static void accept(struct call *call, const struct version *version, const char *dedup)
{
	answer(call, version->accepted, "success", "Event processed", NULL);
	json_object_object_add(call->reply, version->dedup, json_object_new_string(dedup));
}

/* Checks the payload of a trigger of version 2. Answers 400 if a required member is missing. */
static bool check_payload(struct call *call, struct json_object *payload)
{
	static const char *const severities[] = { "critical", "error", "warning", "info" };
	const char *severity = call_text(payload, "severity");

	if (!*call_text(payload, "source")) {
		refuse(call, "'payload.source' is missing or blank");
		return false;
	}
	for (size_t i = 0; i < COUNT(severities); i++) {
		if (!strcmp(severities[i], severity))
			return true;
	}
	refuse(call,
		"'payload.severity' is invalid (must be one of the following: 'critical', 'warning', 'error' or 'info')");
	return false;
}

static void trigger(struct call *call, const struct version *version, struct json_object *service,
	const char *dedup)
{
	const bool is_v2 = version == &v2;
	struct json_object *payload = is_v2 ? json_member(call->body, "payload") : call->body;
	const char *title = call_text(payload, is_v2 ? "summary" : "description");
	scoped(json_put_at) struct json_object *made = *dedup ? NULL : store_new_key();
	struct json_object *incident;

	if (!*title) {
		refuse(call, is_v2 ? "'payload.summary' is missing or blank"
				   : "'description' is missing or blank");
		return;
	}
	if (is_v2 && !check_payload(call, payload))
		return;
	if (made)
		dedup = json_object_get_string(made);
	incident = incidents_find_open(service, dedup);
	if (incident) {
		incidents_log(incident, "trigger_log_entry", "Triggered", NULL, NULL);
	} else {
		incident = incidents_open(service, title, dedup, NULL);
		incidents_add_alert(incident,
			json_member(payload, is_v2 ? "custom_details" : "details"),
			is_v2 ? call_text(payload, "severity") : NULL);
	}
	accept(call, version, dedup);
}

static void move(struct call *call, const struct version *version, struct json_object *service,
	const char *dedup, const char *status)
{
	struct json_object *incident = *dedup ? incidents_find_open(service, dedup) : NULL;
	char problem[64];

	if (!*dedup) {
		(void)snprintf(
			problem, sizeof(problem), "'%s' is missing or blank", version->dedup);
		refuse(call, problem);
		return;
	}
	/*
	 * PagerDuty accepts an acknowledgement or a resolve of an alert that is not open, and does
	 * nothing.
	 */
	if (incident)
		(void)incidents_move(incident, status, NULL, NULL);
	accept(call, version, dedup);
}

static void take_event(struct call *call, const struct version *version)
{
	struct json_object *service = find_service(call, version);
	const char *action = call_text(call->body, version->action);
	const char *dedup = call_text(call->body, version->dedup);
	const size_t len = strlen(dedup);
	char problem[128];

	if (!service)
		return;
	if (utf8_cut_characters(dedup, len, DEDUP_MOST) != len) {
		(void)snprintf(problem, sizeof(problem), "'%s' is longer than %d characters",
			version->dedup, DEDUP_MOST);
		refuse(call, problem);
	} else if (!strcmp(action, "trigger")) {
		trigger(call, version, service, dedup);
	} else if (!strcmp(action, "acknowledge")) {
		move(call, version, service, dedup, "acknowledged");
	} else if (!strcmp(action, "resolve")) {
		move(call, version, service, dedup, "resolved");
	} else {
		(void)snprintf(problem, sizeof(problem),
			"'%s' must be trigger, acknowledge or resolve", version->action);
		refuse(call, problem);
	}
}

static void take_v1(struct call *call)
{
	take_event(call, &v1);
}

static void take_v2(struct call *call)
{
	take_event(call, &v2);
}

static void take_change(struct call *call)
{
	if (!find_service(call, &v2))
		return;
	if (!*call_text(json_member(call->body, "payload"), "summary"))
		refuse(call, "'payload.summary' is missing or blank");
	else
		answer(call, 202, "success", "Change event processed", NULL);
}

const struct route event_routes[] = {
	{ "POST", "/generic/2010-04-15/create_event.json", take_v1, ROUTE_EVENT },
	{ "POST", "/v2/enqueue", take_v2, ROUTE_EVENT },
	{ "POST", "/v2/change/enqueue", take_change, ROUTE_EVENT },
	{ 0 },
};
