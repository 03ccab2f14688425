/* SPDX-License-Identifier: Apache-2.0 */
#include "poll/lease.h"

#include "base/clock.h"
#include "base/interrupt.h"
#include "base/meanwhile.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum {
	REQUEST_MOST = 10 /* seconds that a request to StackStorm's datastore may take */
};

/*
 * Seconds. A run that has not renewed its lease for gone_after counts as ended. A run checks its
 * own lease if it has not written it for check_after.
 */
static const double gone_after = 5, check_after = 2;

/*
 * Seconds. After a run wrote its name, it waits for race_wait, so that another run that began at
 * the same time has written too. A waiting run reads the lease every poll_interval.
 */
static const double race_wait = 0.3, poll_interval = 0.5;

static double time_left(const struct lease *lease)
{
	double rest = lease->end - clock_now();

	return rest < 0.1 ? 0.1 : rest < REQUEST_MOST ? rest : REQUEST_MOST;
}

static bool wait_for(double seconds, struct error *err)
{
	interrupt_wait(seconds);
	return !interrupted() ||
	       error_set(err, ERROR_UNAVAILABLE, 0, "stopped by a signal; nothing was dispatched");
}

static bool read_state(struct lease *lease, struct error *err)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);
	int64_t now = time(NULL);
	bool found = false;

	if (!key_read(
		    lease->http, lease->access, lease->key, time_left(lease), &value, &found, err))
		return false;
	state_done(&lease->state);
	if (found && !state_read(&value, &lease->state, err))
		return error_wrap(err, "key %s: ", lease->key);
	if (!found) {
		lease->state = (struct state){ .begin = now - STATE_SKEW };
		lease->first = true;
	}
	lease->state.most = now;
	return true;
}

bool lease_renew(struct lease *lease, struct error *err)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);

	lease->state.beat++;
	if (!state_print(&lease->state, &value))
		return error_memory(err);
	if (!key_write(lease->http, lease->access, lease->key, &value, time_left(lease), err))
		return false;
	lease->written = clock_now();
	return true;
}

static bool is_held_by_us(const struct lease *lease)
{
	return !strcmp(lease->state.run, lease->run);
}

/* Waits until no run holds the lease, or the run that holds it no longer renews it. */
static bool wait_until_free(struct lease *lease, struct error *err)
{
	char run[STATE_RUN] = "";
	unsigned long beat = 0;
	double seen = clock_now();

	for (;;) {
		if (!read_state(lease, err))
			return false;
		if (!*lease->state.run || is_held_by_us(lease))
			return true;
		if (strcmp(run, lease->state.run) != 0 || beat != lease->state.beat) {
			(void)snprintf(run, sizeof(run), "%s", lease->state.run);
			beat = lease->state.beat;
			seen = clock_now();
		}
		if (clock_now() - seen > gone_after)
			return true;
		if (clock_now() + poll_interval > lease->end) {
			err->retryable = true;
			return error_set(err, ERROR_UNAVAILABLE, 0,
				"another run is dispatching log entries: one at a time (policies/log_entry.dispatch.yaml)");
		}
		if (!wait_for(poll_interval, err))
			return false;
	}
}

static bool name_run(struct lease *lease, struct error *err)
{
	unsigned char bytes[8];

	if (getrandom(bytes, sizeof(bytes), 0) != sizeof(bytes))
		return error_set(err, ERROR_INTERNAL, 0, "the system gives no random numbers");
	for (size_t i = 0; i < sizeof(bytes); i++)
		(void)snprintf(lease->run + 2 * i, 3, "%02x", bytes[i]);
	return true;
}

bool lease_acquire(struct lease *lease, struct error *err)
{
	if (!name_run(lease, err))
		return false;
	do {
		lease->first = false;
		if (!wait_until_free(lease, err))
			return false;
		bool first = lease->first;
		memcpy(lease->state.run, lease->run, sizeof(lease->run));
		/*
		 * If two runs write at the same time, the datastore keeps the text that came last.
		 * Both read it again: the run whose name is in it has the lease.
		 */
		if (!lease_renew(lease, err) || !wait_for(race_wait, err) ||
			!read_state(lease, err))
			return false;
		lease->first = first;
	} while (!is_held_by_us(lease));
	return true;
}

bool lease_check(struct lease *lease, struct error *err)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);
	struct state state = { 0 };
	bool found = false;

	if (clock_now() - lease->written < check_after)
		return true;
	if (!key_read(lease->http, lease->access, lease->key, time_left(lease), &value, &found,
		    err) ||
		(found && !state_read(&value, &state, err)))
		return false;
	bool mine = !strcmp(state.run, lease->run);
	state_done(&state);
	if (mine)
		return lease_renew(lease, err);
	lease->lost = true;
	err->retryable = true;
	return error_set(err, ERROR_UNAVAILABLE, 0,
		"another run took over, because this one had stopped for longer than %.0f s",
		gone_after);
}

/*
 * Renews the lease during another request, on a handle of its own. After a failure there is no
 * other try: the request that failed may reach the datastore late, and must not overwrite a newer
 * state.
 */
static void renew_meanwhile(void *data)
{
	struct lease *lease = data;
	struct http *own = lease->http;

	if (lease->failure.kind)
		return;
	lease->http = lease->beat_http;
	(void)!lease_check(lease, &lease->failure);
	lease->http = own;
}

void lease_begin_wait(struct lease *lease)
{
	meanwhile_begin(renew_meanwhile, lease);
}

bool lease_end_wait(struct lease *lease, bool ok, struct error *err)
{
	meanwhile_end();
	if (ok && lease->failure.kind)
		error_take(err, &lease->failure);
	return ok && !lease->failure.kind;
}

bool lease_release(struct lease *lease, struct error *err)
{
	lease->state.run[0] = '\0';
	return lease_renew(lease, err);
}

void lease_done(struct lease *lease)
{
	state_done(&lease->state);
}
