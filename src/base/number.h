/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whole numbers near a number. As floor(), ceil() and round() are, but not of libm: a library more
 * for the loader to search for each symbol costs each run more than a request's own work.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>

/* The next whole number below, or the number itself: of infinity and of what is no number, too. */
double number_floor(double number);

/* The next whole number above, or the number itself. */
double number_ceiling(double number);

/* The nearest whole number; if two are equally near, the upper one. */
double number_nearest(double number);

/* Whether it has no fraction. Infinity is not whole. */
bool number_is_whole(double number);

#endif
