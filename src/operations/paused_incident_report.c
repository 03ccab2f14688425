/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param since_of_list = QUERY_VALUE("since", TYPE_TIME,
	"Start of the time range, at most six months ago.");
static const struct param service_id_of_list = QUERY_VALUE("service_id", TYPE_STRING,
	"Only alerts of this service.", .kind = KIND_SERVICE);
static const struct param suspended_by = QUERY_VALUE("suspended_by", TYPE_STRING,
	"Only alerts that were paused by the automatic pause, or only those paused by event rules.",
	.values = VALUES("auto_pause", "rules"));
static const struct param *const params_of_get_alerts[] = {
	&since_of_list, &until, &service_id_of_list, &suspended_by, NULL };

static const struct operation rows[] = {
	{ .name = "paused_incident_report.get_alerts",
	  .summary = "Get alerts whose notifications were paused.",
	  .method = "GET", .path = "/paused_incident_reports/alerts",
	  .params = params_of_get_alerts,
	  .returns = "The report, as PagerDuty gives it." },

	{ .name = "paused_incident_report.get_counts",
	  .summary = "Count the alerts whose notifications were paused.",
	  GET("/paused_incident_reports/counts", "paused_incident_reporting_counts"),
	  .params = params_of_get_alerts,
	  .returns = "The counts." },
};
/* clang-format on */

TABLE(paused_incident_report);
