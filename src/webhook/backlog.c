/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/backlog.h"

#include "queue/event.h"
#include "queue/store.h"

/* Seconds to wait for other processes that hold the queue. Meanwhile no request is served. */
static const double patience = 0.05;

bool backlog_count(const char *path, int64_t *out)
{
	scoped(queue_close_at) struct queue *queue = NULL;
	struct error err = { 0 };

	*out = 0;
	return queue_open(path, QUEUE_READ, patience, &queue, &err) &&
	       (!queue || event_count(queue, 0, out, &err));
}
