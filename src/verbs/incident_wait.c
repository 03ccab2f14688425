/* SPDX-License-Identifier: Apache-2.0 */
/* The function of incident.wait: see operations/verbs.h. */
#include "operations/verbs.h"

#include "base/clock.h"
#include "base/interrupt.h"
#include "verbs/verb.h"
#include "json/json.h"
#include "json/read.h"

#include <stdio.h>
#include <string.h>

/* Seconds between two looks: the first wait, and the longest; and what the last look may take. */
static const double WAIT_FIRST = 2, WAIT_MOST = 30, LOOK = 2;

/* One look-up of the incident. */
struct look {
	struct text incident; /* the incident in PagerDuty's answer */
	char status[32]; /* the status that was seen last; "": none */
	struct error err; /* why there is none; ERROR_NONE if there is one */
	struct problems problems; /* its list */
};

static void look_done(struct look *look)
{
	text_done(&look->incident);
}

/*
 * Looks once, for not much longer than the wait lasts (left, in seconds). A look that fails is not
 * tried again by the client: the next look is that.
 */
static void look_at(struct run *run, struct look *look, double left)
{
	scoped(json_put_at) struct json_object *incident = NULL;
	struct client *client = run->client;
	const char *status;

	left = left > LOOK ? left : LOOK;
	client->retry_time = 0;
	client->try_timeout = client->try_timeout < left ? client->try_timeout : left;
	text_clear(&look->incident);
	error_clear(&look->err);
	if (!verb_exchange(run, run->request, run->values, &look->incident, &look->err))
		return;
	if (!json_read_reply(
		    text_string(&look->incident), look->incident.len, &incident, &look->err))
		return;
	status = json_string(incident, "status");
	(void)snprintf(look->status, sizeof(look->status), "%s", status ? status : "");
}

/*
 * Returns whether the incident has the wanted status. A resolved incident counts as acknowledged.
 */
static bool has_wanted_status(const struct look *look, const char *wanted)
{
	return !look->err.kind &&
	       (!strcmp(look->status, wanted) ||
		       (!strcmp(wanted, "acknowledged") && !strcmp(look->status, "resolved")));
}

/* Returns whether to look again: not after PagerDuty refused, and not after a signal. */
static bool may_go_on(const struct look *look)
{
	enum error_kind kind = look->err.kind;

	return !interrupted() && (!kind || kind == ERROR_TRANSPORT || kind == ERROR_UNAVAILABLE);
}

/* Fails because the time is over. The sentence says what the last look-up showed. */
static bool refuse_late(
	const struct run *run, const struct look *look, double waited, struct error *err)
{
	const char *wanted = json_string(run->values, "status");

	error_take(err, &look->err);
	if (look->err.kind) {
		err->kind = ERROR_UNAVAILABLE;
		return error_wrap(err, "the incident was not seen %s in %.0f s%s%s: ", wanted,
			waited, *look->status ? "; it was last seen " : "", look->status);
	}
	err->retryable = true;
	client_add_effort(run->client, err);
	run->client->found.elapsed = waited;
	return error_set(err, ERROR_UNAVAILABLE, 0, "the incident is %s, and was not %s in %.0f s",
		look->status, wanted, waited);
}

static bool refuse_stopped(struct error *err)
{
	return error_set(err, ERROR_UNAVAILABLE, 0,
		"stopped by a signal before the incident had the status");
}

/* On clock_now(), when the wait is over: before StackStorm's limit, whatever the parameter says. */
static double wait_end(const struct run *run, double began)
{
	double end = began + (double)json_object_get_int64(json_member(run->values, "period"));

	double limit = run->client->end - LOOK;

	return run->client->end > 0 && limit < end ? limit : end;
}

/*
 * Returns the seconds until the next look-up. If too little time would be left for another one
 * after it, returns all the time, so that the last look-up is at the end.
 */
static double next_wait(double wait, double left)
{
	return left - wait < WAIT_FIRST ? left : wait;
}

bool incident_wait(struct run *run, struct text *out, struct error *err)
{
	const char *wanted = json_string(run->values, "status");
	scoped(look_done) struct look look = { .incident = TEXT(TEXT_ANY),
		.err = { .problems = &look.problems } };
	double began = clock_now(), end = wait_end(run, began);

	for (double wait = WAIT_FIRST;;) {
		look_at(run, &look, end - clock_now());
		if (has_wanted_status(&look, wanted))
			return text_add(out, text_string(&look.incident)) || error_memory(err);
		if (!may_go_on(&look)) {
			error_take(err, &look.err);
			return look.err.kind ? false : refuse_stopped(err);
		}
		double left = end - clock_now();
		if (left <= 0)
			return refuse_late(run, &look, clock_now() - began, err);
		/* PagerDuty may have asked for a longer wait. */
		double least = look.err.kind ? run->client->retry_after : 0;
		interrupt_wait(next_wait(wait > least ? wait : least, left));
		if (interrupted())
			return refuse_stopped(err);
		wait = wait * 1.5 < WAIT_MOST ? wait * 1.5 : WAIT_MOST;
	}
}
