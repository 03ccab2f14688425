/* SPDX-License-Identifier: Apache-2.0 */
#include "base/interrupt.h"

#include "base/clock.h"
#include "base/meanwhile.h"

#include <signal.h>
#include <time.h>

static volatile sig_atomic_t stop_requested;

void interrupt(void)
{
	stop_requested = 1;
}

bool interrupted(void)
{
	return stop_requested != 0;
}

/*
 * Sleeps in short slices, because a signal that comes between the check and the sleep does not end
 * the sleep.
 */
void interrupt_wait(double seconds)
{
	const struct timespec slice = { 0, 100L * 1000 * 1000 };
	double end = clock_now() + seconds;

	while (!interrupted() && clock_now() + 0.1 < end) {
		meanwhile_work();
		(void)nanosleep(&slice, NULL);
	}
	double rest = end - clock_now();
	if (!interrupted() && rest > 0)
		(void)nanosleep(&(struct timespec){ 0, (long)(rest * 1e9) }, NULL);
}
