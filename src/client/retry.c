/* SPDX-License-Identifier: Apache-2.0 */
#include "client/retry.h"

#include "http/status.h"

enum { WAIT_MOST = 30 }; /* seconds that we wait of our own accord */

bool retry_allowed(enum retry_class class, const struct attempt *attempt)
{
	bool repeatable = class != RETRY_UNSENT;

	if (attempt->hopeless)
		return false;
	/* A throttled request was not carried out, so any class may be sent again. */
	if (attempt->status)
		return attempt->throttled || (repeatable && http_status_passes(attempt->status));
	return attempt->unsent || repeatable;
}

/* The least wait before the next try if the server asks for none: 0.5, 1, 2 ... 15 seconds. */
static double own_least(unsigned number)
{
	double least = 0.5;

	for (unsigned i = 1; i < number && least < WAIT_MOST / 2.0; i++)
		least *= 2;
	return least < WAIT_MOST / 2.0 ? least : WAIT_MOST / 2.0;
}

double retry_wait(enum retry_class class, const struct attempt *attempt, double left, double chance)
{
	double most = left - RETRY_LEAST - RETRY_SLACK;
	double least = own_least(attempt->number), wait;

	if (!retry_allowed(class, attempt))
		return -1;
	if (attempt->retry_after >= 0) {
		/* A server that always asks for no wait must not be asked in a tight loop. */
		double again = attempt->number > 1 ? least / 2 : 0;
		least = attempt->retry_after > again ? attempt->retry_after : again;
		/*
		 * Clients that were told to wait equally long must not come back at the same
		 * moment.
		 */
		wait = least + chance;
	} else {
		wait = least * (1 + chance);
	}
	/* Shorten the random part of the wait to the time that is left. */
	if (least > most)
		return -1;
	return wait < most ? wait : most;
}
