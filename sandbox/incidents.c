/* SPDX-License-Identifier: Apache-2.0 */
#include "incidents.h"

#include "action/code.h"
#include "base/instant.h"
#include "base/text.h"
#include "call.h"
#include "schedules.h"
#include "store.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static int last_number;

static void set_array(struct json_object *object, const char *name)
{
	json_object_object_add(object, name, json_object_new_array());
}

/* Returns a new reference to the time in so many seconds. */
static struct json_object *later(int64_t seconds)
{
	char text[INSTANT_TEXT];

	instant_print((int64_t)time(NULL) + seconds, text);
	return json_object_new_string(text);
}

bool incidents_is_open(struct json_object *incident)
{
	return strcmp(call_text(incident, "status"), "resolved") != 0;
}

/* Returns a new reference to the actor, or to the incident's service if there is none. */
static struct json_object *agent(struct json_object *incident, struct json_object *actor)
{
	return actor ? store_reference(actor) : json_object_get(json_member(incident, "service"));
}

void incidents_log(struct json_object *incident, const char *type, const char *did,
	struct json_object *actor, const char *note)
{
	struct json_object *entry = json_object_new_object();
	struct json_object *channel = json_object_new_object();
	char summary[160];

	(void)snprintf(summary, sizeof(summary), "%s %s%.100s.", did,
		actor ? "by " : "through the ", actor ? call_text(actor, "name") : "API");
	call_set_text(entry, "_summary", summary);
	json_object_object_add(entry, "_happens", json_object_new_boolean(true));
	call_set_text(channel, "type", actor ? "website" : "api");
	json_object_object_add(entry, "channel", channel);
	json_object_object_add(entry, "agent", agent(incident, actor));
	json_object_object_add(entry, "incident", store_reference(incident));
	json_object_object_add(entry, "service", json_object_get(json_member(incident, "service")));
	set_array(entry, "teams");
	set_array(entry, "contexts");
	if (note)
		call_set_text(entry, "note", note);
	entry = store_add("log_entries", type, entry);
	if (!strcmp(type, "trigger_log_entry"))
		json_object_object_add(incident, "first_trigger_log_entry", store_reference(entry));
	json_object_object_add(incident, "updated_at", store_now());
}

static void notify(struct json_object *incident, struct json_object *user)
{
	struct json_object *notification = json_object_new_object();

	json_object_object_add(notification, "started_at", store_now());
	call_set_text(notification, "address", call_text(user, "email"));
	call_set_text(notification, "status", "success");
	call_set_text(notification, "_channel", "email_notification");
	json_object_object_add(notification, "_happens", json_object_new_boolean(true));
	json_object_object_add(notification, "user", store_reference(user));
	(void)store_add("notifications", "email_notification", notification);
	incidents_log(incident, "notify_log_entry", "Notified", user, NULL);
}

void incidents_assign(
	struct json_object *incident, struct json_object *users, struct json_object *actor)
{
	struct json_object *assignments = json_object_new_array();

	for (size_t i = 0; i < call_count(users); i++) {
		struct json_object *user = json_object_array_get_idx(users, i);
		struct json_object *assignment = json_object_new_object();

		json_object_object_add(assignment, "at", store_now());
		json_object_object_add(assignment, "assignee", store_reference(user));
		json_object_array_add(assignments, assignment);
		notify(incident, user);
	}
	json_object_object_add(incident, "assignments", assignments);
	incidents_log(incident, "assign_log_entry", "Assigned", actor, NULL);
}

bool incidents_escalate(struct json_object *incident, size_t level, struct json_object *actor)
{
	struct json_object *policy = store_find(
		"escalation_policies", call_text(json_member(incident, "escalation_policy"), "id"));
	struct json_object *rules = call_array(policy, "escalation_rules");
	struct json_object *rule = level && level <= call_count(rules)
					   ? json_object_array_get_idx(rules, level - 1)
					   : NULL;
	struct json_object *targets = call_array(rule, "targets");
	struct json_object *users = json_object_new_array();

	for (size_t i = 0; i < call_count(targets); i++) {
		struct json_object *target = json_object_array_get_idx(targets, i);
		struct json_object *schedule = store_find("schedules", call_text(target, "id"));
		const int64_t now = (int64_t)time(NULL);
		struct json_object *user =
			schedule ? schedules_shift(schedule, now, now, now + 1).user
				 : store_first_user(target);

		if (user)
			json_object_array_add(users, json_object_get(user));
	}
	incidents_assign(incident, users, actor);
	json_object_put(users);
	return rule != NULL;
}

/* Sets the status of an incident's alerts, unless status is NULL, and counts the alerts again. */
static void settle_alerts(struct json_object *incident, const char *status)
{
	struct json_object *all = store_all("alerts"), *counts = json_object_new_object();
	int total = 0, open = 0;

	for (size_t i = 0; i < call_count(all); i++) {
		struct json_object *alert = json_object_array_get_idx(all, i);

		if (!store_mentions(json_member(alert, "incident"), call_text(incident, "id")))
			continue;
		if (status)
			call_set_text(alert, "status", status);
		total++;
		open += !strcmp(call_text(alert, "status"), "triggered");
	}
	json_object_object_add(counts, "all", json_object_new_int(total));
	json_object_object_add(counts, "triggered", json_object_new_int(open));
	json_object_object_add(counts, "resolved", json_object_new_int(total - open));
	json_object_object_add(incident, "alert_counts", counts);
}

struct json_object *incidents_find_called(struct call *call, bool by_number)
{
	struct json_object *all = store_all("incidents");
	struct json_object *incident = store_find("incidents", call->ids[0]);

	for (size_t i = 0; !incident && by_number && i < call_count(all); i++) {
		struct json_object *other = json_object_array_get_idx(all, i);

		if (!strcmp(json_object_get_string(json_member(other, "incident_number")),
			    call->ids[0]))
			incident = other;
	}
	if (!incident)
		call_not_found(call);
	return incident;
}

struct json_object *incidents_find_open(struct json_object *service, const char *key)
{
	struct json_object *all = store_all("incidents");

	for (size_t i = 0; i < call_count(all); i++) {
		struct json_object *incident = json_object_array_get_idx(all, i);

		if (incidents_is_open(incident) &&
			!strcmp(call_text(incident, "incident_key"), key) &&
			store_mentions(json_member(incident, "service"), call_text(service, "id")))
			return incident;
	}
	return NULL;
}

void incidents_set_title(struct json_object *incident, const char *title)
{
	scoped(text_done) struct text summary = TEXT(TEXT_ANY);

	(void)text_addf(&summary, "[#%d] %s",
		json_object_get_int(json_member(incident, "incident_number")), title);
	call_set_text(incident, "title", title);
	call_set_text(incident, "_summary", text_string(&summary));
	store_summarize(incident);
}

static void set_status(struct json_object *incident, const char *status, struct json_object *actor)
{
	call_set_text(incident, "status", status);
	set_array(incident, "acknowledgements");
	set_array(incident, "pending_actions");
	json_object_object_add(incident, "last_status_change_at", store_now());
	json_object_object_add(incident, "last_status_change_by", agent(incident, actor));
	if (incidents_is_open(incident))
		json_object_object_del(incident, "resolved_at");
	else
		json_object_object_add(incident, "resolved_at", store_now());
}

/* Makes the default type of an incident. Returns a new reference. */
static struct json_object *new_type(void)
{
	struct json_object *type = json_object_new_object();

	call_set_text(type, "name", "incident_default");
	return type;
}

struct json_object *incidents_open(
	struct json_object *service, const char *title, const char *key, struct json_object *actor)
{
	struct json_object *incident = json_object_new_object();

	json_object_object_add(incident, "incident_number", json_object_new_int(++last_number));
	incidents_set_title(incident, title);
	call_set_text(incident, "description", title);
	call_set_text(incident, "urgency", "high");
	json_object_object_add(
		incident, "incident_key", key ? json_object_new_string(key) : store_new_key());
	json_object_object_add(incident, "_happens", json_object_new_boolean(true));
	json_object_object_add(incident, "service", store_reference(service));
	json_object_object_add(incident, "escalation_policy",
		json_object_get(json_member(service, "escalation_policy")));
	json_object_object_add(incident, "teams", json_object_get(json_member(service, "teams")));
	call_set_text(incident, "assigned_via", "escalation_policy");
	call_set_text(incident, "priority", NULL);
	call_set_text(incident, "resolve_reason", NULL);
	call_set_text(incident, "conference_bridge", NULL);
	set_array(incident, "incidents_responders");
	set_array(incident, "responder_requests");
	set_array(incident, "assignments");
	json_object_object_add(incident, "is_mergeable", json_object_new_boolean(true));
	json_object_object_add(incident, "incident_type", new_type());
	set_status(incident, "triggered", actor);
	incident = store_add("incidents", "incident", incident);
	settle_alerts(incident, NULL);
	incidents_log(incident, "trigger_log_entry", "Triggered", actor, NULL);
	(void)incidents_escalate(incident, 1, NULL);
	return incident;
}

void incidents_add_alert(
	struct json_object *incident, struct json_object *details, const char *severity)
{
	struct json_object *alert = json_object_new_object(), *body = json_object_new_object();

	call_set_text(alert, "_summary", call_text(incident, "title"));
	call_set_text(alert, "status", "triggered");
	call_set_text(alert, "alert_key", call_text(incident, "incident_key"));
	call_set_text(alert, "severity", severity ? severity : "critical");
	json_object_object_add(alert, "suppressed", json_object_new_boolean(false));
	json_object_object_add(alert, "incident", store_reference(incident));
	json_object_object_add(alert, "service", json_object_get(json_member(incident, "service")));
	call_set_text(body, "type", "alert_body");
	set_array(body, "contexts");
	json_object_object_add(
		body, "details", details ? json_object_get(details) : json_object_new_object());
	json_object_object_add(alert, "body", body);
	(void)store_add("alerts", "alert", alert);
	settle_alerts(incident, NULL);
}

/* Adds an entry with a time to acknowledgements or pending_actions. Takes at and value over. */
static void add_entry(struct json_object *incident, const char *list, struct json_object *at,
	const char *name, struct json_object *value)
{
	struct json_object *entry = json_object_new_object();

	json_object_object_add(entry, "at", at);
	json_object_object_add(entry, name, value);
	json_object_array_add(json_member(incident, list), entry);
}

long incidents_move(struct json_object *incident, const char *status, struct json_object *actor,
	const char *note)
{
	const bool was_open = incidents_is_open(incident);

	if (!strcmp(status, "resolved")) {
		if (!was_open)
			return CODE_ALREADY_RESOLVED;
		set_status(incident, status, actor);
		set_array(incident, "assignments");
		settle_alerts(incident, status);
		incidents_log(incident, "resolve_log_entry", "Resolved", actor, note);
	} else if (!strcmp(status, "acknowledged")) {
		if (!strcmp(call_text(incident, "status"), status))
			return CODE_ALREADY_ACKNOWLEDGED;
		set_status(incident, status, actor);
		add_entry(incident, "acknowledgements", store_now(), "acknowledger",
			agent(incident, actor));
		incidents_log(incident, "acknowledge_log_entry", "Acknowledged", actor, note);
	} else if (!strcmp(status, "triggered")) {
		if (!strcmp(call_text(incident, "status"), status))
			return 0;
		set_status(incident, status, actor);
		incidents_log(incident, was_open ? "unacknowledge_log_entry" : "trigger_log_entry",
			was_open ? "Unacknowledged" : "Triggered", actor, note);
	} else {
		return CODE_INVALID_STATUS;
	}
	/*
	 * Assign a reopened incident to the user who acknowledges it, otherwise to the user on
	 * call.
	 */
	if (!was_open && actor && !strcmp(status, "acknowledged")) {
		struct json_object *users = json_object_new_array();

		json_object_array_add(users, json_object_get(actor));
		incidents_assign(incident, users, actor);
		json_object_put(users);
	} else if (!was_open) {
		(void)incidents_escalate(incident, 1, NULL);
	}
	return 0;
}

void incidents_merge(
	struct json_object *incident, struct json_object *source, struct json_object *actor)
{
	struct json_object *all = store_all("alerts"), *reason = json_object_new_object();

	for (size_t i = 0; i < call_count(all); i++) {
		struct json_object *alert = json_object_array_get_idx(all, i);

		if (store_mentions(json_member(alert, "incident"), call_text(source, "id")))
			json_object_object_add(alert, "incident", store_reference(incident));
	}
	settle_alerts(source, NULL);
	settle_alerts(incident, NULL);
	(void)incidents_move(source, "resolved", actor, NULL);
	call_set_text(reason, "type", "merge_resolve_reason");
	json_object_object_add(reason, "incident", store_reference(incident));
	json_object_object_add(source, "resolve_reason", reason);
}

long incidents_snooze(struct json_object *incident, int64_t seconds, struct json_object *actor)
{
	if (!incidents_is_open(incident))
		return CODE_ALREADY_RESOLVED;
	set_status(incident, "acknowledged", actor);
	add_entry(
		incident, "acknowledgements", store_now(), "acknowledger", agent(incident, actor));
	add_entry(incident, "pending_actions", later(seconds), "type",
		json_object_new_string("unacknowledge"));
	incidents_log(incident, "snooze_log_entry", "Snoozed", actor, NULL);
	return 0;
}

void incidents_wake(void)
{
	struct json_object *all = store_all("incidents");

	for (size_t i = 0; i < call_count(all); i++) {
		struct json_object *incident = json_object_array_get_idx(all, i);
		struct json_object *pending = json_member(incident, "pending_actions");
		int64_t at;

		if (call_count(pending) &&
			instant_read(call_text(json_object_array_get_idx(pending, 0), "at"), &at) &&
			at <= (int64_t)time(NULL))
			(void)incidents_move(incident, "triggered", NULL, NULL);
	}
}
