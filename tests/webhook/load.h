/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The two ends of the load test: a StackStorm that counts triggers, and a PagerDuty that sends
 * webhooks and repeats them.
 */
#ifndef TESTS_WEBHOOK_LOAD_H
#define TESTS_WEBHOOK_LOAD_H

#include <stdbool.h>

#define LOAD_SECRET "load-secret"
#define LOAD_KEY "load-key"

/*
 * Starts a StackStorm that takes triggers for the events load-0 to load-COUNT-1. If port is 0,
 * chooses a free port and resets the counts. Returns the port, 0 on failure.
 */
unsigned stub_start(unsigned port, unsigned count);

/* Stops it at once with all its connections. The counts stay. */
void stub_kill(void);

/* Returns how often the trigger of an event was taken and answered. */
unsigned stub_taken(unsigned event);

struct load {
	unsigned port; /* of the gateway */
	unsigned count; /* webhooks */
	unsigned rate; /* webhooks a second; 0: as many as possible */
	unsigned connections;
	unsigned slow; /* more connections, which send single bytes */
	/* when StackStorm is killed, in seconds from the start; 0: never */
	double kill_at, back_at;
	unsigned stub_port;
};

struct load_result {
	double seconds; /* seconds until the last was taken */
	double p50, p99, most; /* seconds from when a webhook was due until its first answer */
	unsigned repeats; /* answers to webhooks that were not taken */
	/* events that were never dispatched, and those dispatched more than once */
	unsigned lost, twice;
};

/* Sends the webhooks, each until it is taken. Returns false if the gateway cannot be reached. */
bool load_run(const struct load *load, struct load_result *out);

#endif
