/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param status_page_id = PATH_ID_VALUE("entity_id", KIND_STATUS_PAGE, "The status page.",
	.wire = "status_page", .reference = "status_page", .example = "\"PR5LMML\"");
static const struct param title = BODY_VALUE("title", TYPE_STRING, "Title of the post.",
	.required = true, .most = 128, .example = "\"maintenance window for database upgrade\"");
static const struct param post_type = BODY_VALUE("post_type", TYPE_STRING,
	"Whether the post is about an incident or about maintenance.",
	.required = true, .values = VALUES("incident", "maintenance"), .example = "\"maintenance\"");
static const struct param starts_at = BODY_VALUE("starts_at", TYPE_TIME,
	"When the maintenance begins; null for an incident.");
static const struct param ends_at = BODY_VALUE("ends_at", TYPE_TIME,
	"When the maintenance ends; null for an incident.");
static const struct param status_page_id_ = PATH_ID_VALUE("entity_id", KIND_STATUS_PAGE,
	"The status page.", .example = "\"PR5LMML\"");
static const struct param post_id = PATH_ID_VALUE("post_id", KIND_NONE, "The post.",
	.wire = "post", .reference = "status_page_post", .example = "\"PIJ90N7\"");
static const struct param message = BODY_VALUE("message", TYPE_STRING,
	"Text of the update as HTML.", .required = true, .example = "\"<p>Message</p>\"");
static const struct param status_id = BODY_VALUE("status_id", TYPE_STRING,
	"Id of the status (status_page.find_statuses).",
	.wire = "status", .required = true, .reference = "status_page_status", .example = "\"P0400H4\"");
static const struct param severity_id = BODY_VALUE("severity_id", TYPE_STRING,
	"Id of the severity (status_page.find_severities).",
	.wire = "severity", .required = true, .reference = "status_page_severity", .example = "\"PY5OM08\"");
static const struct param impacted_services = BODY_VALUE("impacted_services", TYPE_OBJECTS,
	"What is impacted: objects with service and impact, each with id.",
	.initial = "[]");
static const struct param update_frequency_ms = BODY_VALUE("update_frequency_ms", TYPE_INTEGER,
	"Milliseconds until the next update; null if none is promised.");
static const struct param notify_subscribers = BODY_VALUE("notify_subscribers", TYPE_BOOLEAN,
	"Whether subscribers get an e-mail.",
	.required = true, .initial = "false", .example = "false");
static const struct param reported_at = BODY_VALUE("reported_at", TYPE_TIME,
	"When it happened, if that was earlier.");
static const struct param post_id_in_path = PATH_ID_VALUE("post_id", KIND_NONE,
	"The post.", .example = "\"PIJ90N7\"");
static const struct param post_update_id = PATH_ID_VALUE("post_update_id", KIND_NONE,
	"The post update.", .example = "\"PXSOCH0\"");
static const struct param subscription_id = PATH_ID_VALUE("subscription_id", KIND_NONE,
	"The subscription.", .example = "\"PWZ0PTR\"");
static const struct param post_type_of_list = QUERY_VALUE("post_type", TYPE_STRING,
	"Only records for posts of this type.",
	.values = VALUES("incident", "maintenance"));
static const struct param reviewed_status = QUERY_VALUE("reviewed_status", TYPE_STRING,
	"Only records with this review status.",
	.values = VALUES("approved", "not_reviewed"));
static const struct param *const params_of_find_impacts[] = {
	&status_page_id_, &post_type_of_list, &maximum_all, &partial, NULL };

static const struct operation rows[] = {
	{ .name = "status_page.create_post",
	  .summary = "Publish a post on a status page, with its first update.",
	  CREATE("/status_pages/{entity_id}/posts", "post"),
	  .constant = "{\"type\":\"status_page_post\",\"starts_at\":null,\"ends_at\":null,\"updates\":[{\"type\":\"status_page_post_update\",\"update_frequency_ms\":null}]}",
	  .params = PARAMS(
		&from_email, &status_page_id, &title, &post_type, &starts_at, &ends_at,
		BODY("message", TYPE_STRING, "Text of the update as HTML.",
			.wire = "updates[0]/message", .required = true, .example = "\"<p>Message</p>\""),
		BODY("status_id", TYPE_STRING, "Id of the status (status_page.find_statuses).",
			.wire = "updates[0]/status", .required = true, .reference = "status_page_status",
			.example = "\"P0400H4\""),
		BODY("severity_id", TYPE_STRING, "Id of the severity (status_page.find_severities).",
			.wire = "updates[0]/severity", .required = true, .reference = "status_page_severity",
			.example = "\"PY5OM08\""),
		BODY("impacted_services", TYPE_OBJECTS,
			"What is impacted: objects with service and impact, each with id.",
			.wire = "updates[0]/impacted_services", .initial = "[]"),
		BODY("update_frequency_ms", TYPE_INTEGER,
			"Milliseconds until the next update; null if none is promised.",
			.wire = "updates[0]/update_frequency_ms"),
		BODY("notify_subscribers", TYPE_BOOLEAN, "Whether subscribers get an e-mail.",
			.wire = "updates[0]/notify_subscribers", .required = true, .initial = "false",
			.example = "false"),
		BODY("reported_at", TYPE_TIME, "When it happened, if that was earlier.",
			.wire = "updates[0]/reported_at")),
	  .returns = "The post." },

	{ .name = "status_page.create_post_update",
	  .summary =
	  	"Publish an update of a post; subscribers get an e-mail if notify_subscribers is "
	  	"true.",
	  CREATE("/status_pages/{entity_id}/posts/{post_id}/post_updates", "post_update"),
	  .constant = "{\"type\":\"status_page_post_update\",\"update_frequency_ms\":null}",
	  .params = PARAMS(
		&from_email, &status_page_id_, &post_id, &message, &status_id, &severity_id, &impacted_services,
		&update_frequency_ms, &notify_subscribers, &reported_at),
	  .returns = "The post update." },

	{ .name = "status_page.create_subscription",
	  .summary = "Subscribe somebody to a status page, or to a service or post on it.",
	  CREATE("/status_pages/{entity_id}/subscriptions", "subscription"),
	  .constant = "{\"type\":\"status_page_subscription\"}",
	  .params = PARAMS(
		&from_email, &status_page_id,
		BODY("channel", TYPE_STRING, "How the subscriber is notified.",
			.required = true, .values = VALUES("webhook", "email"), .example = "\"email\""),
		BODY("contact", TYPE_STRING,
			"An e-mail address, or the web address of a webhook.",
			.required = true, .example = "\"joe@email.example\""),
		BODY("subscribable_id", TYPE_STRING, "Id of what is subscribed to.",
			.wire = "subscribable_object/id", .required = true, .example = "\"PSX4LJI\""),
		BODY("subscribable_type", TYPE_STRING, "Kind of what is subscribed to.",
			.wire = "subscribable_object/type", .required = true,
			.values = VALUES("status_page", "status_page_service", "status_page_post"),
			.example = "\"status_page_service\"")),
	  .returns = "The subscription." },

	{ .name = "status_page.delete_post",
	  .summary = "Delete a post of a status page.",
	  DELETE("/status_pages/{entity_id}/posts/{post_id}"),
	  .params = PARAMS(&from_email, &status_page_id_, &post_id_in_path),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "status_page.delete_post_update",
	  .summary = "Delete an update of a post.",
	  DELETE("/status_pages/{entity_id}/posts/{post_id}/post_updates/{post_update_id}"),
	  .params = PARAMS(&from_email, &status_page_id_, &post_id_in_path, &post_update_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "status_page.delete_postmortem",
	  .summary = "Delete the postmortem of a post.",
	  DELETE("/status_pages/{entity_id}/posts/{post_id}/postmortem"),
	  .params = PARAMS(&from_email, &status_page_id_, &post_id_in_path),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "status_page.delete_subscription",
	  .summary = "Delete a subscription to a status page.",
	  DELETE("/status_pages/{entity_id}/subscriptions/{subscription_id}"),
	  .params = PARAMS(&from_email, &status_page_id_, &subscription_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "status_page.find",
	  .summary = "List status pages.",
	  LIST("/status_pages", "status_pages"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("status_page_type", TYPE_STRING, "Only status pages of this type.",
			.values = VALUES("public", "private")),
		&maximum, &partial),
	  .returns = "An array of status pages." },

	{ .name = "status_page.find_impacts",
	  .summary = "List the impacts that posts of a status page can tell of.",
	  LIST("/status_pages/{entity_id}/impacts", "impacts"),
	  .paging = PAGING_CLASSIC,
	  .params = params_of_find_impacts,
	  .returns = "An array of impacts." },

	{ .name = "status_page.find_post_updates",
	  .summary = "List the updates of a post.",
	  LIST("/status_pages/{entity_id}/posts/{post_id}/post_updates", "post_updates"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&status_page_id_, &post_id_in_path, &reviewed_status, &maximum_all, &partial),
	  .returns = "An array of post updates." },

	{ .name = "status_page.find_posts",
	  .summary = "List the posts of a status page.",
	  LIST("/status_pages/{entity_id}/posts", "posts"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&status_page_id_, &post_type_of_list, &reviewed_status,
		QUERY("status", TYPE_LIST, "Only posts of these statuses (ids)."),
		&maximum_all, &partial),
	  .returns = "An array of posts." },

	{ .name = "status_page.find_services",
	  .summary = "List the services of a status page.",
	  LIST("/status_pages/{entity_id}/services", "services"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&status_page_id_, &maximum_all, &partial),
	  .returns = "An array of the page's services." },

	{ .name = "status_page.find_severities",
	  .summary = "List the severities that posts of a status page can have.",
	  LIST("/status_pages/{entity_id}/severities", "severities"),
	  .paging = PAGING_CLASSIC,
	  .params = params_of_find_impacts,
	  .returns = "An array of severities." },

	{ .name = "status_page.find_statuses",
	  .summary = "List the statuses that posts of a status page can have.",
	  LIST("/status_pages/{entity_id}/statuses", "statuses"),
	  .paging = PAGING_CLASSIC,
	  .params = params_of_find_impacts,
	  .returns = "An array of statuses." },

	{ .name = "status_page.find_subscriptions",
	  .summary = "List the subscriptions to a status page.",
	  LIST("/status_pages/{entity_id}/subscriptions", "subscriptions"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&status_page_id_,
		QUERY("status", TYPE_STRING, "Only subscriptions of this status.",
			.values = VALUES("active", "pending")),
		QUERY("channel", TYPE_STRING, "Only subscriptions that are notified in this way.",
			.values = VALUES("webhook", "email", "slack")),
		&maximum_all, &partial),
	  .returns = "An array of subscriptions." },

	{ .name = "status_page.get_impact",
	  .summary = "Get an impact that posts of a status page can tell of.",
	  GET("/status_pages/{entity_id}/impacts/{impact_id}", "impact"),
	  .params = PARAMS(
		&status_page_id_,
		PATH_ID("impact_id", KIND_NONE, "The impact.", .example = "\"PY5OM08\"")),
	  .returns = "The impact." },

	{ .name = "status_page.get_post",
	  .summary = "Get a post of a status page.",
	  GET("/status_pages/{entity_id}/posts/{post_id}", "post"),
	  .params = PARAMS(
		&status_page_id_, &post_id_in_path,
		QUERY("include", TYPE_LIST, "Details to include: status_page_post_update.",
			.values = VALUES("status_page_post_update"))),
	  .returns = "The post." },

	{ .name = "status_page.get_post_update",
	  .summary = "Get an update of a post.",
	  GET("/status_pages/{entity_id}/posts/{post_id}/post_updates/{post_update_id}", "post_update"),
	  .params = PARAMS(&status_page_id_, &post_id_in_path, &post_update_id),
	  .returns = "The post update." },

	{ .name = "status_page.get_postmortem",
	  .summary = "Get the postmortem of a post.",
	  GET("/status_pages/{entity_id}/posts/{post_id}/postmortem", "postmortem"),
	  .params = PARAMS(&status_page_id_, &post_id_in_path),
	  .returns = "The postmortem." },

	{ .name = "status_page.get_service",
	  .summary = "Get a service of a status page.",
	  GET("/status_pages/{entity_id}/services/{service_id}", "service"),
	  .params = PARAMS(
		&status_page_id_,
		PATH_ID("service_id", KIND_SERVICE, "The service.", .example = "\"PIJ90N7\"")),
	  .returns = "The page's service." },

	{ .name = "status_page.get_severity",
	  .summary = "Get a severity that posts of a status page can have.",
	  GET("/status_pages/{entity_id}/severities/{severity_id}", "severity"),
	  .params = PARAMS(
		&status_page_id_,
		PATH_ID("severity_id", KIND_NONE, "The severity.", .example = "\"PY5OM08\"")),
	  .returns = "The severity." },

	{ .name = "status_page.get_status",
	  .summary = "Get a status that posts of a status page can have.",
	  GET("/status_pages/{entity_id}/statuses/{status_id}", "status"),
	  .params = PARAMS(
		&status_page_id_,
		PATH_ID("status_id", KIND_NONE, "The status.", .example = "\"P0400H4\"")),
	  .returns = "The status." },

	{ .name = "status_page.get_subscription",
	  .summary = "Get a subscription to a status page.",
	  GET("/status_pages/{entity_id}/subscriptions/{subscription_id}", "subscription"),
	  .params = PARAMS(&status_page_id_, &subscription_id),
	  .returns = "The subscription." },

	{ .name = "status_page.set_postmortem",
	  .summary = "Publish or replace the postmortem of a post.",
	  UPDATE("/status_pages/{entity_id}/posts/{post_id}/postmortem", "postmortem"),
	  .constant = "{\"type\":\"status_page_post_postmortem\"}",
	  .params = PARAMS(
		&from_email, &status_page_id_, &post_id,
		BODY("message", TYPE_STRING, "The postmortem, as HTML.",
			.required = true, .most = 10000,
			.example = "\"<p>Something wrong happened and this is a postmortem.<p>\""),
		BODY("notify_subscribers", TYPE_BOOLEAN, "Whether subscribers get an e-mail.",
			.required = true, .initial = "false", .example = "true")),
	  .returns = "The postmortem." },

	{ .name = "status_page.update_post",
	  .summary = "Replace a post of a status page; give all of its members.",
	  UPDATE("/status_pages/{entity_id}/posts/{post_id}", "post"),
	  .constant = "{\"type\":\"status_page_post\",\"starts_at\":null,\"ends_at\":null}",
	  .params = PARAMS(
		&from_email, &status_page_id, &post_id_in_path, &title, &post_type, &starts_at, &ends_at),
	  .returns = "The post." },

	{ .name = "status_page.update_post_update",
	  .summary = "Replace an update of a post; give all of its members.",
	  UPDATE("/status_pages/{entity_id}/posts/{post_id}/post_updates/{post_update_id}", "post_update"),
	  .constant = "{\"type\":\"status_page_post_update\",\"update_frequency_ms\":null}",
	  .params = PARAMS(
		&from_email, &status_page_id_, &post_id, &post_update_id, &message, &status_id, &severity_id,
		&impacted_services, &update_frequency_ms, &notify_subscribers, &reported_at),
	  .returns = "The post update." },
};
/* clang-format on */

TABLE(status_page);
