/* SPDX-License-Identifier: Apache-2.0 */
/* Moments that outlive a process: told by two clocks, since either may jump. */
#ifndef QUEUE_MOMENT_H
#define QUEUE_MOMENT_H

#include <stdint.h>

struct moment {
	int64_t wall; /* milliseconds since 1970, by the clock that people set */
	int64_t uptime; /* milliseconds since the machine was started, sleep included */
	int64_t boot; /* which start that was; 0: not known */
};

void moment_now(struct moment *out);

/*
 * Milliseconds of a wait of length milliseconds, begun at then, that are left at now; 0: it is
 * over. Within one run of the machine a clock that is set back makes it no longer. Else, when now
 * lies before then, nothing is known, and the wait is over. A clock that is set forward may end
 * it early.
 */
int64_t moment_left(const struct moment *then, int64_t length, const struct moment *now);

#endif
