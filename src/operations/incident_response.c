/* SPDX-License-Identifier: Apache-2.0 */
/* People who are asked to help with an incident, or who are notified about it. */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "incident.add_subscribers",
	  .summary = "Subscribe users and teams to the status updates of an incident.",
	  .method = "POST", .path = "/incidents/{entity_id}/status_updates/subscribers",
	  .result = RESULT_LIST, .member = "subscriptions",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_subscriptions,
	  .params = PARAMS(&from_email, &incident_id, &subscriber_user_ids, &subscriber_team_ids),
	  .returns = "An array of subscriptions." },

	{ .name = "incident.cancel_responders",
	  .summary = "Withdraw requests for help with an incident.",
	  .method = "PUT", .path = "/incidents/{entity_id}/responder_requests/cancel",
	  .result = RESULT_LIST, .member = "responder_request_targets",
	  .outcome = &outcome_cancellations,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("requester_id", TYPE_STRING, "The user who withdraws them.",
			.required = true, .kind = KIND_USER, .example = "\"PL1JMK5\""),
		BODY("user_ids", TYPE_LIST, "The users whose requests are withdrawn.",
			.wire = "responder_request_targets[]", .reference = "user_reference",
			.required_unless = "escalation_policy_ids", .kind = KIND_USER,
			.example = "[\"PJ25ZYX\", \"PEP12AB\"]"),
		BODY("escalation_policy_ids", TYPE_LIST,
			"The escalation policies whose requests are withdrawn.",
			.wire = "responder_request_targets[]", .reference = "escalation_policy_reference",
			.required_unless = "user_ids", .kind = KIND_ESCALATION_POLICY)),
	  .returns = "An array of the withdrawn requests, each with its result." },

	{ .name = "incident.create_status_update",
	  .summary = "Tell the subscribers of an incident how it stands.",
	  .method = "POST", .path = "/incidents/{entity_id}/status_updates",
	  .result = RESULT_MEMBER, .member = "status_update",
	  .retry = RETRY_UNSENT, .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("message", TYPE_STRING, "What is told.",
			.required = true, .example = "\"The server fire is spreading.\""),
		BODY("subject", TYPE_STRING,
			"Subject of the e-mail; html_message must be given too."),
		BODY("html_message", TYPE_STRING,
			"Text of the e-mail as HTML; subject must be given too.")),
	  .returns = "The status update." },

	{ .name = "incident.find_subscribers",
	  .summary = "List who was subscribed to the status updates of an incident.",
	  LIST("/incidents/{entity_id}/status_updates/subscribers", "subscribers"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&incident_id, &maximum_all, &partial),
	  .returns = "An array of subscribers." },

	{ .name = "incident.remove_subscribers",
	  .summary = "Unsubscribe users and teams from the status updates of an incident.",
	  .method = "POST", .path = "/incidents/{entity_id}/status_updates/unsubscribe",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_removals,
	  .params = PARAMS(&from_email, &incident_id, &subscriber_user_ids, &subscriber_team_ids),
	  .returns = "The number of subscriptions that were deleted, and of those that were not." },

	{ .name = "incident.request_responders",
	  .summary = "Ask users or escalation policies to help with an incident.",
	  .method = "POST", .path = "/incidents/{entity_id}/responder_requests",
	  .result = RESULT_MEMBER, .member = "responder_request",
	  .retry = RETRY_UNSENT,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("requester_id", TYPE_STRING, "The user who asks.",
			.required = true, .kind = KIND_USER, .example = "\"PL1JMK5\""),
		BODY("message", TYPE_STRING, "The message to them.",
			.required = true,
			.example = "\"Please help with issue - join bridge at +1(234)-567-8910\""),
		BODY("user_ids", TYPE_LIST, "The users to ask.",
			.wire = "responder_request_targets[]/responder_request_target",
			.reference = "user_reference", .required_unless = "escalation_policy_ids",
			.kind = KIND_USER, .example = "[\"PJ25ZYX\"]"),
		BODY("escalation_policy_ids", TYPE_LIST, "The escalation policies to ask.",
			.wire = "responder_request_targets[]/responder_request_target",
			.reference = "escalation_policy_reference", .required_unless = "user_ids",
			.kind = KIND_ESCALATION_POLICY)),
	  .returns = "The responder request." },
};
/* clang-format on */

TABLE(incident_response);
