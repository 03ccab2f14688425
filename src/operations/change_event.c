/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param change_event_id = PATH_ID_VALUE("entity_id", KIND_NONE,
	"The change event.", .example = "\"01BBYA7Q5IGBVV4OY6X4AWQ7TP\"");

static const struct operation rows[] = {
	{ .name = "change_event.find",
	  .summary = "List changes that were reported, such as deployments.",
	  LIST("/change_events", "change_events"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_created,
	  .params = PARAMS(
		&team_ids,
		QUERY("integration_ids", TYPE_LIST,
			"Only changes that these integrations reported (ids)."),
		&since, &until,
		&maximum, &partial),
	  .returns = "An array of change events." },

	{ .name = "change_event.get",
	  .summary = "Get a change event.",
	  GET("/change_events/{entity_id}", "change_event"),
	  .params = PARAMS(&change_event_id),
	  .returns = "The change event." },

	{ .name = "change_event.update",
	  .summary = "Change what a change event says.",
	  UPDATE("/change_events/{entity_id}", "change_event"),
	  .constant = "{\"type\":\"change_event\"}",
	  .params = PARAMS(
		&from_email, &change_event_id,
		BODY("summary", TYPE_STRING, "A one-line summary of the change.",
			.example = "\"Build Success - Increase snapshot create timeout to 30 seconds\""),
		BODY("custom_details", TYPE_OBJECT, "Any other details.")),
	  .returns = "The change event." },
};
/* clang-format on */

TABLE(change_event);
