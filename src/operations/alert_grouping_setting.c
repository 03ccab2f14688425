/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Description of the setting.");
static const struct param alert_grouping_setting_id = PATH_ID_VALUE("entity_id", KIND_ALERT_GROUPING_SETTING,
	"The alert grouping setting.", .example = "\"PZC4OM1\"");

static const struct operation rows[] = {
	{ .name = "alert_grouping_setting.create",
	  .summary = "Create a setting by which alerts are grouped into incidents.",
	  CREATE("/alert_grouping_settings", "alert_grouping_setting"),
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING, "Name of the setting."),
		&description,
		BODY("type", TYPE_STRING,
			"How alerts are grouped: by their contents, by what PagerDuty learnt "
			"from earlier alerts, by both, or by time.",
			.required = true,
			.values = VALUES("content_based", "content_based_intelligent", "intelligent", "time"),
			.example = "\"content_based\""),
		BODY("config", TYPE_OBJECT,
			"Details of the grouping, depending on type: aggregate, fields, "
			"time_window, timeout, iag_fields.",
			.required = true,
			.example = "{\"time_window\": 900, \"aggregate\": \"all\", \"fields\": [\"summary\", \"component\", \"custom_details.host\", \"custom_details.field1.field2\"]}"),
		BODY("service_ids", TYPE_LIST, "The services that it applies to.",
			.wire = "services[]", .required = true, .reference = "service_reference",
			.kind = KIND_SERVICE, .example = "[\"P0KJZ0A\", \"PA15YRT\"]")),
	  .returns = "The alert grouping setting." },

	{ .name = "alert_grouping_setting.delete",
	  .summary = "Delete an alert grouping setting.",
	  DELETE("/alert_grouping_settings/{entity_id}"),
	  .params = PARAMS(&from_email, &alert_grouping_setting_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "alert_grouping_setting.find",
	  .summary = "List the alert grouping settings.",
	  LIST("/alert_grouping_settings", "alert_grouping_settings"),
	  .paging = PAGING_AFTER,
	  .params = PARAMS(
		QUERY("service_ids", TYPE_LIST, "Only settings of these services."),
		&maximum),
	  .returns = "An array of alert grouping settings." },

	{ .name = "alert_grouping_setting.get",
	  .summary = "Get an alert grouping setting.",
	  GET("/alert_grouping_settings/{entity_id}", "alert_grouping_setting"),
	  .params = PARAMS(&alert_grouping_setting_id),
	  .returns = "The alert grouping setting." },

	{ .name = "alert_grouping_setting.update",
	  .summary = "Change an alert grouping setting.",
	  UPDATE("/alert_grouping_settings/{entity_id}", "alert_grouping_setting"),
	  .params = PARAMS(
		&from_email, &alert_grouping_setting_id,
		BODY("name", TYPE_STRING, "New name of the setting.",
			.example = "\"Example of Alert Grouping Setting\""),
		&description,
		BODY("type", TYPE_STRING,
			"How alerts are grouped: by their contents, by what PagerDuty learnt "
			"from earlier alerts, by both, or by time.",
			.values = VALUES("content_based", "content_based_intelligent", "intelligent", "time")),
		BODY("config", TYPE_OBJECT,
			"Details of the grouping, depending on type: aggregate, fields, "
			"time_window, timeout, iag_fields."),
		BODY("service_ids", TYPE_LIST,
			"All services that it applies to; without it, they are not changed.",
			.wire = "services[]", .reference = "service_reference", .kind = KIND_SERVICE)),
	  .returns = "The alert grouping setting." },
};
/* clang-format on */

TABLE(alert_grouping_setting);
