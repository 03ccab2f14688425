/* SPDX-License-Identifier: Apache-2.0 */
#include "rows.h"
#include "tables.h"

#include "json.h"

#include <string.h>

#define USER_ID ENTITY_ID("the user", "PXPGF42")
#define METHOD_ID PATH_ID("resource_id", "the contact method", "PXPGF43")
#define RULE_ID PATH_ID("resource_id", "the notification rule", "PXPGF44")
#define CONTACT_TYPES                                                                              \
	VALUES("email_contact_method", "phone_contact_method", "push_notification_contact_method", "sms_contact_method", \
		"whatsapp_contact_method")

/* A rule refers to a contact method that is there: its type ends in _reference, whatever callers of old give. */
static bool complete_contact_type(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err)
{
	struct json_object *method = json_member(body, "contact_method");
	const char *type = json_string(values, "contact_method_type");
	scoped(text_done) struct text reference = TEXT(TEXT_ANY);

	(void)operation;
	return (text_addf(&reference, "%s_reference", type) &&
		       json_add(method, "type", json_object_new_string(text_string(&reference)))) ||
		error_memory(err);
}

static const struct operation rows[] = {
	{ .name = "user.create",
		.summary = "Create a user from a whole document.",
		.method = "POST", .path = "/users", .result = RESULT_MEMBER, .member = "user", .retry = RETRY_UNSENT,
		.from = FROM_REQUIRED, .wrapper = "user", .schema = "user.create",
		.params = PARAMS(FROM_EMAIL,
			DATA("The user", "{\"type\": \"user\", \"name\": \"Ana\", \"email\": \"ana@example.com\"}")),
		.returns = "The user." },
	{ .name = "user.create.simple",
		.summary = "Create a user.",
		.method = "POST", .path = "/users", .result = RESULT_MEMBER, .member = "user", .retry = RETRY_UNSENT,
		.from = FROM_REQUIRED, .wrapper = "user",
		.params = PARAMS(FROM_EMAIL,
			{ .name = "type", .place = PLACE_BODY, .type = TYPE_STRING, .required = true, .initial = "\"user\"",
				.values = VALUES("user", "user_reference"), .description = "Type of the object." },
			BODY_REQUIRED("name", NULL, TYPE_STRING, "Name of the user.", "\"Bob\""),
			BODY_REQUIRED("email", NULL, TYPE_EMAIL, "E-mail address of the user.", "\"bob@example.com\""),
			{ .name = "time_zone", .place = PLACE_BODY, .type = TYPE_STRING, .initial = "\"America/Los_Angeles\"",
				.description = "Time zone of the user." },
			{ .name = "color", .place = PLACE_BODY, .type = TYPE_STRING, .initial = "\"grey20\"",
				.values = VALUES("purple", "red", "green", "blue", "teal", "orange", "brown", "turquoise", "dark-slate-blue", "cayenne", "orange-red", "dark-orchid", "dark-slate-grey", "lime", "dark-magenta", "lime-green", "midnight-blue", "deep-pink", "dark-green", "dark-orange", "dark-cyan", "darkolive-green", "dark-slate-gray", "grey20", "firebrick", "maroon", "crimson", "dark-red", "dark-goldenrod", "chocolate", "medium-violet-red", "sea-green", "olivedrab", "forest-green", "dark-olive-green", "blue-violet", "royal-blue", "indigo", "slate-blue", "saddle-brown", "steel-blue"),
				.description = "Color of the user in schedules." },
			{ .name = "role", .place = PLACE_BODY, .type = TYPE_STRING, .initial = "\"user\"",
				.values = VALUES("read_only_user", "owner", "admin", "user", "observer", "limited_user", "team_responder", "restricted_access"),
				.description = "Role of the user in the account." },
			BODY("description", NULL, TYPE_STRING, "What others should know of the user."),
			BODY("job_title", NULL, TYPE_STRING, "Title of the user.")),
		.returns = "The user." },
	{ .name = "user.create_contact_method",
		.summary = "Add a contact method to a user, from a whole document.",
		.method = "POST", .path = "/users/{entity_id}/contact_methods", .result = RESULT_WHOLE, .retry = RETRY_UNSENT,
		.from = FROM_KNOWN, .wrapper = "contact_method", .schema = "user.create_contact_method",
		.params = PARAMS(USER_ID,
			DATA("The contact method",
				"{\"type\": \"email_contact_method\", \"label\": \"Work\", \"address\": \"ana@example.com\"}")),
		.returns = "`{\"contact_method\": {...}}`" },
	{ .name = "user.create_contact_method.simple",
		.summary = "Add a contact method to a user.",
		.method = "POST", .path = "/users/{entity_id}/contact_methods", .result = RESULT_WHOLE, .retry = RETRY_UNSENT,
		.from = FROM_KNOWN, .wrapper = "contact_method",
		.params = PARAMS(USER_ID,
			{ .name = "type", .place = PLACE_BODY, .type = TYPE_STRING, .required = true, .values = CONTACT_TYPES,
				.description = "Kind of contact method.", .example = "\"sms_contact_method\"" },
			BODY_REQUIRED("label", NULL, TYPE_STRING, "Name of the contact method, such as Work.", "\"Mobile\""),
			BODY_REQUIRED("address", NULL, TYPE_STRING, "E-mail address or telephone number.", "\"5005550100\""),
			{ .name = "country_code", .place = PLACE_BODY, .type = TYPE_INTEGER, .least = 1, .most = 1999,
				.description = "Country calling code of a telephone number, without +; PagerDuty wants it for phone, SMS "
					       "and WhatsApp.", .example = "1" }),
		.returns = "`{\"contact_method\": {...}}`" },
	{ .name = "user.create_notification_rule",
		.summary = "Add a notification rule to a user, from a whole document.",
		.method = "POST", .path = "/users/{entity_id}/notification_rules", .result = RESULT_WHOLE,
		.retry = RETRY_UNSENT, .from = FROM_KNOWN, .wrapper = "notification_rule",
		.schema = "user.create_notification_rule",
		.params = PARAMS(USER_ID,
			DATA("The notification rule",
				"{\"type\": \"assignment_notification_rule\", \"start_delay_in_minutes\": 0, \"urgency\": \"high\", "
				"\"contact_method\": {\"id\": \"PXPGF43\", \"type\": \"email_contact_method_reference\"}}")),
		.returns = "`{\"notification_rule\": {...}}`" },
	{ .name = "user.create_notification_rule.simple",
		.summary = "Add a notification rule to a user.",
		.method = "POST", .path = "/users/{entity_id}/notification_rules", .result = RESULT_WHOLE,
		.retry = RETRY_UNSENT, .from = FROM_KNOWN, .wrapper = "notification_rule",
		.constant = "{\"type\":\"assignment_notification_rule\"}", .shape = complete_contact_type,
		.params = PARAMS(USER_ID,
			{ .name = "start_delay_in_minutes", .place = PLACE_BODY, .type = TYPE_INTEGER, .required = true,
				.initial = "0", .most = 100000,
				.description = "Minutes after the incident is assigned until the user is notified this way." },
			{ .name = "contact_method_id", .wire = "contact_method/id", .place = PLACE_BODY, .type = TYPE_STRING,
				.required = true, .description = "Id of the contact method.", .example = "\"PXPGF43\"" },
			{ .name = "contact_method_type", .wire = "contact_method/type", .place = PLACE_BODY,
				.type = TYPE_STRING, .required = true, .values = CONTACT_TYPES,
				.description = "Kind of the contact method.", .example = "\"email_contact_method\"" },
			{ .name = "urgency", .place = PLACE_BODY, .type = TYPE_STRING, .initial = "\"high\"",
				.values = VALUES("high", "low"), .description = "Urgency of the incidents it is for." }),
		.returns = "`{\"notification_rule\": {...}}`" },
	{ .name = "user.delete",
		.summary = "Delete a user, who must have no open incidents.",
		.method = "DELETE", .path = "/users/{entity_id}", .result = RESULT_DELETED, .from = FROM_KNOWN,
		.params = PARAMS(USER_ID), .returns = RETURNS_DELETED },
	{ .name = "user.delete_contact_method",
		.summary = "Remove a contact method of a user.",
		.method = "DELETE", .path = "/users/{entity_id}/contact_methods/{resource_id}", .result = RESULT_SUCCESS,
		.from = FROM_KNOWN, .params = PARAMS(USER_ID, METHOD_ID), .returns = RETURNS_SUCCESS },
	{ .name = "user.delete_notification_rule",
		.summary = "Remove a notification rule of a user.",
		.method = "DELETE", .path = "/users/{entity_id}/notification_rules/{resource_id}", .result = RESULT_SUCCESS,
		.from = FROM_KNOWN, .params = PARAMS(USER_ID, RULE_ID), .returns = RETURNS_SUCCESS },
	{ .name = "user.find",
		.summary = "List users.",
		.method = "GET", .path = "/users", .result = RESULT_LIST, .member = "users", .paging = PAGING_CLASSIC,
		.params = PARAMS(MAXIMUM, TEAM_IDS, FIND_QUERY("users whose name or e-mail address"),
			INCLUDE("contact_methods, notification_rules, teams, subdomains"), PARTIAL),
		.returns = "An array of users." },
	{ .name = "user.find_contact_methods",
		.summary = "List the contact methods of a user.",
		.method = "GET", .path = "/users/{entity_id}/contact_methods", .result = RESULT_LIST,
		.member = "contact_methods", .params = PARAMS(USER_ID), .returns = "An array of contact methods." },
	{ .name = "user.find_notification_rules",
		.summary = "List the notification rules of a user.",
		.method = "GET", .path = "/users/{entity_id}/notification_rules", .result = RESULT_LIST,
		.member = "notification_rules",
		.params = PARAMS(USER_ID, INCLUDE("contact_methods"),
			{ .name = "urgency", .place = PLACE_QUERY, .type = TYPE_STRING, .values = VALUES("high", "low", "all"),
				.description = "Only rules for incidents of this urgency." }),
		.returns = "An array of notification rules." },
	{ .name = "user.get",
		.summary = "Get a user.",
		.method = "GET", .path = "/users/{entity_id}", .result = RESULT_MEMBER, .member = "user",
		.params = PARAMS(USER_ID, INCLUDE("contact_methods, notification_rules, teams, subdomains, calendar_urls")),
		.returns = "The user." },
	{ .name = "user.get_contact_method",
		.summary = "Get a contact method of a user.",
		.method = "GET", .path = "/users/{entity_id}/contact_methods/{resource_id}", .result = RESULT_MEMBER,
		.member = "contact_method", .params = PARAMS(USER_ID, METHOD_ID), .returns = "The contact method." },
	{ .name = "user.get_notification_rule",
		.summary = "Get a notification rule of a user.",
		.method = "GET", .path = "/users/{entity_id}/notification_rules/{resource_id}", .result = RESULT_MEMBER,
		.member = "notification_rule", .params = PARAMS(USER_ID, RULE_ID, INCLUDE("contact_methods")),
		.returns = "The notification rule." },
};

TABLE(user);
