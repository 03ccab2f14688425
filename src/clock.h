/* SPDX-License-Identifier: Apache-2.0 */
/* The one clock by which everything is timed: it only goes forward. */
#ifndef CLOCK_H
#define CLOCK_H

/* Seconds since some moment in the past. */
double clock_now(void);

#endif
