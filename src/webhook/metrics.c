/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/metrics.h"

#include "webhook/backlog.h"

#define PREFIX "pagerduty_webhook_"

static const double bounds[METRICS_BUCKETS] = { 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
	2.5 };

void metrics_count(struct metrics *metrics, enum outcome outcome, double seconds)
{
	unsigned bucket = 0;

	metrics->outcomes[outcome]++;
	metrics->seconds += seconds;
	while (bucket < METRICS_BUCKETS && seconds > bounds[bucket])
		bucket++;
	metrics->buckets[bucket]++;
}

static void add_counter(struct text *out, const char *name, const char *help, unsigned long value)
{
	(void)text_addf(out,
		"# HELP " PREFIX "%s_total %s\n# TYPE " PREFIX "%s_total counter\n" PREFIX
		"%s_total %lu\n",
		name, help, name, name, value);
}

static void add_refused(const struct metrics *metrics, struct text *out)
{
	(void)text_add(out,
		"# HELP " PREFIX "refused_total Requests that were not taken, by reason.\n"
		"# TYPE " PREFIX "refused_total counter\n");
	for (unsigned i = 0; i < OUTCOMES; i++) {
		const struct outcome_row *row = outcome_row((enum outcome)i);

		if (row->refused)
			(void)text_addf(out, PREFIX "refused_total{reason=\"%s\"} %lu\n",
				row->reason, metrics->outcomes[i]);
	}
}

static void add_seconds(const struct metrics *metrics, struct text *out)
{
	unsigned long count = 0;

	(void)text_add(out,
		"# HELP " PREFIX "seconds From the last byte of a request to its answer.\n"
		"# TYPE " PREFIX "seconds histogram\n");
	for (unsigned i = 0; i < METRICS_BUCKETS; i++) {
		count += metrics->buckets[i];
		(void)text_addf(out, PREFIX "seconds_bucket{le=\"%g\"} %lu\n", bounds[i], count);
	}
	count += metrics->buckets[METRICS_BUCKETS];
	(void)text_addf(out,
		PREFIX "seconds_bucket{le=\"+Inf\"} %lu\n" PREFIX "seconds_sum %.6f\n" PREFIX
		       "seconds_count %lu\n",
		count, metrics->seconds, count);
}

static void add_queue(const char *queue, struct text *out)
{
	int64_t pending;

	if (queue && backlog_count(queue, &pending))
		(void)text_addf(out,
			"# HELP pagerduty_event_queue_pending Events that wait to be delivered.\n"
			"# TYPE pagerduty_event_queue_pending gauge\n"
			"pagerduty_event_queue_pending %lld\n",
			(long long)pending);
}

bool metrics_add_text(
	const struct metrics *metrics, unsigned under_way, const char *queue, struct text *out)
{
	add_counter(out, "received", "Requests posted to the path of webhooks.", metrics->received);
	add_counter(out, "dispatched", "Triggers that StackStorm took.",
		metrics->outcomes[OUTCOME_DISPATCHED] + metrics->late);
	add_counter(out, "dispatched_late",
		"Those of them that it took after PagerDuty had been told to repeat.",
		metrics->late);
	add_counter(out, "repeated", "Deliveries that had been dispatched before.",
		metrics->outcomes[OUTCOME_REPEATED]);
	add_counter(out, "pings", "Tests of the subscription (pagey.ping).",
		metrics->outcomes[OUTCOME_PING]);
	add_refused(metrics, out);
	add_seconds(metrics, out);
	add_queue(queue, out);
	return text_addf(out,
		"# HELP " PREFIX "under_way Deliveries that StackStorm has not answered.\n"
		"# TYPE " PREFIX "under_way gauge\n" PREFIX "under_way %u\n",
		under_way);
}
