/* SPDX-License-Identifier: Apache-2.0 */
/* A clock that only goes forward, for limits and waits. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

/* Seconds since some moment in the past. */
double clock_now(void);

/* The same, some milliseconds behind, for who asks at each packet: it costs a tenth. */
double clock_coarse(void);

#endif
