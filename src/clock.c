/* SPDX-License-Identifier: Apache-2.0 */
#include "clock.h"

#include <time.h>

double clock_now(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
