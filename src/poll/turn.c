/* SPDX-License-Identifier: Apache-2.0 */
#include "poll/turn.h"

#include "base/clock.h"
#include "base/interrupt.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum {
	REQUEST = 10 /* seconds that StackStorm's datastore has for one */
};

/*
 * Seconds: a run that has not written for so long counts as gone; and the time after which this is
 * checked.
 */
static const double gone_after = 5, look_after = 2;

/*
 * Seconds: how long to wait after writing, so that another run that began at the same moment has
 * written too; and how long between two reads.
 */
static const double settle = 0.3, between = 0.5;

static double left(const struct turn *turn)
{
	double rest = turn->end - clock_now();

	return rest < 0.1 ? 0.1 : rest < REQUEST ? rest : REQUEST;
}

static bool wait_for(double seconds, struct error *err)
{
	(void)nanosleep(
		&(struct timespec){ (time_t)seconds, (long)(seconds * 1e9) % 1000000000 }, NULL);
	return !interrupted() ||
	       error_set(err, ERROR_UNAVAILABLE, 0, "stopped by a signal; nothing was dispatched");
}

static bool read_state(struct turn *turn, struct error *err)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);
	int64_t now = time(NULL);
	bool found = false;

	if (!key_read(turn->http, turn->access, turn->key, left(turn), &value, &found, err))
		return false;
	state_done(&turn->state);
	if (found && !state_read(&value, &turn->state, err))
		return error_wrap(err, "key %s: ", turn->key);
	if (!found) {
		turn->state = (struct state){ .begin = now - STATE_SKEW };
		turn->first = true;
	}
	turn->state.most = now;
	return true;
}

bool turn_write(struct turn *turn, struct error *err)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);

	turn->state.beat++;
	if (!state_print(&turn->state, &value))
		return error_memory(err);
	if (!key_write(turn->http, turn->access, turn->key, &value, left(turn), err))
		return false;
	turn->written = clock_now();
	return true;
}

static bool is_mine(const struct turn *turn)
{
	return !strcmp(turn->state.run, turn->run);
}

/* Waits until no run is at work, or the run that was at work no longer writes. */
static bool wait_for_others(struct turn *turn, struct error *err)
{
	char run[STATE_RUN] = "";
	unsigned long beat = 0;
	double seen = clock_now();

	for (;;) {
		if (!read_state(turn, err))
			return false;
		if (!*turn->state.run || is_mine(turn))
			return true;
		if (strcmp(run, turn->state.run) != 0 || beat != turn->state.beat) {
			(void)snprintf(run, sizeof(run), "%s", turn->state.run);
			beat = turn->state.beat;
			seen = clock_now();
		}
		if (clock_now() - seen > gone_after)
			return true;
		if (clock_now() + between > turn->end) {
			err->retryable = true;
			return error_set(err, ERROR_UNAVAILABLE, 0,
				"another run is dispatching log entries: one at a time (policies/log_entry.dispatch.yaml)");
		}
		if (!wait_for(between, err))
			return false;
	}
}

static bool name_run(struct turn *turn, struct error *err)
{
	unsigned char bytes[8];

	if (getrandom(bytes, sizeof(bytes), 0) != sizeof(bytes))
		return error_set(err, ERROR_INTERNAL, 0, "there are no random numbers");
	for (size_t i = 0; i < sizeof(bytes); i++)
		(void)snprintf(turn->run + 2 * i, 3, "%02x", bytes[i]);
	return true;
}

bool turn_take(struct turn *turn, struct error *err)
{
	if (!name_run(turn, err))
		return false;
	do {
		turn->first = false;
		if (!wait_for_others(turn, err))
			return false;
		bool first = turn->first;
		memcpy(turn->state.run, turn->run, sizeof(turn->run));
		/*
		 * If two runs write at the same moment, the datastore keeps the later text. Both
		 * read it again and see whose name is in it.
		 */
		if (!turn_write(turn, err) || !wait_for(settle, err) || !read_state(turn, err))
			return false;
		turn->first = first;
	} while (!is_mine(turn));
	return true;
}

bool turn_check(struct turn *turn, struct error *err)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);
	struct state state = { 0 };
	bool found = false;

	if (clock_now() - turn->written < look_after)
		return true;
	if (!key_read(turn->http, turn->access, turn->key, left(turn), &value, &found, err) ||
		(found && !state_read(&value, &state, err)))
		return false;
	bool mine = !strcmp(state.run, turn->run);
	state_done(&state);
	if (mine)
		return turn_write(turn, err);
	turn->lost = true;
	err->retryable = true;
	return error_set(err, ERROR_UNAVAILABLE, 0,
		"another run took over, since this one stood still for longer than %.0f s",
		gone_after);
}

bool turn_end(struct turn *turn, struct error *err)
{
	turn->state.run[0] = '\0';
	return turn_write(turn, err);
}

void turn_done(struct turn *turn)
{
	state_done(&turn->state);
}
