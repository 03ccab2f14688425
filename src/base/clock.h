/* SPDX-License-Identifier: Apache-2.0 */
/* A clock that only goes forward, for limits and waits. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

/* Seconds since some moment in the past. */
double clock_now(void);

/*
 * Like clock_now, but up to some milliseconds behind, at a tenth of the cost. For code that asks
 * for the time at each packet.
 */
double clock_coarse(void);

#endif
