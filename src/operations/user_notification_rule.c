/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rules by which a user is notified of incidents, of status updates, and of their time on call.
 */
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
static const struct param notification_rule_id = PATH_ID_VALUE("resource_id", KIND_NONE,
	"The notification rule.", .example = "\"PXPGF44\"");
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include in full instead of as references: contact_methods.");
static const struct param handoff_type = BODY_VALUE("handoff_type", TYPE_STRING,
	"The change about which the user is notified.",
	.required = true, .values = VALUES("both", "oncall", "offcall"), .example = "\"both\"");
static const struct param notify_advance_in_minutes = BODY_VALUE("notify_advance_in_minutes", TYPE_INTEGER,
	"How many minutes before the change.");
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
			"The notification rule as in PagerDuty's REST API, without the wrapper.",
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
		BODY("urgency", TYPE_STRING, "Urgency of the incidents to which the rule applies.",
			.initial = "\"high\"", .values = VALUES("high", "low"))),
	  .returns = "`{\"notification_rule\": {...}}`" },

	{ .name = "user.create_status_update_rule",
	  .summary = "Tell a user of status updates by a contact method.",
	  CREATE("/users/{entity_id}/status_update_notification_rules", "status_update_notification_rule"),
	  .params = PARAMS(&from_email, &user_id, &contact_method_id_in_body, &contact_method_type),
	  .returns = "The rule." },

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
			"Only rules for incidents of this urgency. Without it, PagerDuty lists "
			"only rules for high urgency; give all to see every rule.",
			.values = VALUES("high", "low", "all"))),
	  .returns = "An array of notification rules." },

	{ .name = "user.find_status_update_rules",
	  .summary = "List the rules that tell a user of status updates.",
	  LIST("/users/{entity_id}/status_update_notification_rules", "status_update_notification_rules"),
	  .params = PARAMS(&user_id, &include_of_list),
	  .returns = "An array of rules." },

	{ .name = "user.get_handoff_rule",
	  .summary = "Get a rule that tells a user when their time on call begins or ends.",
	  GET("/users/{entity_id}/oncall_handoff_notification_rules/{rule_id}", "oncall_handoff_notification_rule"),
	  .params = PARAMS(&user_id, &rule_id),
	  .returns = "The rule." },

	{ .name = "user.get_notification_rule",
	  .summary = "Get a notification rule of a user.",
	  GET("/users/{entity_id}/notification_rules/{resource_id}", "notification_rule"),
	  .params = PARAMS(&user_id, &notification_rule_id, &include),
	  .returns = "The notification rule." },

	{ .name = "user.get_status_update_rule",
	  .summary = "Get a rule that tells a user of status updates.",
	  .method = "GET", .path = "/users/{entity_id}/status_update_notification_rules/{rule_id}",
	  .params = PARAMS(&user_id, &rule_id, &include_of_list),
	  .returns = "The rule, as PagerDuty gives it." },

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
			"The members of the notification rule to change, as in PagerDuty's REST "
			"API, without the wrapper; a list replaces the whole list.",
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

TABLE(user_notification_rule);
