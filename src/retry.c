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
	double wait = 1;

	if (!retry_allowed(class, attempt))
		return -1;
	double most = left - RETRY_LEAST - RETRY_SLACK;
	if (attempt->retry_after >= 0) {
		/* Those who were told the same do not come back at once. */
		wait = attempt->retry_after + chance;
		if (wait > most && attempt->retry_after <= most)
			wait = most;
	} else {
		for (unsigned i = 1; i < attempt->number && wait < WAIT_MOST; i++)
			wait *= 2;
		wait = (wait < WAIT_MOST ? wait : WAIT_MOST) * (1 + chance) / 2;
	}
	return wait <= most ? wait : -1;
}
