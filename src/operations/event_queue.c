/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/verbs.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param ids = PARAM_VALUE("ids", PLACE_CONTROL, TYPE_LIST,
	"Only the events with these ids, which event_queue.list shows; without it, all events "
	"that were set aside.",
	.filled = true);

static const struct operation rows[] = {
	{ .name = "event_queue.drain",
	  .summary = "Deliver the events that wait in the queue.",
	  .host = HOST_QUEUE, .run = event_queue_drain,
	  .returns = "`{\"delivered\", \"set_aside\", \"pending\"}`: how many events PagerDuty took, how "
		"many it refused or were too old, and how many still wait. It fails as the first delivery "
		"after which an event still waits." },

	{ .name = "event_queue.list",
	  .summary = "List the events in the queue, in the order in which they were stored.",
	  .host = HOST_QUEUE, .run = event_queue_list,
	  .params = PARAMS(
		PARAM("state", PLACE_CONTROL, TYPE_STRING,
			"Only events that wait to be delivered, or only events that were set "
			"aside; without it, both.",
			.values = VALUES("pending", "set_aside")),
		&maximum),
	  .returns = "An array of events: `{\"id\", \"state\", \"event\", \"summary\", \"key\", \"account\", "
		"\"api\", \"dedup_key\", \"stored_at\", \"tries\", \"may_have_left\", \"status\", \"reason\", "
		"\"set_aside_at\"}`. The integration key is told by its name in the configuration." },

	{ .name = "event_queue.purge",
	  .summary = "Remove events that were set aside from the queue.",
	  .host = HOST_QUEUE, .run = event_queue_purge,
	  .params = PARAMS(&ids),
	  .returns = "`{\"purged\"}`: how many." },

	{ .name = "event_queue.retry",
	  .summary = "Let events that were set aside be delivered after all.",
	  .host = HOST_QUEUE, .run = event_queue_retry,
	  .params = PARAMS(&ids),
	  .returns = "`{\"retried\"}`: how many. Their age counts from now on; their place in the order is "
		"the one they had." },

	{ .name = "event_queue.status",
	  .summary = "Tell how many events wait in the queue, since when, and what for.",
	  .host = HOST_QUEUE, .run = event_queue_status,
	  .params = PARAMS(
		PARAM("max_age", PLACE_CONTROL, TYPE_INTEGER,
			"Fail if an event has waited for longer than this number of seconds.",
			.least = 1, .most = 31536000)),
	  .returns = "`{\"pending\", \"set_aside\", \"oldest\", \"oldest_age\", \"waiting\": [{\"key\", "
		"\"account\", \"events\", \"until\", \"failures\", \"reason\"}], \"path\"}`: waiting tells of "
		"integration keys that are left alone for a while." },
};
/* clang-format on */

TABLE(event_queue);
