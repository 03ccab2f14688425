/* SPDX-License-Identifier: Apache-2.0 */
/* Random numbers that spread waits, so that processes do not retry together. Not for secrets. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

/* Returns a random number in [0, 1), or 0.5 if the system gives none. */
double random_fraction(void);

#endif
