/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/verbs.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "log_entry.dispatch",
	  .summary = "Dispatch what happened to incidents since the last time as the trigger pagerduty.event.",
	  .run = log_entry_dispatch, .timeout = 300,
	  .returns =
	  	"How many triggers were dispatched, by event type; how many entries were "
	  	"skipped, by kind; since when entries were requested; whether it was the first "
	  	"run, which dispatches nothing; whether entries are left because the time was "
	  	"over." },

	{ .name = "log_entry.find",
	  .summary = "List what happened to all incidents of the account.",
	  LIST("/log_entries", "log_entries"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_created,
	  .params = PARAMS(
		&include_of_log_entries, &time_zone_utc, &is_overview, &since, &until_now, &team_ids, &maximum,
		&partial),
	  .returns = "An array of log entries." },

	{ .name = "log_entry.get",
	  .summary = "Get a log entry.",
	  GET("/log_entries/{entity_id}", "log_entry"),
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_NONE, "The log entry.", .example = "\"Q02JTSNZWHSEKV\""),
		&include_of_log_entries, &time_zone_utc),
	  .returns = "The log entry." },

	{ .name = "log_entry.update_channel",
	  .summary = "Change the details of a log entry that a trigger left.",
	  .method = "PUT", .path = "/log_entries/{entity_id}/channel",
	  .result = RESULT_SUCCESS,
	  .from = FROM_REQUIRED, .wrapper = "channel",
	  .params = PARAMS(
		&from_email,
		PATH_ID("entity_id", KIND_NONE, "The log entry.", .example = "\"R02X8WZQ8WRC3DXOB7KJ9DPRYO\""),
		BODY("details", TYPE_STRING, "New details of the entry.",
			.required = true, .example = "\"New channel details\""),
		BODY("type", TYPE_STRING, "Channel of the entry, which cannot be changed.",
			.required = true, .values = VALUES("web_trigger", "mobile"),
			.example = "\"web_trigger\"")),
	  .returns = "`{\"success\": true}`" },
};
/* clang-format on */

TABLE(log_entry);
