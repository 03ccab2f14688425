/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param status_dashboard_id = PATH_ID_VALUE("entity_id", KIND_STATUS_DASHBOARD,
	"The status dashboard.", .example = "\"PFCVPS0\"");
static const struct param additional_fields = QUERY_VALUE("additional_fields", TYPE_LIST,
	"More details to return: services.highest_impacting_priority, total_impacted_count.",
	.values = VALUES("services.highest_impacting_priority", "total_impacted_count"));
static const struct param url_slug = PATH_ID_VALUE("url_slug", KIND_NONE,
	"Name of the dashboard in the address of its web page.",
	.example = "\"public-dashboard\"");

static const struct operation rows[] = {
	{ .name = "status_dashboard.find",
	  .summary = "List status dashboards.",
	  LIST("/status_dashboards", "status_dashboards"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(&maximum),
	  .returns = "An array of status dashboards." },

	{ .name = "status_dashboard.find_service_impacts",
	  .summary = "List the impacted business services of a status dashboard.",
	  LIST("/status_dashboards/{entity_id}/service_impacts", "services"),
	  .params = PARAMS(&status_dashboard_id, &additional_fields),
	  .returns = "An array of business services with their status, the most impacted first; 200 at "
		"most." },

	{ .name = "status_dashboard.find_service_impacts_by_url_slug",
	  .summary = "List the impacted business services of the status dashboard at an address.",
	  LIST("/status_dashboards/url_slugs/{url_slug}/service_impacts", "services"),
	  .params = PARAMS(&url_slug, &additional_fields),
	  .returns = "An array of business services with their status, the most impacted first; 200 at "
		"most." },

	{ .name = "status_dashboard.get",
	  .summary = "Get a status dashboard.",
	  GET("/status_dashboards/{entity_id}", "status_dashboard"),
	  .params = PARAMS(&status_dashboard_id),
	  .returns = "The status dashboard." },

	{ .name = "status_dashboard.get_by_url_slug",
	  .summary = "Get the status dashboard at an address.",
	  GET("/status_dashboards/url_slugs/{url_slug}", "status_dashboard"),
	  .params = PARAMS(&url_slug),
	  .returns = "The status dashboard." },
};
/* clang-format on */

TABLE(status_dashboard);
