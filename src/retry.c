/* SPDX-License-Identifier: Apache-2.0 */
#include "retry.h"

enum { WAIT_MOST = 30 }; /* seconds that we wait of our own accord */

static bool is_passing(long status)
{
	return status == 408 || status == 500 || status == 502 || status == 503 || status == 504;
}

bool retry_allowed(enum retry_class class, const struct attempt *attempt)
{
	bool repeatable = class == RETRY_SAFE || class == RETRY_KEYED;

	if (attempt->hopeless)
		return false;
	/* "Too many" is said before anything is done. */
	if (attempt->status)
		return attempt->throttled || attempt->status == 429 ||
		       (repeatable && is_passing(attempt->status));
	return attempt->unsent || repeatable;
}

double retry_wait(enum retry_class class, const struct attempt *attempt, double left, double chance)
{
	double most = left - RETRY_LEAST - RETRY_SLACK;
	double least = 0.5, wait;

	if (!retry_allowed(class, attempt))
		return -1;
	if (attempt->retry_after >= 0) {
		/* Those who were told the same do not come back at once. */
		least = attempt->retry_after;
		wait = least + chance;
	} else {
		for (unsigned i = 1; i < attempt->number && least < WAIT_MOST / 2.0; i++)
			least *= 2;
		least = least < WAIT_MOST / 2.0 ? least : WAIT_MOST / 2.0;
		wait = least * (1 + chance);
	}
	/* Spread no further than there is time. */
	if (least > most)
		return -1;
	return wait < most ? wait : most;
}
