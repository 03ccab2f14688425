/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

#include "json/json.h"

/*
 * A notification rule refers to an existing contact method, so the type must end in _reference.
 * Older workflows give it without.
 */
static bool complete_contact_type(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err)
{
	struct json_object *method = json_member(body, "contact_method");
	const char *type = json_string(values, "contact_method_type");
	scoped(text_done) struct text reference = TEXT(TEXT_ANY);

	(void)operation;
	return (text_addf(&reference, "%s_reference", type) &&
		       json_add_string(method, "type", text_string(&reference))) ||
	       error_memory(err);
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param contact_method_id = PATH_ID_VALUE("resource_id", KIND_NONE,
	"The contact method.", .example = "\"PXPGF43\"");
static const struct param notification_rule_id = PATH_ID_VALUE("resource_id", KIND_NONE,
	"The notification rule.", .example = "\"PXPGF44\"");
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include in full instead of as references: contact_methods.");
static const struct param business_service_ids = BODY_VALUE("business_service_ids", TYPE_LIST,
	"The business services.",
	.wire = "subscribables[]", .reference = "business_service", .as = "subscribable_id/subscribable_type",
	.required_unless = "incident_ids", .kind = KIND_BUSINESS_SERVICE);
static const struct param handoff_type = BODY_VALUE("handoff_type", TYPE_STRING,
	"Of which change they are told.",
	.required = true, .values = VALUES("both", "oncall", "offcall"), .example = "\"both\"");
static const struct param notify_advance_in_minutes = BODY_VALUE("notify_advance_in_minutes", TYPE_INTEGER,
	"How many minutes before.");
static const struct param contact_method_id_in_body = BODY_VALUE("contact_method_id", TYPE_STRING,
	"Id of the contact method.",
	.wire = "contact_method/id", .required = true, .example = "\"PXPGF42\"");
static const struct param contact_method_type = BODY_VALUE("contact_method_type", TYPE_STRING,
	"Kind of the contact method.",
	.wire = "contact_method/type", .required = true,
	.values = VALUES("email_contact_method_reference", "phone_contact_method_reference", "push_notification_contact_method_reference", "sms_contact_method_reference", "whatsapp_contact_method_reference"),
	.example = "\"email_contact_method_reference\"");
static const struct param rule_id = PATH_ID_VALUE("rule_id", KIND_NONE, "The rule.", .example = "\"PXPGF43\"");
static const struct param include_of_list = QUERY_VALUE("include", TYPE_LIST,
	"Details to include: contact_methods.", .values = VALUES("contact_methods"));

static const struct operation rows[] = {
	{ .name = "user.add_notification_subscriptions",
	  .summary = "Subscribe a user to incidents and business services.",
	  .method = "POST", .path = "/users/{entity_id}/notification_subscriptions",
	  .result = RESULT_LIST, .member = "subscriptions",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_notifications,
	  .params = PARAMS(
		&from_email, &user_id,
		BODY("incident_ids", TYPE_LIST, "The incidents.",
			.wire = "subscribables[]", .reference = "incident",
			.as = "subscribable_id/subscribable_type", .required_unless = "business_service_ids",
			.kind = KIND_INCIDENT, .example = "[\"PT4KHLK\"]"),
		&business_service_ids),
	  .returns = "An array of subscriptions." },

	{ .name = "user.create",
	  .summary = "Create a user from a whole document.",
	  CREATE("/users", "user"),
	  .from = FROM_REQUIRED, .schema = "user",
	  .params = PARAMS(
		&from_email,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The user as PagerDuty's REST API takes it, without its wrapper.",
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
		BODY("description", TYPE_STRING, "What others should know of the user."),
		BODY("job_title", TYPE_STRING, "Title of the user."),
		BODY("license_id", TYPE_STRING, "The license to give the user, which must allow the role.",
			.wire = "license", .reference = "license_reference", .kind = KIND_LICENSE)),
	  .returns = "The user." },

	{ .name = "user.create_contact_method",
	  .summary = "Add a contact method to a user, from a whole document.",
	  .method = "POST", .path = "/users/{entity_id}/contact_methods",
	  .member = "contact_method",
	  .retry = RETRY_UNSENT, .wrapper = "contact_method", .schema = "contact_method",
	  .params = PARAMS(
		&user_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The contact method as PagerDuty's REST API takes it, without its wrapper.",
			.required = true,
			.example = "{\"type\": \"email_contact_method\", \"label\": \"Work\", \"address\": \"ana@example.com\"}")),
	  .returns = "`{\"contact_method\": {...}}`" },

	{ .name = "user.create_contact_method.simple",
	  .summary = "Add a contact method to a user.",
	  .method = "POST", .path = "/users/{entity_id}/contact_methods",
	  .member = "contact_method",
	  .retry = RETRY_UNSENT, .wrapper = "contact_method",
	  .params = PARAMS(
		&user_id,
		BODY("type", TYPE_STRING, "Kind of contact method.",
			.required = true,
			.values = VALUES("email_contact_method", "phone_contact_method", "push_notification_contact_method", "sms_contact_method", "whatsapp_contact_method"),
			.example = "\"sms_contact_method\""),
		BODY("label", TYPE_STRING, "Name of the contact method, such as Work.",
			.required = true, .example = "\"Mobile\""),
		BODY("address", TYPE_STRING, "E-mail address or telephone number.",
			.required = true, .example = "\"5005550100\""),
		BODY("country_code", TYPE_INTEGER,
			"Country calling code of a telephone number, without +; PagerDuty wants it for "
			"phone, SMS and WhatsApp.",
			.least = 1, .most = 1999, .example = "1"),
		BODY("device_type", TYPE_STRING,
			"Kind of device, which PagerDuty wants for push notifications.",
			.values = VALUES("ios", "android"))),
	  .returns = "`{\"contact_method\": {...}}`" },

	{ .name = "user.create_handoff_rule",
	  .summary = "Tell a user when their time on call begins or ends.",
	  CREATE("/users/{entity_id}/oncall_handoff_notification_rules", "oncall_handoff_notification_rule"),
	  .params = PARAMS(
		&from_email, &user_id, &handoff_type, &notify_advance_in_minutes, &contact_method_id_in_body,
		&contact_method_type),
	  .returns = "The rule." },

	{ .name = "user.create_notification_rule",
	  .summary = "Add a notification rule to a user, from a whole document.",
	  .method = "POST", .path = "/users/{entity_id}/notification_rules",
	  .member = "notification_rule",
	  .retry = RETRY_UNSENT, .wrapper = "notification_rule", .schema = "notification_rule",
	  .params = PARAMS(
		&user_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The notification rule as PagerDuty's REST API takes it, without its wrapper.",
			.required = true,
			.example = "{\"type\": \"assignment_notification_rule\", \"start_delay_in_minutes\": 0, \"urgency\": \"high\", \"contact_method\": {\"id\": \"PXPGF43\", \"type\": \"email_contact_method_reference\"}}")),
	  .returns = "`{\"notification_rule\": {...}}`" },

	{ .name = "user.create_notification_rule.simple",
	  .summary = "Add a notification rule to a user.",
	  .method = "POST", .path = "/users/{entity_id}/notification_rules",
	  .member = "notification_rule",
	  .retry = RETRY_UNSENT, .wrapper = "notification_rule",
	  .constant = "{\"type\":\"assignment_notification_rule\"}",
	  .shape = complete_contact_type,
	  .params = PARAMS(
		&user_id,
		BODY("start_delay_in_minutes", TYPE_INTEGER,
			"Minutes after the incident is assigned until the user is notified this way.",
			.required = true, .initial = "0", .most = 100000),
		BODY("contact_method_id", TYPE_STRING, "The contact method.",
			.wire = "contact_method/id", .required = true, .example = "\"PXPGF43\""),
		BODY("contact_method_type", TYPE_STRING, "Kind of the contact method.",
			.wire = "contact_method/type", .required = true,
			.values = VALUES("email_contact_method", "phone_contact_method", "push_notification_contact_method", "sms_contact_method", "whatsapp_contact_method"),
			.example = "\"email_contact_method\""),
		BODY("urgency", TYPE_STRING, "Urgency of the incidents it is for.",
			.initial = "\"high\"", .values = VALUES("high", "low"))),
	  .returns = "`{\"notification_rule\": {...}}`" },

	{ .name = "user.create_status_update_rule",
	  .summary = "Tell a user of status updates by a contact method.",
	  CREATE("/users/{entity_id}/status_update_notification_rules", "status_update_notification_rule"),
	  .params = PARAMS(&from_email, &user_id, &contact_method_id_in_body, &contact_method_type),
	  .returns = "The rule." },

	{ .name = "user.delete",
	  .summary = "Delete a user, who must have no open incidents.",
	  DELETE("/users/{entity_id}"),
	  .params = PARAMS(&user_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "user.delete_contact_method",
	  .summary = "Remove a contact method of a user.",
	  .method = "DELETE", .path = "/users/{entity_id}/contact_methods/{resource_id}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&user_id, &contact_method_id),
	  .returns = "`{\"success\": true}`" },

	{ .name = "user.delete_handoff_rule",
	  .summary = "Delete a rule that tells a user when their time on call begins or ends.",
	  DELETE("/users/{entity_id}/oncall_handoff_notification_rules/{rule_id}"),
	  .params = PARAMS(&from_email, &user_id, &rule_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "user.delete_notification_rule",
	  .summary = "Remove a notification rule of a user.",
	  .method = "DELETE", .path = "/users/{entity_id}/notification_rules/{resource_id}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&user_id, &notification_rule_id),
	  .returns = "`{\"success\": true}`" },

	{ .name = "user.delete_status_update_rule",
	  .summary = "Delete a rule that tells a user of status updates.",
	  DELETE("/users/{entity_id}/status_update_notification_rules/{rule_id}"),
	  .params = PARAMS(&from_email, &user_id, &rule_id),
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

	{ .name = "user.find_contact_methods",
	  .summary = "List the contact methods of a user.",
	  LIST("/users/{entity_id}/contact_methods", "contact_methods"),
	  .params = PARAMS(&user_id),
	  .returns = "An array of contact methods." },

	{ .name = "user.find_handoff_rules",
	  .summary = "List the rules that tell a user when their time on call begins or ends.",
	  LIST("/users/{entity_id}/oncall_handoff_notification_rules", "oncall_handoff_notification_rules"),
	  .params = PARAMS(&user_id),
	  .returns = "An array of rules." },

	{ .name = "user.find_notification_rules",
	  .summary = "List the notification rules of a user.",
	  LIST("/users/{entity_id}/notification_rules", "notification_rules"),
	  .params = PARAMS(
		&user_id, &include,
		QUERY("urgency", TYPE_STRING,
			"Only rules for incidents of this urgency; without it, PagerDuty lists those for "
			"high urgency alone, so give all to see every rule.",
			.values = VALUES("high", "low", "all"))),
	  .returns = "An array of notification rules." },

	{ .name = "user.find_notification_subscriptions",
	  .summary = "List what a user was subscribed to.",
	  LIST("/users/{entity_id}/notification_subscriptions", "subscriptions"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&user_id, &maximum_all, &partial),
	  .returns = "An array of subscriptions." },

	{ .name = "user.find_oauth_delegations",
	  .summary = "List the apps that a user let act in their name.",
	  LIST("/users/{entity_id}/oauth_delegations", "oauth_delegations"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		&user_id,
		QUERY("delegation_type", TYPE_STRING,
			"Only delegations of this type; several are joined by commas.",
			.values = VALUES("mobile", "web", "integration")),
		QUERY("status", TYPE_STRING, "Only delegations of this status; several are joined by commas.",
			.values = VALUES("issued", "revoked")),
		&maximum_all),
	  .returns = "An array of delegations." },

	{ .name = "user.find_status_update_rules",
	  .summary = "List the rules that tell a user of status updates.",
	  LIST("/users/{entity_id}/status_update_notification_rules", "status_update_notification_rules"),
	  .params = PARAMS(&user_id, &include_of_list),
	  .returns = "An array of rules." },

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

	{ .name = "user.get_contact_method",
	  .summary = "Get a contact method of a user.",
	  GET("/users/{entity_id}/contact_methods/{resource_id}", "contact_method"),
	  .params = PARAMS(&user_id, &contact_method_id),
	  .returns = "The contact method." },

	{ .name = "user.get_handoff_rule",
	  .summary = "Get a rule that tells a user when their time on call begins or ends.",
	  GET("/users/{entity_id}/oncall_handoff_notification_rules/{rule_id}", "oncall_handoff_notification_rule"),
	  .params = PARAMS(&user_id, &rule_id),
	  .returns = "The rule." },

	{ .name = "user.get_license",
	  .summary = "Get the license of a user.",
	  GET("/users/{entity_id}/license", "license"),
	  .params = PARAMS(&user_id),
	  .returns = "The license." },

	{ .name = "user.get_notification_rule",
	  .summary = "Get a notification rule of a user.",
	  GET("/users/{entity_id}/notification_rules/{resource_id}", "notification_rule"),
	  .params = PARAMS(&user_id, &notification_rule_id, &include),
	  .returns = "The notification rule." },

	{ .name = "user.get_oauth_delegation",
	  .summary = "Get what a user let an app do in their name.",
	  .method = "GET", .path = "/users/{entity_id}/oauth_delegations/{delegation_id}",
	  .params = PARAMS(
		&user_id,
		PATH_ID("delegation_id", KIND_NONE, "The delegation.", .example = "\"PDEL123\"")),
	  .returns = "The delegation, as PagerDuty gives it." },

	{ .name = "user.get_status_update_rule",
	  .summary = "Get a rule that tells a user of status updates.",
	  .method = "GET", .path = "/users/{entity_id}/status_update_notification_rules/{rule_id}",
	  .params = PARAMS(&user_id, &rule_id, &include_of_list),
	  .returns = "The rule, as PagerDuty gives it." },

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

	{ .name = "user.remove_notification_subscriptions",
	  .summary = "Unsubscribe a user from incidents and business services.",
	  .method = "POST", .path = "/users/{entity_id}/notification_subscriptions/unsubscribe",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_removals,
	  .params = PARAMS(
		&from_email, &user_id,
		BODY("incident_ids", TYPE_LIST, "The incidents.",
			.wire = "subscribables[]", .reference = "incident",
			.as = "subscribable_id/subscribable_type", .required_unless = "business_service_ids",
			.kind = KIND_INCIDENT, .example = "[\"PT4KHLK\"]"),
		&business_service_ids),
	  .returns = "How many subscriptions were deleted, and how many were not." },

	{ .name = "user.update",
	  .summary = "Change a user.",
	  UPDATE("/users/{entity_id}", "user"),
	  .schema = "user",
	  .params = PARAMS(
		&user_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"What shall be different of the user, as PagerDuty's REST API takes it, without its "
			"wrapper; a list is given whole.",
			.required = true,
			.example = "{\"type\": \"user\", \"job_title\": \"Director of Engineering\"}")),
	  .returns = "The user." },

	{ .name = "user.update_contact_method",
	  .summary = "Change a contact method of a user.",
	  UPDATE("/users/{entity_id}/contact_methods/{resource_id}", "contact_method"),
	  .schema = "contact_method",
	  .params = PARAMS(
		&user_id, &contact_method_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"What shall be different of the contact method, as PagerDuty's REST API takes it, "
			"without its wrapper; a list is given whole.",
			.required = true,
			.example = "{\"type\": \"email_contact_method\", \"address\": \"ana@example.org\"}")),
	  .returns = "The contact method." },

	{ .name = "user.update_handoff_rule",
	  .summary = "Change a rule that tells a user when their time on call begins or ends.",
	  UPDATE("/users/{entity_id}/oncall_handoff_notification_rules/{rule_id}", "oncall_handoff_notification_rule"),
	  .params = PARAMS(
		&from_email, &user_id, &rule_id, &handoff_type, &notify_advance_in_minutes,
		&contact_method_id_in_body, &contact_method_type),
	  .returns = "The rule." },

	{ .name = "user.update_notification_rule",
	  .summary = "Change a notification rule of a user.",
	  UPDATE("/users/{entity_id}/notification_rules/{resource_id}", "notification_rule"),
	  .schema = "notification_rule",
	  .params = PARAMS(
		&user_id, &notification_rule_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"What shall be different of the notification rule, as PagerDuty's REST API takes "
			"it, without its wrapper; a list is given whole.",
			.required = true,
			.example = "{\"type\": \"assignment_notification_rule\", \"start_delay_in_minutes\": 5}")),
	  .returns = "The notification rule." },

	{ .name = "user.update_status_update_rule",
	  .summary = "Change a rule that tells a user of status updates.",
	  .method = "PUT", .path = "/users/{entity_id}/status_update_notification_rules/{rule_id}",
	  .wrapper = "status_update_notification_rule",
	  .params = PARAMS(&from_email, &user_id, &rule_id, &contact_method_id_in_body, &contact_method_type),
	  .returns = "The rule, as PagerDuty gives it." },
};
/* clang-format on */

TABLE(user);
