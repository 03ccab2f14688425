/* SPDX-License-Identifier: Apache-2.0 */
/* The alerts of an incident. */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param alert_id = PATH_ID_VALUE("alert_id", KIND_NONE,
	"The alert.", .example = "\"PT4KHEE\"");

static const struct operation rows[] = {
	{ .name = "incident.find_alerts",
	  .summary = "List the alerts of an incident.",
	  LIST("/incidents/{entity_id}/alerts", "alerts"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&incident_id,
		QUERY("statuses", TYPE_LIST, "Only alerts of these statuses: triggered, resolved.",
			.values = VALUES("triggered", "resolved")),
		QUERY("alert_key", TYPE_STRING, "Only the alert with this de-duplication key."),
		QUERY("sort_by", TYPE_STRING,
			"Order of the list: created_at or resolved_at, followed by :asc or "
			":desc; or both, separated by a comma.",
			.orders = true),
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: services, "
			"first_trigger_log_entries, incidents."),
		&maximum_all, &partial),
	  .returns = "An array of alerts." },

	{ .name = "incident.get_alert",
	  .summary = "Get an alert of an incident.",
	  GET("/incidents/{entity_id}/alerts/{alert_id}", "alert"),
	  .params = PARAMS(&incident_id, &alert_id),
	  .returns = "The alert." },

	{ .name = "incident.manage_alerts",
	  .summary = "Resolve many alerts of an incident at once, or move them to other incidents.",
	  .method = "PUT", .path = "/incidents/{entity_id}/alerts",
	  .result = RESULT_LIST, .member = "alerts",
	  .from = FROM_REQUIRED,
	  .outcome = &outcome_of_alerts,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("alerts", TYPE_OBJECTS,
			"The changes: at most 250 objects with id, type (alert), and status "
			"(resolved) or incident.",
			.required = true, .members = VALUES("id", "type"),
			.example = "[{\"id\": \"PPVZH9X\", \"type\": \"alert\", \"status\": \"resolved\"}, {\"id\": \"P8JOGX7\", \"type\": \"alert\", \"incident\": {\"id\": \"PPVZH9X\", \"type\": \"incident_reference\"}}]")),
	  .returns = "An array of the alerts." },

	{ .name = "incident.update_alert",
	  .summary = "Resolve an alert, or move it to another incident.",
	  UPDATE("/incidents/{entity_id}/alerts/{alert_id}", "alert"),
	  .from = FROM_REQUIRED,
	  .constant = "{\"type\":\"alert\"}",
	  .params = PARAMS(
		&from_email, &incident_id, &alert_id,
		BODY("status", TYPE_STRING, "New status of the alert.",
			.values = VALUES("resolved", "triggered"), .example = "\"resolved\""),
		BODY("incident_id", TYPE_STRING, "The incident to move it to.",
			.wire = "incident", .reference = "incident_reference", .kind = KIND_INCIDENT)),
	  .returns = "The alert." },
};
/* clang-format on */

TABLE(incident_alert);
