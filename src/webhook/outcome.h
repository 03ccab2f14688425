/* SPDX-License-Identifier: Apache-2.0 */
/* How a request to the gateway ends: the one table of statuses, and of the reasons in metrics and log. */
#ifndef WEBHOOK_OUTCOME_H
#define WEBHOOK_OUTCOME_H

#include <stdbool.h>

enum outcome {
	OUTCOME_PENDING, /* not known yet */
	OUTCOME_DISPATCHED, /* StackStorm took the trigger */
	OUTCOME_REPEATED, /* it had been dispatched before */
	OUTCOME_PING, /* PagerDuty's test */
	OUTCOME_SHOWN, /* /health and /metrics */
	OUTCOME_TOO_LARGE,
	OUTCOME_UNSIGNED,
	OUTCOME_BAD_SIGNATURE,
	OUTCOME_NO_EVENT,
	OUTCOME_NO_METHOD,
	OUTCOME_NO_PATH,
	OUTCOME_BUSY, /* too much is under way */
	OUTCOME_UNDER_WAY, /* the same delivery is being dispatched */
	OUTCOME_AWAY, /* StackStorm was not reached, or gave no whole answer */
	OUTCOME_LATE, /* StackStorm had not answered when PagerDuty had to be */
	OUTCOME_DECLINED, /* StackStorm's answer was no success */
	OUTCOME_FAILED, /* no memory, or a library failed */
	OUTCOMES
};

struct outcome_row {
	unsigned status; /* HTTP's */
	const char *reason; /* the word in the answer, the log and the label of the metrics */
	bool refused; /* what was posted was not taken */
};

/* The row of an outcome; of OUTCOME_PENDING it has no status. */
const struct outcome_row *outcome_row(enum outcome outcome);

#endif
