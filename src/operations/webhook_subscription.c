/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param filter_id = BODY_VALUE("filter_id", TYPE_STRING,
	"The service or team, if filter_type is not account_reference.", .kind_by = "filter_type",
	.wire = "filter/id");
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Description of the subscription.");
static const struct param active = BODY_VALUE("active", TYPE_BOOLEAN,
	"Whether the subscription is active.");
static const struct param client_id = BODY_VALUE("client_id", TYPE_STRING,
	"Id of the client at the token server.",
	.required = true, .most = 255, .example = "\"webhooks\"");
static const struct param client_secret = BODY_VALUE("client_secret", TYPE_STRING,
	"Secret of the client at the token server.",
	.required = true, .secret = true, .most = 255, .example = "\"...\"");
static const struct param token_url = BODY_VALUE("token_url", TYPE_STRING,
	"Web address of the token server.",
	.required = true, .most = 255, .example = "\"https://login.example.com/oauth/token\"");
static const struct param scope = BODY_VALUE("scope", TYPE_STRING,
	"Scopes to ask for, separated by blanks.", .most = 255);
static const struct param webhook_subscription_id = PATH_ID_VALUE("entity_id", KIND_WEBHOOK_SUBSCRIPTION,
	"The webhook subscription.", .example = "\"PY1OL64\"");
static const struct param oauth_client_id = PATH_ID_VALUE("entity_id", KIND_NONE,
	"The OAuth client.", .example = "\"POAUTH1\"");

static const struct operation rows[] = {
	{ .name = "webhook_subscription.create",
	  .summary = "Let PagerDuty send events to a web address.",
	  CREATE("/webhook_subscriptions", "webhook_subscription"),
	  .constant = "{\"type\":\"webhook_subscription\",\"delivery_method\":{\"type\":\"http_delivery_method\"}}",
	  .params = PARAMS(
		&from_email,
		BODY("url", TYPE_STRING, "Web address to which the extension sends.",
			.wire = "delivery_method/url", .required = true,
			.example = "\"https://hooks.example.com/pagerduty\""),
		BODY("events", TYPE_LIST, "The events to send, such as incident.triggered.",
			.required = true, .example = "[\"incident.triggered\", \"incident.resolved\"]"),
		BODY("filter_type", TYPE_STRING,
			"Whether the events are those of the whole account, or of one service or "
			"team.",
			.wire = "filter/type", .required = true,
			.values = VALUES("account_reference", "service_reference", "team_reference"),
			.example = "\"account_reference\""),
		&filter_id, &description, &active,
		BODY("custom_headers", TYPE_OBJECTS,
			"Headers to send too: objects with name and value.",
			.wire = "delivery_method/custom_headers", .members = VALUES("name", "value"))),
	  .returns =
	  	"The webhook subscription with its signing secret, which no later answer "
	  	"contains." },

	{ .name = "webhook_subscription.create_oauth_client",
	  .summary = "Add an OAuth client, with which webhooks get their token.",
	  CREATE("/webhook_subscriptions/oauth_clients", "oauth_client"),
	  .constant = "{\"grant_type\":\"client_credentials\"}",
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING, "Name of the client.",
			.required = true, .most = 255, .example = "\"Ticket system\""),
		&client_id, &client_secret, &token_url, &scope),
	  .returns = "The OAuth client." },

	{ .name = "webhook_subscription.delete",
	  .summary = "Delete a webhook subscription.",
	  DELETE("/webhook_subscriptions/{entity_id}"),
	  .params = PARAMS(&from_email, &webhook_subscription_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "webhook_subscription.delete_oauth_client",
	  .summary = "Delete an OAuth client of webhooks.",
	  DELETE("/webhook_subscriptions/oauth_clients/{entity_id}"),
	  .params = PARAMS(&from_email, &oauth_client_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "webhook_subscription.enable",
	  .summary = "Turn a webhook subscription on again that PagerDuty turned off for a while.",
	  .method = "POST", .path = "/webhook_subscriptions/{entity_id}/enable",
	  .result = RESULT_MEMBER, .member = "webhook_subscription",
	  .retry = RETRY_UNSENT,
	  .params = PARAMS(&from_email, &webhook_subscription_id),
	  .returns = "The webhook subscription." },

	{ .name = "webhook_subscription.find",
	  .summary = "List webhook subscriptions.",
	  LIST("/webhook_subscriptions", "webhook_subscriptions"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("filter_type", TYPE_STRING, "Only subscriptions of this kind.",
			.values = VALUES("account", "service", "team")),
		QUERY("filter_id", TYPE_STRING,
			"Only subscriptions of this service or team; filter_type must be given "
			"too.",
			.kind_by = "filter_type"),
		&maximum, &partial),
	  .returns = "An array of webhook subscriptions." },

	{ .name = "webhook_subscription.find_oauth_clients",
	  .summary = "List the OAuth clients of webhooks.",
	  LIST("/webhook_subscriptions/oauth_clients", "oauth_clients"),
	  .returns = "An array of OAuth clients." },

	{ .name = "webhook_subscription.get",
	  .summary = "Get a webhook subscription.",
	  GET("/webhook_subscriptions/{entity_id}", "webhook_subscription"),
	  .params = PARAMS(&webhook_subscription_id),
	  .returns = "The webhook subscription." },

	{ .name = "webhook_subscription.get_oauth_client",
	  .summary = "Get an OAuth client of webhooks.",
	  GET("/webhook_subscriptions/oauth_clients/{entity_id}", "oauth_client"),
	  .params = PARAMS(&oauth_client_id),
	  .returns = "The OAuth client." },

	{ .name = "webhook_subscription.ping",
	  .summary = "Send a test event to the address of a webhook subscription.",
	  .method = "POST", .path = "/webhook_subscriptions/{entity_id}/ping",
	  .result = RESULT_SUCCESS,
	  .retry = RETRY_UNSENT,
	  .params = PARAMS(&from_email, &webhook_subscription_id),
	  .returns = "`{\"success\": true}`" },

	{ .name = "webhook_subscription.update",
	  .summary = "Change a webhook subscription.",
	  UPDATE("/webhook_subscriptions/{entity_id}", "webhook_subscription"),
	  .params = PARAMS(
		&from_email, &webhook_subscription_id, &description,
		BODY("events", TYPE_LIST, "All events to send, such as incident.triggered.",
			.example = "[\"incident.acknowledged\", \"incident.annotated\", \"incident.delegated\", \"incident.escalated\", \"incident.priority_updated\", \"incident.reassigned\", \"incident.reopened\", \"incident.resolved\", \"incident.responder.added\", \"incident.responder.replied\", \"incident.triggered\", \"incident.unacknowledged\"]"),
		BODY("filter_type", TYPE_STRING,
			"Whether the events are those of the whole account, or of one service or "
			"team.",
			.wire = "filter/type",
			.values = VALUES("account_reference", "service_reference", "team_reference")),
		&filter_id, &active,
		BODY("oauth_client_id", TYPE_STRING,
			"Id of the OAuth client with which it gets its token.")),
	  .returns = "The webhook subscription." },

	{ .name = "webhook_subscription.update_oauth_client",
	  .summary = "Change an OAuth client of webhooks.",
	  UPDATE("/webhook_subscriptions/oauth_clients/{entity_id}", "oauth_client"),
	  .params = PARAMS(
		&from_email, &oauth_client_id,
		BODY("name", TYPE_STRING, "Name of the client.",
			.required = true, .most = 255, .example = "\"Ticket system\""),
		&client_id, &client_secret, &token_url, &scope),
	  .returns = "The OAuth client." },
};
/* clang-format on */

TABLE(webhook_subscription);
