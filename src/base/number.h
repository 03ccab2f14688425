/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rounding, like floor(), ceil() and round(), but without libm. If libm were loaded, the loader
 * would search one more library for each symbol, which costs more than building a request.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>

/*
 * Returns the largest whole number that is not above number. Infinity and NaN are returned as is.
 */
double number_floor(double number);

/* Returns the smallest whole number that is not below number. */
double number_ceiling(double number);

/* Returns the nearest whole number, the upper one of two that are equally near. */
double number_nearest(double number);

/* Returns whether number has no fraction. Infinity and NaN are not whole. */
bool number_is_whole(double number);

#endif
