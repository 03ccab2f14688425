/* SPDX-License-Identifier: Apache-2.0 */
#include "base/number.h"

#include <math.h>

/* A double of at least this size has no fraction. */
#define WHOLE 0x1p52

double number_floor(double number)
{
	if (!(fabs(number) < WHOLE))
		return number;
	double cut = (double)(long long)number;
	return cut > number ? cut - 1 : cut;
}

double number_ceiling(double number)
{
	return -number_floor(-number);
}

double number_nearest(double number)
{
	double below = number_floor(number);

	return number - below < 0.5 ? below : number_ceiling(number);
}

bool number_is_whole(double number)
{
	return isfinite(number) && number_floor(number) == number;
}
