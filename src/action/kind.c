/* SPDX-License-Identifier: Apache-2.0 */
#include "action/kind.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* The table is laid out by hand. */
/* clang-format off */
#define LIST(path_, query_, member_, paging_, name_) \
	.path = (path_), .query = (query_), .member = (member_), .paging = (paging_), .name = (name_)

/*
 * The older pack sent the ids of some kinds unchecked. These kinds have short ids too: such a text
 * is neither an id of PagerDuty's nor a usual name, and is sent as before.
 */
static const struct kind_row rows[KINDS] = {
	[KIND_NONE] = { .thing = "thing", .things = "things" },
	[KIND_ADDON] = { .thing = "add-on", .things = "add-ons",
		LIST("/addons", NULL, "addons", PAGING_CLASSIC, "name") },
	[KIND_ALERT_GROUPING_SETTING] = { .thing = "alert grouping setting", .things = "alert grouping settings",
		LIST("/alert_grouping_settings", NULL, "alert_grouping_settings", PAGING_AFTER, "name") },
	[KIND_AUTOMATION_ACTION] = { .thing = "automation action", .things = "automation actions",
		.flags = KIND_HAS_LONG_IDS,
		LIST("/automation_actions/actions", "name", "actions", PAGING_CURSOR, "name") },
	[KIND_AUTOMATION_RUNNER] = { .thing = "automation runner", .things = "automation runners",
		.flags = KIND_HAS_LONG_IDS,
		LIST("/automation_actions/runners", "name", "runners", PAGING_CURSOR, "name") },
	[KIND_BUSINESS_SERVICE] = { .thing = "business service", .things = "business services",
		LIST("/business_services", NULL, "business_services", PAGING_CLASSIC, "name") },
	[KIND_CUSTOM_FIELD] = { .thing = "custom field", .things = "custom fields",
		LIST("/incidents/custom_fields", NULL, "fields", PAGING_NONE, "name"), .also = "display_name" },
	[KIND_ESCALATION_POLICY] = { .thing = "escalation policy", .things = "escalation policies",
		.flags = KIND_HAS_SHORT_IDS,
		LIST("/escalation_policies", "query", "escalation_policies", PAGING_CLASSIC, "name") },
	[KIND_EVENT_ENRICHMENT] = { .thing = "event enrichment", .things = "event enrichments",
		.flags = KIND_HAS_LONG_IDS,
		LIST("/enrichment/event_enrichments", NULL, "event_enrichments", PAGING_CLASSIC, "name") },
	[KIND_EVENT_ORCHESTRATION] = { .thing = "event orchestration", .things = "event orchestrations",
		.flags = KIND_HAS_LONG_IDS,
		LIST("/event_orchestrations", NULL, "orchestrations", PAGING_CLASSIC, "name") },
	[KIND_EXTENSION] = { .thing = "extension", .things = "extensions",
		LIST("/extensions", "query", "extensions", PAGING_CLASSIC, "name") },
	[KIND_EXTENSION_SCHEMA] = { .thing = "extension schema", .things = "extension schemas",
		LIST("/extension_schemas", NULL, "extension_schemas", PAGING_CLASSIC, "label") },
	[KIND_INCIDENT] = { .thing = "incident", .things = "incidents",
		.flags = KIND_TAKES_NUMBER, .folder = "/incidents/",
		.address_rule = "the web address of an incident, such as https://acme.pagerduty.com/incidents/PT4KHLK",
		.no_name_rule = "an id, a number or a web address: an incident has no name to be found by" },
	[KIND_INCIDENT_TYPE] = { .thing = "incident type", .things = "incident types",
		.flags = KIND_HAS_WORDS,
		LIST("/incidents/types?filter=all", NULL, "incident_types", PAGING_NONE, "name"), .also = "display_name" },
	[KIND_INCIDENT_WORKFLOW] = { .thing = "incident workflow", .things = "incident workflows",
		LIST("/incident_workflows", "query", "incident_workflows", PAGING_CLASSIC, "name") },
	[KIND_LICENSE] = { .thing = "license", .things = "licenses",
		.flags = KIND_HAS_SHORT_IDS,
		LIST("/licenses", NULL, "licenses", PAGING_NONE, "name") },
	[KIND_MAINTENANCE_WINDOW] = { .thing = "maintenance window", .things = "maintenance windows",
		.flags = KIND_HAS_SHORT_IDS,
		LIST("/maintenance_windows", "query", "maintenance_windows", PAGING_CLASSIC, "description") },
	[KIND_PRIORITY] = { .thing = "priority", .things = "priorities",
		LIST("/priorities", NULL, "priorities", PAGING_CLASSIC, "name") },
	[KIND_RULESET] = { .thing = "ruleset", .things = "rulesets",
		.flags = KIND_HAS_LONG_IDS,
		LIST("/rulesets", NULL, "rulesets", PAGING_CLASSIC, "name") },
	[KIND_SCHEDULE] = { .thing = "schedule", .things = "schedules",
		.flags = KIND_HAS_SHORT_IDS | KIND_HAS_NULL,
		LIST("/schedules", "query", "schedules", PAGING_CLASSIC, "name") },
	[KIND_SCHEDULE_V3] = { .thing = "schedule", .things = "schedules",
		LIST("/v3/schedules", "query", "schedules", PAGING_V3, "summary") },
	[KIND_SERVICE] = { .thing = "service", .things = "services",
		.flags = KIND_HAS_SHORT_IDS,
		LIST("/services", "query", "services", PAGING_CLASSIC, "name") },
	[KIND_SERVICE_CUSTOM_FIELD] = { .thing = "custom field of services", .things = "custom fields of services",
		LIST("/services/custom_fields", NULL, "fields", PAGING_NONE, "name"), .also = "display_name" },
	[KIND_STANDARD] = { .thing = "standard", .things = "standards",
		.flags = KIND_HAS_LONG_IDS,
		LIST("/standards", NULL, "standards", PAGING_NONE, "name") },
	[KIND_STATUS_DASHBOARD] = { .thing = "status dashboard", .things = "status dashboards",
		LIST("/status_dashboards", NULL, "status_dashboards", PAGING_CURSOR, "name"), .also = "url_slug" },
	[KIND_STATUS_PAGE] = { .thing = "status page", .things = "status pages",
		LIST("/status_pages", NULL, "status_pages", PAGING_CLASSIC, "name") },
	[KIND_TAG] = { .thing = "tag", .things = "tags",
		LIST("/tags", "query", "tags", PAGING_CLASSIC, "label") },
	[KIND_TEAM] = { .thing = "team", .things = "teams",
		.flags = KIND_HAS_SHORT_IDS,
		LIST("/teams", "query", "teams", PAGING_CLASSIC, "name") },
	[KIND_TEMPLATE] = { .thing = "template", .things = "templates",
		LIST("/templates", "query", "templates", PAGING_CLASSIC, "name") },
	[KIND_USER] = { .thing = "user", .things = "users",
		.flags = KIND_TAKES_EMAIL | KIND_TAKES_ME | KIND_HAS_SHORT_IDS,
		LIST("/users", "query", "users", PAGING_CLASSIC, "name"), .also = "email" },
	[KIND_VENDOR] = { .thing = "vendor", .things = "vendors",
		LIST("/vendors", NULL, "vendors", PAGING_CLASSIC, "name") },
	[KIND_WEBHOOK_SUBSCRIPTION] = { .thing = "webhook subscription", .things = "webhook subscriptions",
		LIST("/webhook_subscriptions", NULL, "webhook_subscriptions", PAGING_CLASSIC, "description") },
	[KIND_WORKFLOW_CONNECTION] = { .thing = "workflow connection", .things = "workflow connections",
		.flags = KIND_HAS_LONG_IDS,
		LIST("/workflows/integrations/connections", "name", "connections", PAGING_CURSOR, "name") },
};
/* clang-format on */

/* Returns whether a word is the type of a kind: its thing with "_" for blanks. */
static bool is_type(const char *word, size_t len, const char *thing)
{
	size_t at = 0;

	while (at < len && thing[at] && word[at] == (thing[at] == ' ' ? '_' : thing[at]))
		at++;
	return at == len && !thing[at];
}

enum kind kind_of_type(const char *word)
{
	static const char ending[] = "_reference";
	size_t len = word ? strlen(word) : 0;

	if (len > sizeof(ending) && !strcmp(word + len - (sizeof(ending) - 1), ending))
		len -= sizeof(ending) - 1;
	for (int kind = KIND_NONE + 1; len && kind < KINDS; kind++) {
		if (is_type(word, len, rows[kind].thing) || is_type(word, len, rows[kind].things))
			return (enum kind)kind;
	}
	return KIND_NONE;
}

const struct kind_row *kind_row(enum kind kind)
{
	return &rows[kind];
}

const char *kind_given(enum kind kind)
{
	unsigned flags = rows[kind].flags;

	if (flags & KIND_TAKES_NUMBER)
		return "id, number or web address";
	if (flags & KIND_TAKES_ME)
		return "id, name, e-mail address, or `me`";
	if (rows[kind].name && !strcmp(rows[kind].name, "description"))
		return "id or description";
	return rows[kind].path ? "id or name" : "id";
}
