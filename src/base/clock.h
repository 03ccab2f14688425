/* SPDX-License-Identifier: Apache-2.0 */
/* A clock that only goes forward, for limits and waits. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

/* Seconds since some moment in the past. */
double clock_now(void);

/*
 * The same, up to some milliseconds late, at a tenth of the cost: for code that asks at each
 * packet.
 */
double clock_coarse(void);

#endif
