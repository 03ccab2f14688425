/* SPDX-License-Identifier: Apache-2.0 */
#include "view/kind.h"

#include <string.h>

#define COLUMN(title_, path_, form_, show_)                                          \
	{                                                                            \
		.title = (title_), .path = (path_), .form = (form_), .show = (show_) \
	}
#define COLUMNS(...)                                  \
	.columns = (const struct column[])            \
	{                                             \
		__VA_ARGS__, COLUMN(NULL, NULL, 0, 0) \
	}
#define MEMBERS(...)                     \
	.members = (const char *const[]) \
	{                                \
		__VA_ARGS__, NULL        \
	}

#define ID COLUMN("Id", "id", FORM_WORD, 0)
#define NAME COLUMN("Name", "name|summary", FORM_TEXT, 0)
#define STATUS COLUMN("Status", "status", FORM_STATUS, 0)
#define TEAMS COLUMN("Teams", "teams[]/summary|teams[]/name", FORM_TEXT, 0)
#define USER COLUMN("User", "user/summary|user/name|user/id", FORM_TEXT, 0)
#define SERVICE COLUMN("Service", "service/summary|service/name|service/id", FORM_TEXT, 0)
#define CREATED COLUMN("Created", "created_at", FORM_AGO, 0)
#define DESCRIPTION COLUMN("Description", "description", FORM_TEXT, SHOW_ONE)
#define LINK COLUMN("Link", "html_url", FORM_LINK, SHOW_ONE)

/*
 * A record with a type has the kind with this type. A record without a type has the first kind all
 * of whose members it has.
 */
static const struct view_kind kinds[] = {
	{ .type = "incident",
		.one = "incident",
		.many = "incidents",
		COLUMNS(COLUMN("#", "incident_number|id", FORM_NUMBER, 0),
			COLUMN("Id", "id", FORM_WORD, SHOW_ONE), STATUS,
			COLUMN("Urgency", "urgency", FORM_WORD, 0),
			COLUMN("Priority", "priority/summary", FORM_TEXT, SHOW_ONE),
			COLUMN("Title", "title|summary|description", FORM_TITLE, 0), SERVICE,
			COLUMN("Assigned to", "assignments[]/assignee/summary", FORM_TEXT, 0),
			COLUMN("Acknowledged by", "acknowledgements[]/acknowledger/summary",
				FORM_TEXT, SHOW_ONE),
			CREATED, COLUMN("Resolved", "resolved_at", FORM_AGO, SHOW_ONE),
			COLUMN("Escalation policy", "escalation_policy/summary", FORM_TEXT,
				SHOW_ONE),
			COLUMN("Teams", "teams[]/summary", FORM_TEXT, SHOW_ONE),
			COLUMN("Link", "html_url", FORM_LINK, SHOW_ONE | SHOW_LINE)) },
	{ .type = "alert",
		.one = "alert",
		.many = "alerts",
		COLUMNS(ID, STATUS, COLUMN("Severity", "severity", FORM_WORD, 0),
			COLUMN("Summary", "summary|alert_key", FORM_TITLE, 0), SERVICE, CREATED,
			COLUMN("Incident", "incident/summary|incident/id", FORM_TEXT, SHOW_ONE),
			COLUMN("Key", "alert_key", FORM_TEXT, SHOW_ONE), LINK) },
	{ .type = "_log_entry",
		.one = "log entry",
		.many = "log entries",
		COLUMNS(COLUMN("When", "created_at", FORM_AGO, 0),
			COLUMN("What", "type", FORM_KIND, 0),
			COLUMN("Who", "agent/summary", FORM_TEXT, 0),
			COLUMN("Summary", "channel/summary|summary", FORM_TITLE, 0),
			COLUMN("Incident", "incident/summary|incident/id", FORM_TEXT, SHOW_ONE),
			COLUMN("Note", "note", FORM_TEXT, SHOW_ONE), LINK) },
	{ .type = "schedule",
		.one = "schedule",
		.many = "schedules",
		.inner = "final_schedule/rendered_schedule_entries",
		COLUMNS(ID, NAME, COLUMN("Time zone", "time_zone", FORM_TEXT, 0),
			COLUMN("Users", "users[]/summary|users[]/name", FORM_TEXT, 0), TEAMS,
			DESCRIPTION,
			COLUMN("Escalation policies", "escalation_policies[]/summary", FORM_TEXT,
				SHOW_ONE),
			LINK) },
	{ .type = "service",
		.one = "service",
		.many = "services",
		COLUMNS(ID, NAME, STATUS,
			COLUMN("Escalation policy", "escalation_policy/summary", FORM_TEXT, 0),
			TEAMS, DESCRIPTION,
			COLUMN("Last incident", "last_incident_timestamp", FORM_AGO, 0), LINK) },
	{ .type = "user",
		.one = "user",
		.many = "users",
		COLUMNS(ID, NAME, COLUMN("Address", "email", FORM_TEXT, 0),
			COLUMN("Role", "role", FORM_TEXT, 0),
			COLUMN("Job", "job_title", FORM_TEXT, SHOW_ONE),
			COLUMN("Time zone", "time_zone", FORM_TEXT, 0), TEAMS, LINK) },
	{ .type = "team",
		.one = "team",
		.many = "teams",
		COLUMNS(ID, NAME, COLUMN("Description", "description", FORM_TEXT, 0),
			COLUMN("Parent", "parent/summary|parent/id", FORM_TEXT, 0), LINK) },
	{ .type = "maintenance_window",
		.one = "maintenance window",
		.many = "maintenance windows",
		COLUMNS(ID, COLUMN("From", "start_time", FORM_MOMENT, 0),
			COLUMN("Until", "end_time", FORM_MOMENT, 0),
			COLUMN("Services", "services[]/summary|services[]/id", FORM_TEXT, 0),
			COLUMN("Description", "description|summary", FORM_TEXT, 0),
			COLUMN("Created by", "created_by/summary", FORM_TEXT, SHOW_ONE), LINK) },
	{ .type = "escalation_policy",
		.one = "escalation policy",
		.many = "escalation policies",
		.inner = "escalation_rules",
		COLUMNS(ID, NAME, COLUMN("Levels", "escalation_rules", FORM_COUNT, 0),
			COLUMN("Calls", "escalation_rules[]/targets[]/summary", FORM_TEXT,
				SHOW_LISTS),
			COLUMN("Services", "services[]/summary", FORM_TEXT, 0), TEAMS, DESCRIPTION,
			COLUMN("Repeats", "num_loops", FORM_WORD, SHOW_ONE), LINK) },
	{ MEMBERS("escalation_level", "escalation_policy"), .one = "on-call", .many = "on-calls",
		COLUMNS(USER, COLUMN("Level", "escalation_level", FORM_LEVEL, 0),
			COLUMN("Escalation policy",
				"escalation_policy/summary|escalation_policy/id", FORM_TEXT, 0),
			COLUMN("Schedule", "schedule/summary|schedule/id", FORM_TEXT, 0),
			COLUMN("Since", "start", FORM_MOMENT, SHOW_ONE),
			COLUMN("Until", "end", FORM_MOMENT, 0)) },
	{ MEMBERS("escalation_delay_in_minutes", "targets"), .one = "level", .many = "levels",
		COLUMNS(COLUMN("Level", "", FORM_POSITION, 0),
			COLUMN("Calls", "targets[]/summary|targets[]/id", FORM_TEXT, 0),
			COLUMN("Minutes", "escalation_delay_in_minutes", FORM_WORD, 0)) },
	{ MEMBERS("content", "user"), .one = "note", .many = "notes",
		COLUMNS(COLUMN("When", "created_at", FORM_AGO, 0), USER,
			COLUMN("Note", "content", FORM_TITLE, 0)) },
	{ .type = "incident_workflow_instance",
		.one = "workflow run",
		.many = "workflow runs",
		COLUMNS(ID, COLUMN("Incident", "incident/summary|incident/id", FORM_TEXT, 0)) },
	{ MEMBERS("message", "sender"), .one = "status update", .many = "status updates",
		COLUMNS(COLUMN("When", "created_at", FORM_AGO, 0),
			COLUMN("From", "sender/summary|sender/id", FORM_TEXT, 0),
			COLUMN("Message", "message", FORM_TITLE, 0)) },
	{ MEMBERS("configuration", "token"), .one = "setup", .many = "setups",
		COLUMNS(COLUMN("Acts for", "from_email/address", FORM_TEXT, 0),
			COLUMN("User is known", "from_email/known", FORM_TEXT, 0),
			COLUMN("Key of", "user/email|user/name|token", FORM_TEXT, 0),
			COLUMN("Advice", "advice", FORM_TEXT, 0),
			COLUMN("Event queue", "event_queue/problem", FORM_TEXT, 0),
			COLUMN("Webhooks", "webhook/problem", FORM_TEXT, 0),
			COLUMN("PagerDuty", "configuration/api_url", FORM_TEXT, 0),
			COLUMN("Configuration", "configuration/source", FORM_TEXT, 0)) },
	{ MEMBERS("override", "status"), .one = "override", .many = "overrides",
		COLUMNS(COLUMN("User", "override/user/summary|override/user/id", FORM_TEXT, 0),
			COLUMN("From", "override/start", FORM_MOMENT, 0),
			COLUMN("Until", "override/end", FORM_MOMENT, 0),
			COLUMN("Id", "override/id", FORM_WORD, 0)) },
	{ MEMBERS("dedup_key", "stored_at"), .one = "event", .many = "events",
		COLUMNS(ID, COLUMN("State", "state", FORM_WORD, 0),
			COLUMN("Event", "event", FORM_WORD, 0),
			COLUMN("Summary", "summary|dedup_key", FORM_TITLE, 0),
			COLUMN("For", "key", FORM_TEXT, 0),
			COLUMN("Stored", "stored_at", FORM_AGO, 0),
			COLUMN("Tries", "tries", FORM_WORD, 0),
			COLUMN("Why", "reason", FORM_TEXT, 0)) },
	{ MEMBERS("start", "end", "user"), .one = "shift", .many = "shifts",
		COLUMNS(ID, USER, COLUMN("From", "start", FORM_MOMENT, 0),
			COLUMN("Until", "end", FORM_MOMENT, 0),
			COLUMN("", "start/end", FORM_BAR, SHOW_TABLE)) },
};

static const struct view_kind other = {
	.one = "record",
	.many = "records",
	COLUMNS(ID, COLUMN("Type", "type", FORM_KIND, SHOW_ONE),
		COLUMN("Summary",
			"summary|name|title|label|description|address|value|display_name|message|content",
			FORM_TEXT, 0),
		STATUS, CREATED, LINK),
};
/* A text or a number that is not a member of an object. */
static const struct view_kind value = {
	.one = "value",
	.many = "values",
	COLUMNS(COLUMN("Value", "", FORM_TEXT, 0)),
};

/* Returns whether a type, which may be the type of a reference, is that of a kind. */
static bool is_type(const struct view_kind *kind, const char *type, size_t len)
{
	static const char reference[] = "_reference";
	size_t end = sizeof(reference) - 1, own = kind->type ? strlen(kind->type) : 0;

	if (!own)
		return false;
	if (len > end && !memcmp(type + len - end, reference, end))
		len -= end;
	if (*kind->type == '_')
		return len > own && !memcmp(type + len - own, kind->type, own);
	return len == own && !memcmp(type, kind->type, own);
}

static bool has_members(const struct view_kind *kind, struct span record)
{
	if (!kind->members)
		return false;
	for (size_t i = 0; kind->members[i]; i++) {
		if (!span_member(record, kind->members[i]).start)
			return false;
	}
	return true;
}

const struct view_kind *view_kind_of(struct span record)
{
	struct span type = span_member(record, "type");

	if (span_kind(record) != '{')
		return &value;

	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (span_kind(type) == '"' ? is_type(&kinds[i], type.start + 1, type.len - 2)
					   : has_members(&kinds[i], record))
			return &kinds[i];
	}
	return &other;
}

bool view_kind_known(struct span record)
{
	const struct view_kind *kind = view_kind_of(record);

	return kind != &other && kind != &value;
}

const struct view_kind *view_kind_named(const char *type)
{
	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (is_type(&kinds[i], type, strlen(type)))
			return &kinds[i];
	}
	return &other;
}
