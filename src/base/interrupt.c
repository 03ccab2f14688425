/* SPDX-License-Identifier: Apache-2.0 */
#include "base/interrupt.h"

#include "base/clock.h"

#include <signal.h>
#include <time.h>

static volatile sig_atomic_t told;

void interrupt(void)
{
	told = 1;
}

bool interrupted(void)
{
	return told != 0;
}

/*
 * A signal between the check and the sleep would not end the sleep, so it sleeps in short slices.
 */
void interrupt_wait(double seconds)
{
	const struct timespec slice = { 0, 100L * 1000 * 1000 };
	double end = clock_now() + seconds;

	while (!interrupted() && clock_now() + 0.1 < end)
		(void)nanosleep(&slice, NULL);
	double rest = end - clock_now();
	if (!interrupted() && rest > 0)
		(void)nanosleep(&(struct timespec){ 0, (long)(rest * 1e9) }, NULL);
}
