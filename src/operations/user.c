/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "user.create",
	  .summary = "Create a user from a whole document.",
	  CREATE("/users", "user"),
	  .from = FROM_REQUIRED, .schema = "user",
	  .params = PARAMS(
		&from_email,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The user as in PagerDuty's REST API, without the wrapper.",
			.required = true,
			.example = "{\"type\": \"user\", \"name\": \"Ana\", \"email\": \"ana@example.com\"}")),
	  .returns = "The user." },

	{ .name = "user.create.simple",
	  .summary = "Create a user.",
	  CREATE("/users", "user"),
	  .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email,
		BODY("type", TYPE_STRING, "Type of the object.",
			.required = true, .initial = "\"user\"", .values = VALUES("user", "user_reference")),
		BODY("name", TYPE_STRING, "Name of the user.",
			.required = true, .most = 100, .example = "\"Bob\""),
		BODY("email", TYPE_EMAIL, "E-mail address of the user.",
			.required = true, .most = 100, .example = "\"bob@example.com\""),
		BODY("time_zone", TYPE_STRING, "Time zone of the user.", .initial = "\"America/Los_Angeles\""),
		BODY("color", TYPE_STRING, "Color of the user in schedules.",
			.initial = "\"grey20\"",
			.values = VALUES("purple", "red", "green", "blue", "teal", "orange", "brown", "turquoise", "dark-slate-blue", "cayenne", "orange-red", "dark-orchid", "dark-slate-grey", "lime", "dark-magenta", "lime-green", "midnight-blue", "deep-pink", "dark-green", "dark-orange", "dark-cyan", "darkolive-green", "dark-slate-gray", "grey20", "firebrick", "maroon", "crimson", "dark-red", "dark-goldenrod", "chocolate", "medium-violet-red", "sea-green", "olivedrab", "forest-green", "dark-olive-green", "blue-violet", "royal-blue", "indigo", "slate-blue", "saddle-brown", "steel-blue")),
		BODY("role", TYPE_STRING, "Role of the user in the account.",
			.initial = "\"user\"",
			.values = VALUES("read_only_user", "read_only_limited_user", "owner", "admin", "user", "observer", "limited_user", "team_responder", "restricted_access")),
		BODY("description", TYPE_STRING, "A description of the user."),
		BODY("job_title", TYPE_STRING, "Title of the user."),
		BODY("license_id", TYPE_STRING, "The license to give the user, which must allow the role.",
			.wire = "license", .reference = "license_reference", .kind = KIND_LICENSE)),
	  .returns = "The user." },

	{ .name = "user.delete",
	  .summary = "Delete a user, who must have no open incidents.",
	  DELETE("/users/{entity_id}"),
	  .params = PARAMS(&user_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "user.find",
	  .summary = "List users.",
	  LIST("/users", "users"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&maximum, &team_ids,
		QUERY("query", TYPE_STRING, "Only users whose name or e-mail address matches this text."),
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: contact_methods, "
			"notification_rules, teams, subdomains."),
		&partial),
	  .returns = "An array of users." },

	{ .name = "user.find_audit_records",
	  .summary = "List who changed a user's settings.",
	  LIST("/users/{entity_id}/audit/records", "records"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(&user_id, &since, &until, &maximum_all),
	  .returns = "An array of audit records." },

	{ .name = "user.find_oauth_delegations",
	  .summary = "List the apps that a user let act in their name.",
	  LIST("/users/{entity_id}/oauth_delegations", "oauth_delegations"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		&user_id,
		QUERY("delegation_type", TYPE_STRING,
			"Only delegations of this type; separate several types by commas.",
			.values = VALUES("mobile", "web", "integration")),
		QUERY("status", TYPE_STRING,
			"Only delegations of this status; separate several statuses by commas.",
			.values = VALUES("issued", "revoked")),
		&maximum_all),
	  .returns = "An array of delegations." },

	{ .name = "user.get",
	  .summary = "Get a user.",
	  GET("/users/{entity_id}", "user"),
	  .params = PARAMS(
		&user_id,
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: contact_methods, "
			"notification_rules, teams, subdomains, calendar_urls (who has such an address can "
			"read the calendar).")),
	  .returns = "The user." },

	{ .name = "user.get_license",
	  .summary = "Get the license of a user.",
	  GET("/users/{entity_id}/license", "license"),
	  .params = PARAMS(&user_id),
	  .returns = "The license." },

	{ .name = "user.get_oauth_delegation",
	  .summary = "Get what a user let an app do in their name.",
	  .method = "GET", .path = "/users/{entity_id}/oauth_delegations/{delegation_id}",
	  .params = PARAMS(
		&user_id,
		PATH_ID("delegation_id", KIND_NONE, "The delegation.", .example = "\"PDEL123\"")),
	  .returns = "The delegation, as PagerDuty gives it." },

	{ .name = "user.me",
	  .summary = "Get the user whose API key is used.",
	  GET("/users/me", "user"),
	  .params = PARAMS(
		QUERY("include", TYPE_LIST,
			"Details to include: contact_methods, notification_rules, teams, subdomains, "
			"calendar_urls.",
			.values = VALUES("contact_methods", "notification_rules", "teams", "subdomains", "calendar_urls"))),
	  .returns = "The user." },

	{ .name = "user.regenerate_private_url_key",
	  .summary = "Make a new secret for the address of a user's calendar; the old address ends at "
		"once.",
	  .method = "POST", .path = "/users/{entity_id}/regenerate_private_url_key",
	  .result = RESULT_VALUE, .member = "private_url_key",
	  .retry = RETRY_UNSENT,
	  .params = PARAMS(&from_email, &user_id),
	  .returns = "The secret, a text." },

	{ .name = "user.update",
	  .summary = "Change a user.",
	  UPDATE("/users/{entity_id}", "user"),
	  .schema = "user",
	  .params = PARAMS(
		&user_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The members of the user to change, as in PagerDuty's REST API, without "
			"the wrapper; a list replaces the whole list.",
			.required = true,
			.example = "{\"type\": \"user\", \"job_title\": \"Director of Engineering\"}")),
	  .returns = "The user." },
};
/* clang-format on */

TABLE(user);
