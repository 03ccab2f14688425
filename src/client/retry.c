/* SPDX-License-Identifier: Apache-2.0 */
#include "client/retry.h"

#include "http/status.h"

enum { WAIT_MOST = 15 }; /* seconds; chance at most doubles them */

bool attempt_maybe_done(const struct attempt *attempt)
{
	return !attempt->unsent && !attempt->throttled;
}

/* Returns whether the class allows another try after this one, if there is time. */
static bool is_allowed(enum retry_class class, const struct attempt *attempt)
{
	bool repeatable = class != RETRY_UNSENT;

	if (attempt->hopeless)
		return false;
	/* A throttled request was not carried out, so any class may be sent again. */
	if (attempt->status)
		return attempt->throttled || (repeatable && http_status_passes(attempt->status));
	return attempt->unsent || repeatable;
}

/*
 * Returns the shortest wait before the next try if the server asks for none: 0.5, 1, 2 and so on up
 * to 15 seconds.
 */
static double shortest_wait(unsigned number)
{
	double least = 0.5;

	for (unsigned i = 1; i < number && least < WAIT_MOST; i++)
		least *= 2;
	return least < WAIT_MOST ? least : WAIT_MOST;
}

/*
 * Returns whether a request that must not be repeated may have been carried out: it had no answer,
 * or one of 500 and above.
 */
static bool is_doubtful(enum retry_class class, const struct attempt *attempt)
{
	return class == RETRY_UNSENT && attempt_maybe_done(attempt) &&
	       (!attempt->status || attempt->status >= 500);
}

struct retry retry_decide(
	enum retry_class class, const struct attempt *attempt, double left, double chance)
{
	double most = left - RETRY_LEAST - RETRY_SLACK;
	double least = shortest_wait(attempt->number), wait;

	if (!is_allowed(class, attempt))
		return (struct retry){ is_doubtful(class, attempt) ? RETRY_DOUBTFUL : RETRY_FINAL,
			0 };
	if (attempt->retry_after >= 0) {
		/* Do not ask a server in a tight loop if it always asks for a wait of 0. */
		double again = attempt->number > 1 ? least / 2 : 0;
		least = attempt->retry_after > again ? attempt->retry_after : again;
		/*
		 * Add a random part, so that clients that must wait equally long do not retry
		 * together.
		 */
		wait = least + chance;
	} else {
		wait = least * (1 + chance);
	}
	if (attempt->retry_after > 0 && attempt->retry_after > most)
		return (struct retry){ RETRY_TOO_LONG, 0 };
	if (least > most)
		return (struct retry){ RETRY_NO_TIME, 0 };
	/* Shorten the random part of the wait to the time that is left. */
	return (struct retry){ RETRY_AGAIN, wait < most ? wait : most };
}

bool retry_may_help(const struct retry *retry)
{
	return retry->verdict != RETRY_FINAL && retry->verdict != RETRY_DOUBTFUL;
}
