/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param type = BODY_VALUE("type", TYPE_STRING,
	"Where the add-on is shown: on its own page, or on the pages of incidents.",
	.required = true, .values = VALUES("full_page_addon", "incident_show_addon"),
	.example = "\"full_page_addon\"");
static const struct param name = BODY_VALUE("name", TYPE_STRING, "Name of the add-on.",
	.required = true, .most = 100, .example = "\"Internal Status Page\"");
static const struct param src = BODY_VALUE("src", TYPE_STRING,
	"Address of the page to show; it must begin with https.",
	.required = true, .example = "\"https://intranet.example.com/status\"");
static const struct param add_on_id = PATH_ID_VALUE("entity_id", KIND_ADDON,
	"The add-on.", .example = "\"PKX7619\"");

static const struct operation rows[] = {
	{ .name = "addon.create",
	  .summary = "Install an add-on in PagerDuty's web pages.",
	  CREATE("/addons", "addon"),
	  .params = PARAMS(&from_email, &type, &name, &src),
	  .returns = "The add-on." },

	{ .name = "addon.delete",
	  .summary = "Remove an add-on.",
	  DELETE("/addons/{entity_id}"),
	  .params = PARAMS(&from_email, &add_on_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "addon.find",
	  .summary = "List the add-ons that are installed.",
	  LIST("/addons", "addons"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("include", TYPE_LIST, "Details to include: services.", .values = VALUES("services")),
		QUERY("service_ids", TYPE_LIST,
			"Only add-ons of these services.", .kind = KIND_SERVICE),
		QUERY("filter", TYPE_STRING, "Only add-ons of this type.",
			.values = VALUES("full_page_addon", "incident_show_addon")),
		&maximum, &partial),
	  .returns = "An array of add-ons." },

	{ .name = "addon.get",
	  .summary = "Get an add-on.",
	  GET("/addons/{entity_id}", "addon"),
	  .params = PARAMS(&add_on_id),
	  .returns = "The add-on." },

	{ .name = "addon.update",
	  .summary = "Change an add-on.",
	  UPDATE("/addons/{entity_id}", "addon"),
	  .params = PARAMS(&from_email, &add_on_id, &type, &name, &src),
	  .returns = "The add-on." },
};
/* clang-format on */

TABLE(addon);
