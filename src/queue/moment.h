/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Moments that are stored, and read by a later process. Each is kept by two clocks: the wall clock
 * may be set, and the uptime begins again at each boot.
 */
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
 * How much is left at now of a wait that began at then, in milliseconds; 0: it is over. Within one
 * boot the uptime counts, so setting the wall clock back does not lengthen the wait; setting it
 * forward may end it early. After a boot only the wall clock counts: if now is before then, the
 * wait is over.
 */
int64_t moment_left(const struct moment *then, int64_t length, const struct moment *now);

#endif
