/* SPDX-License-Identifier: Apache-2.0 */
/* What the gateway counts, in Prometheus' text format. */
#ifndef WEBHOOK_METRICS_H
#define WEBHOOK_METRICS_H

#include "base/text.h"
#include "webhook/outcome.h"

enum { METRICS_BUCKETS = 10 };

struct metrics {
	unsigned long received; /* requests posted to the path of webhooks */
	unsigned long outcomes[OUTCOMES];
	unsigned long late; /* triggers that StackStorm took after PagerDuty had got its answer */
	unsigned long buckets[METRICS_BUCKETS + 1]; /* of seconds; the last is for all above */
	double seconds; /* all together */
};

/* Counts how a request ended, and the seconds it took. */
void metrics_count(struct metrics *metrics, enum outcome outcome, double seconds);

/*
 * Adds all of it. under_way: deliveries that StackStorm has not answered. queue: path of the event
 * queue, or NULL; how many wait there is told where it can be read.
 */
bool metrics_add_text(const struct metrics *metrics, unsigned under_way, const char *queue,
	struct text *out) MUST_CHECK;

#endif
