/* SPDX-License-Identifier: Apache-2.0 */
/* The subscriptions of a user. */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "user.add_notification_subscriptions",
	  .summary = "Subscribe a user to incidents and business services.",
	  .method = "POST", .path = "/users/{entity_id}/notification_subscriptions",
	  .result = RESULT_LIST, .member = "subscriptions",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_notifications,
	  .params = PARAMS(
		&from_email, &user_id,
		&subscribed_incidents, &subscribed_business_services),
	  .returns = "An array of subscriptions." },

	{ .name = "user.find_notification_subscriptions",
	  .summary = "List what a user was subscribed to.",
	  LIST("/users/{entity_id}/notification_subscriptions", "subscriptions"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&user_id, &maximum_all, &partial),
	  .returns = "An array of subscriptions." },

	{ .name = "user.remove_notification_subscriptions",
	  .summary = "Unsubscribe a user from incidents and business services.",
	  .method = "POST", .path = "/users/{entity_id}/notification_subscriptions/unsubscribe",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_removals,
	  .params = PARAMS(
		&from_email, &user_id,
		&subscribed_incidents, &subscribed_business_services),
	  .returns = "The number of subscriptions that were deleted, and of those that were not." },
};
/* clang-format on */

TABLE(user_subscription);
