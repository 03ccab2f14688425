/* SPDX-License-Identifier: Apache-2.0 */
/* A clock that only goes forward, for limits and waits. */
#ifndef CLOCK_H
#define CLOCK_H

/* Seconds since some moment in the past. */
double clock_now(void);

#endif
