/* SPDX-License-Identifier: Apache-2.0 */
/* Events API v1 and v2: events become incidents, or move them. */
#include "incidents.h"
#include "json.h"
#include "routes.h"
#include "store.h"

#include <stdio.h>
#include <string.h>

/* What differs between the two versions. */
struct version {
	const char *key, *action, *dedup, *invalid;
	long accepted;
};

static const struct version v1 = { "service_key", "event_type", "incident_key", "invalid event",
	200 };
static const struct version v2 = { "routing_key", "event_action", "dedup_key", "invalid event",
	202 };

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

/* The service whose integration key the event has; answers 400 when there is none. */
static struct json_object *find_service(struct call *call, const struct version *version)
{
	const char *key = json_string(call->body, version->key);
	struct json_object *service =
		key ? store_find_by("services", "integration_key", key) : NULL;
	char problem[128];

	(void)snprintf(
		problem, sizeof(problem), "'%s' is missing or is no integration key", version->key);
	if (!service)
		refuse(call, problem);
	return service;
}

static void accept(struct call *call, const struct version *version, const char *dedup)
{
	answer(call, version->accepted, "success", "Event processed", NULL);
	json_object_object_add(call->reply, version->dedup, json_object_new_string(dedup));
}

static void trigger(struct call *call, const struct version *version, struct json_object *service)
{
	struct json_object *payload =
		version == &v2 ? json_member(call->body, "payload") : call->body;
	const char *title = json_string(payload, version == &v2 ? "summary" : "description");
	struct json_object *details =
		json_member(payload, version == &v2 ? "custom_details" : "details");
	const char *dedup = json_string(call->body, version->dedup);
	char made[32];
	bool is_new;

	if (!title || !*title) {
		refuse(call, version == &v2 ? "'payload.summary' is missing or blank"
					    : "'description' is missing or blank");
		return;
	}
	if (version == &v2 &&
		(!json_string(payload, "source") || !json_string(payload, "severity"))) {
		refuse(call, "'payload.source' and 'payload.severity' must be given");
		return;
	}
	if (!dedup) {
		(void)snprintf(made, sizeof(made), "sandbox-%d", store_next_number());
		dedup = made;
	}
	(void)incidents_open(service, title, dedup, details, &is_new);
	accept(call, version, dedup);
}

static void move(struct call *call, const struct version *version, struct json_object *service,
	const char *status)
{
	const char *dedup = json_string(call->body, version->dedup);
	char problem[64];

	if (!dedup || !*dedup) {
		(void)snprintf(
			problem, sizeof(problem), "'%s' is missing or blank", version->dedup);
		refuse(call, problem);
		return;
	}
	struct json_object *incident = incidents_find_open(service, dedup);
	/* PagerDuty accepts an event about what is not open, and does nothing. */
	if (incident)
		(void)incidents_move(incident, status, NULL);
	accept(call, version, dedup);
}

static void take_event(struct call *call, const struct version *version)
{
	struct json_object *service = find_service(call, version);
	const char *action = call_text(call->body, version->action);

	if (!service)
		return;
	if (!strcmp(action, "trigger"))
		trigger(call, version, service);
	else if (!strcmp(action, "acknowledge"))
		move(call, version, service, "acknowledged");
	else if (!strcmp(action, "resolve"))
		move(call, version, service, "resolved");
	else
		refuse(call, "the action must be trigger, acknowledge or resolve");
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
