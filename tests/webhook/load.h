/* SPDX-License-Identifier: Apache-2.0 */
/* The two ends of the load test: a StackStorm that counts, and a PagerDuty that sends and repeats. */
#ifndef TESTS_WEBHOOK_LOAD_H
#define TESTS_WEBHOOK_LOAD_H

#include <stdbool.h>

#define LOAD_SECRET "load-secret"
#define LOAD_KEY "load-key"

/*
 * Starts a StackStorm, which takes triggers for the events load-0 to load-COUNT-1, on a port; on
 * any with 0, and counts anew then. Returns its port; 0: it failed.
 */
unsigned stub_start(unsigned port, unsigned count);

/* Ends it at once, with all its connections. What it counted stays. */
void stub_kill(void);

/* How often the trigger of an event was taken, and its answer handed to the network. */
unsigned stub_taken(unsigned event);

struct load {
	unsigned port; /* of the gateway */
	unsigned count; /* webhooks */
	unsigned rate; /* a second; 0: as many as go */
	unsigned connections;
	unsigned slow; /* further connections, which drip */
	double kill_at, back_at; /* seconds from the start; 0: StackStorm stays */
	unsigned stub_port;
};

struct load_result {
	double seconds; /* until the last was taken */
	double p50, p99, most; /* seconds from when one was due until its first answer */
	unsigned repeats; /* of those that were not taken */
	unsigned lost, twice; /* events that were never dispatched; more than once */
};

/* Sends the webhooks, each again until it is taken. False when the gateway cannot be spoken with. */
bool load_run(const struct load *load, struct load_result *out);

#endif
