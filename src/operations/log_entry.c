/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

#define INCLUDE_ENTRY INCLUDE("incidents, services, channels, teams")

static const struct operation rows[] = {
	{ .name = "log_entry.find",
		.summary = "List what happened to all incidents of the account.",
		.method = "GET",
		.path = "/log_entries",
		.result = RESULT_LIST,
		.member = "log_entries",
		.paging = PAGING_CLASSIC,
		.range = "since/until",
		.params = PARAMS(INCLUDE_ENTRY, TIME_ZONE("\"UTC\""), IS_OVERVIEW,
			SINCE("Start of the time range."), UNTIL("End of the time range."),
			TEAM_IDS, MAXIMUM, PARTIAL),
		.returns = "An array of log entries." },
	{ .name = "log_entry.get",
		.summary = "Get a log entry.",
		.method = "GET",
		.path = "/log_entries/{entity_id}",
		.result = RESULT_MEMBER,
		.member = "log_entry",
		.params = PARAMS(ENTITY_ID("the log entry", "Q02JTSNZWHSEKV"), INCLUDE_ENTRY,
			TIME_ZONE("\"UTC\"")),
		.returns = "The log entry." },
};

TABLE(log_entry);
