/* SPDX-License-Identifier: Apache-2.0 */
/* Counts requests, and writes the counts in Prometheus' text format. */
#ifndef WEBHOOK_METRICS_H
#define WEBHOOK_METRICS_H

#include "base/text.h"
#include "webhook/outcome.h"

enum { METRICS_BUCKETS = 10 };

struct metrics {
	unsigned long received; /* requests posted to the path of webhooks */
	unsigned long outcomes[OUTCOMES];
	unsigned long late; /* triggers that StackStorm took after PagerDuty had been answered */
	unsigned long buckets[METRICS_BUCKETS + 1]; /* requests by seconds; the last: all longer */
	double seconds; /* the sum over all requests */
};

/* Counts a request by its outcome and by the seconds that it took. */
void metrics_count(struct metrics *metrics, enum outcome outcome, double seconds);

/*
 * Adds the text. under_way is the number of deliveries that StackStorm has not answered. queue is
 * the path of the event queue, or NULL; the number of its events is added if it can be read.
 * Returns false if memory runs out.
 */
bool metrics_add_text(const struct metrics *metrics, unsigned under_way, const char *queue,
	struct text *out) MUST_CHECK;

#endif
