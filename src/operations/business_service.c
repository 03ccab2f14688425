/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param business_service_id = PATH_ID_VALUE("entity_id", KIND_BUSINESS_SERVICE,
	"The business service.", .example = "\"P1L1YEE\"");
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Description of the business service.");
static const struct param point_of_contact = BODY_VALUE("point_of_contact", TYPE_STRING,
	"The contact person for the service.");
static const struct param team_id_in_body = BODY_VALUE("team_id", TYPE_STRING,
	"The team that owns it.", .wire = "team/id", .kind = KIND_TEAM);
static const struct param additional_fields = QUERY_VALUE("additional_fields", TYPE_LIST,
	"More details to return: services.highest_impacting_priority, total_impacted_count.",
	.values = VALUES("services.highest_impacting_priority", "total_impacted_count"));

static const struct operation rows[] = {
	{ .name = "business_service.add_subscribers",
	  .summary = "Subscribe users and teams to a business service.",
	  .method = "POST", .path = "/business_services/{entity_id}/subscribers",
	  .result = RESULT_LIST, .member = "subscriptions",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_subscriptions,
	  .params = PARAMS(&from_email, &business_service_id, &subscriber_user_ids, &subscriber_team_ids),
	  .returns = "An array of subscriptions." },

	{ .name = "business_service.create",
	  .summary = "Create a business service.",
	  CREATE("/business_services", "business_service"),
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING, "Name of the business service.",
			.required = true, .example = "\"Self-serve mobile checkout\""),
		&description, &point_of_contact, &team_id_in_body),
	  .returns = "The business service." },

	{ .name = "business_service.delete",
	  .summary = "Delete a business service.",
	  DELETE("/business_services/{entity_id}"),
	  .params = PARAMS(&from_email, &business_service_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "business_service.delete_priority_threshold",
	  .summary = "Let incidents of any priority count as an impact on business services, in the "
		"whole account.",
	  DELETE("/business_services/priority_thresholds"),
	  .params = PARAMS(&from_email),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "business_service.find",
	  .summary = "List business services.",
	  LIST("/business_services", "business_services"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&maximum, &partial),
	  .returns = "An array of business services." },

	{ .name = "business_service.find_impactors",
	  .summary = "List the incidents that have an impact on business services now.",
	  LIST("/business_services/impactors", "impactors"),
	  .params = PARAMS(
		QUERY("ids", TYPE_LIST,
			"Only incidents that have an impact on these business services.",
			.kind = KIND_BUSINESS_SERVICE)),
	  .returns = "An array of impactors, the highest priority first; 200 at most." },

	{ .name = "business_service.find_impacts",
	  .summary = "List the business services that are impacted now.",
	  LIST("/business_services/impacts", "services"),
	  .params = PARAMS(
		&additional_fields,
		QUERY("ids", TYPE_LIST, "Only these business services.", .kind = KIND_BUSINESS_SERVICE)),
	  .returns = "An array of business services with their status, the most impacted first; 200 at "
		"most." },

	{ .name = "business_service.find_subscribers",
	  .summary = "List who was subscribed to a business service.",
	  LIST("/business_services/{entity_id}/subscribers", "subscribers"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&business_service_id, &maximum_all, &partial),
	  .returns = "An array of subscribers." },

	{ .name = "business_service.find_supporting_impacts",
	  .summary = "List the impacted services that a business service depends on.",
	  LIST("/business_services/{entity_id}/supporting_services/impacts", "services"),
	  .params = PARAMS(
		&business_service_id, &additional_fields,
		QUERY("ids", TYPE_LIST, "Only these services (ids).")),
	  .returns = "An array of services with their status, the most impacted first; 200 at most." },

	{ .name = "business_service.get",
	  .summary = "Get a business service.",
	  GET("/business_services/{entity_id}", "business_service"),
	  .params = PARAMS(&business_service_id),
	  .returns = "The business service." },

	{ .name = "business_service.get_priority_threshold",
	  .summary = "Get the priority from which an incident has an impact on business services.",
	  .method = "GET", .path = "/business_services/priority_thresholds",
	  .result = RESULT_VALUE, .member = "global_threshold",
	  .returns = "The threshold; null if none is set." },

	{ .name = "business_service.remove_subscribers",
	  .summary = "Unsubscribe users and teams from a business service.",
	  .method = "POST", .path = "/business_services/{entity_id}/unsubscribe",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_removals,
	  .params = PARAMS(&from_email, &business_service_id, &subscriber_user_ids, &subscriber_team_ids),
	  .returns = "The number of subscriptions that were deleted, and of those that were not." },

	{ .name = "business_service.set_priority_threshold",
	  .summary = "Set the priority from which an incident has an impact on business services, in the "
		"whole account.",
	  .method = "PUT", .path = "/business_services/priority_thresholds",
	  .result = RESULT_VALUE, .member = "global_threshold",
	  .wrapper = "global_threshold",
	  .params = PARAMS(
		&from_email,
		BODY("priority_id", TYPE_STRING, "The lowest priority that counts.",
			.wire = "id", .required = true, .kind = KIND_PRIORITY, .example = "\"PTLNKGF\""),
		BODY("order", TYPE_INTEGER,
			"The order of the priority, which priority.find returns.",
			.required = true, .example = "256")),
	  .returns = "The threshold." },

	{ .name = "business_service.subscribe_account",
	  .summary = "Subscribe the whole account to a business service.",
	  .method = "POST", .path = "/business_services/{entity_id}/account_subscription",
	  .retry = RETRY_UNSENT,
	  .params = PARAMS(&from_email, &business_service_id),
	  .returns = "`{\"account_is_subscribed\": true}`" },

	{ .name = "business_service.unsubscribe_account",
	  .summary = "Unsubscribe the whole account from a business service.",
	  .method = "DELETE", .path = "/business_services/{entity_id}/account_subscription",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&from_email, &business_service_id),
	  .returns = "`{\"success\": true}`" },

	{ .name = "business_service.update",
	  .summary = "Change a business service.",
	  UPDATE("/business_services/{entity_id}", "business_service"),
	  .params = PARAMS(
		&from_email, &business_service_id,
		BODY("name", TYPE_STRING, "New name of the business service.",
			.example = "\"Self-serve mobile checkout\""),
		&description, &point_of_contact, &team_id_in_body),
	  .returns = "The business service." },
};
/* clang-format on */

TABLE(business_service);
