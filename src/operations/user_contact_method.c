/* SPDX-License-Identifier: Apache-2.0 */
/* The contact methods of a user. */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param contact_method_id = PATH_ID_VALUE("resource_id", KIND_NONE,
	"The contact method.", .example = "\"PXPGF43\"");

static const struct operation rows[] = {
	{ .name = "user.create_contact_method",
	  .summary = "Add a contact method to a user, from a whole document.",
	  .method = "POST", .path = "/users/{entity_id}/contact_methods",
	  .member = "contact_method",
	  .retry = RETRY_UNSENT, .wrapper = "contact_method", .schema = "contact_method",
	  .params = PARAMS(
		&user_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The contact method as in PagerDuty's REST API, without the wrapper.",
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
			"Country calling code of a telephone number, without +; required for "
			"phone, SMS and WhatsApp.",
			.least = 1, .most = 1999, .example = "1"),
		BODY("device_type", TYPE_STRING,
			"Kind of device; required for push notifications.",
			.values = VALUES("ios", "android"))),
	  .returns = "`{\"contact_method\": {...}}`" },

	{ .name = "user.delete_contact_method",
	  .summary = "Remove a contact method of a user.",
	  .method = "DELETE", .path = "/users/{entity_id}/contact_methods/{resource_id}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&user_id, &contact_method_id),
	  .returns = "`{\"success\": true}`" },

	{ .name = "user.find_contact_methods",
	  .summary = "List the contact methods of a user.",
	  LIST("/users/{entity_id}/contact_methods", "contact_methods"),
	  .params = PARAMS(&user_id),
	  .returns = "An array of contact methods." },

	{ .name = "user.get_contact_method",
	  .summary = "Get a contact method of a user.",
	  GET("/users/{entity_id}/contact_methods/{resource_id}", "contact_method"),
	  .params = PARAMS(&user_id, &contact_method_id),
	  .returns = "The contact method." },

	{ .name = "user.update_contact_method",
	  .summary = "Change a contact method of a user.",
	  UPDATE("/users/{entity_id}/contact_methods/{resource_id}", "contact_method"),
	  .schema = "contact_method",
	  .params = PARAMS(
		&user_id, &contact_method_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The members of the contact method to change, as in PagerDuty's REST "
			"API, without the wrapper; a list replaces the whole list.",
			.required = true,
			.example = "{\"type\": \"email_contact_method\", \"address\": \"ana@example.org\"}")),
	  .returns = "The contact method." },
};
/* clang-format on */

TABLE(user_contact_method);
