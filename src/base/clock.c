/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"

#include <time.h>

static double seconds(clockid_t clock)
{
	struct timespec now;

	(void)clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double clock_now(void)
{
	return seconds(CLOCK_MONOTONIC);
}

double clock_coarse(void)
{
	return seconds(CLOCK_MONOTONIC_COARSE);
}
