/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/period.h"
#include "operations/rows.h"

static bool set_end(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	(void)operation;
	return period_set_end(values, "start_time", "end_time", err);
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include in full instead of as references: teams, services, users.");

static const struct operation rows[] = {
	{ .name = "maintenance_window.create",
	  .summary = "Create a maintenance window from a whole document.",
	  CREATE("/maintenance_windows", "maintenance_window"),
	  .from = FROM_REQUIRED, .schema = "maintenance_window",
	  .params = PARAMS(
		&from_email,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The maintenance window as in PagerDuty's REST API, without the wrapper.",
			.required = true,
			.example = "{\"type\": \"maintenance_window\", \"start_time\": \"2026-11-09T20:00:00Z\", \"end_time\": \"2026-11-09T22:00:00Z\", \"services\": [{\"id\": \"PIJ90N7\", \"type\": \"service_reference\"}]}")),
	  .returns = "The maintenance window." },

	{ .name = "maintenance_window.create.simple",
	  .summary = "Put a service into maintenance for some time.",
	  CREATE("/maintenance_windows", "maintenance_window"),
	  .from = FROM_REQUIRED,
	  .constant = "{\"type\":\"maintenance_window\"}", .prepare = set_end,
	  .params = PARAMS(
		&from_email,
		BODY("start_time", TYPE_TIME,
			"When it starts. The default is now if period is given.",
			.required_unless = "period", .example = "\"2026-11-09T20:00:00Z\""),
		PARAM("period", PLACE_CONTROL, TYPE_DURATION,
			"How long it lasts, instead of end_time.", .least = 1, .most = 31536000),
		BODY("end_time", TYPE_TIME, "When it ends.",
			.required_unless = "period", .example = "\"2026-11-09T22:00:00Z\""),
		BODY("description", TYPE_STRING, "What is being done."),
		BODY("service_id", TYPE_STRING, "The service.",
			.wire = "services[]", .required = true, .reference = "service_reference",
			.kind = KIND_SERVICE, .example = "\"PIJ90N7\"")),
	  .returns = "The maintenance window." },

	{ .name = "maintenance_window.delete",
	  .summary = "End a maintenance window that is on, or delete one that is to come.",
	  DELETE("/maintenance_windows/{entity_id}"),
	  .params = PARAMS(&maintenance_window_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "maintenance_window.find",
	  .summary = "List maintenance windows.",
	  LIST("/maintenance_windows", "maintenance_windows"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&team_ids,
		QUERY("service_ids", TYPE_LIST, "Only windows of these services.", .kind = KIND_SERVICE),
		&include,
		QUERY("filter", TYPE_STRING,
			"Only past, future, ongoing, or ongoing and future windows.",
			.values = VALUES("past", "future", "ongoing", "open", "all")),
		QUERY("query", TYPE_STRING, "Only windows whose description matches this text."),
		&maximum, &partial),
	  .returns = "An array of maintenance windows." },

	{ .name = "maintenance_window.get",
	  .summary = "Get a maintenance window.",
	  GET("/maintenance_windows/{entity_id}", "maintenance_window"),
	  .params = PARAMS(&maintenance_window_id, &include),
	  .returns = "The maintenance window." },

	{ .name = "maintenance_window.update",
	  .summary = "Change a maintenance window, such as when it ends.",
	  UPDATE("/maintenance_windows/{entity_id}", "maintenance_window"),
	  .schema = "maintenance_window",
	  .params = PARAMS(
		&maintenance_window_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The members of the maintenance window to change, as in PagerDuty's REST "
			"API, without the wrapper; a list replaces the whole list.",
			.required = true,
			.example = "{\"type\": \"maintenance_window\", \"end_time\": \"2026-11-09T23:00:00Z\"}")),
	  .returns = "The maintenance window." },
};
/* clang-format on */

TABLE(maintenance_window);
