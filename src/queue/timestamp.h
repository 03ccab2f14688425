/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times that one process stores and a later one reads. Each is stored by two clocks, because the
 * wall clock can be set, and the uptime begins again at each boot.
 */
#ifndef QUEUE_TIMESTAMP_H
#define QUEUE_TIMESTAMP_H

#include <stdint.h>

struct timestamp {
	int64_t wall; /* milliseconds since 1970 by the wall clock */
	int64_t uptime; /* milliseconds since boot, including the time that the machine slept */
	int64_t boot; /* a number that identifies the boot; 0: not known */
};

void timestamp_now(struct timestamp *out);

/*
 * Returns how many milliseconds are left at now of a wait of length milliseconds that began at
 * then; 0 if it is over. Within one boot the uptime counts, so that setting the wall clock back
 * does not lengthen the wait; setting it forward may end the wait early. After a boot only the wall
 * clock counts; if now is before then by that clock, the wait is over.
 */
int64_t timestamp_left(const struct timestamp *then, int64_t length, const struct timestamp *now);

#endif
