/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a request to the gateway ends: a table of HTTP statuses, and of reasons for metrics and log.
 */
#ifndef WEBHOOK_OUTCOME_H
#define WEBHOOK_OUTCOME_H

#include <stdbool.h>

enum outcome {
	OUTCOME_PENDING, /* not known yet */
	OUTCOME_DISPATCHED, /* StackStorm took the trigger */
	OUTCOME_REPEATED, /* the delivery had been dispatched before */
	OUTCOME_PING, /* PagerDuty's test of a subscription */
	OUTCOME_SHOWN, /* a GET of /health or /metrics */
	OUTCOME_TOO_LARGE,
	OUTCOME_UNSIGNED,
	OUTCOME_BAD_SIGNATURE,
	OUTCOME_NO_EVENT,
	OUTCOME_NO_METHOD,
	OUTCOME_NO_PATH,
	OUTCOME_BUSY, /* too many deliveries or bytes are pending */
	OUTCOME_UNDER_WAY, /* the same delivery is being dispatched */
	OUTCOME_AWAY, /* StackStorm was not reached, or its answer was not complete */
	OUTCOME_LATE, /* StackStorm had not answered when PagerDuty had to be answered */
	OUTCOME_DECLINED, /* StackStorm answered with a failure */
	OUTCOME_FAILED, /* memory ran out, or a library failed */
	OUTCOMES
};

struct outcome_row {
	unsigned status; /* the HTTP status */
	const char *reason; /* the word in the answer, the log and the label of the metrics */
	bool refused; /* the metrics count it as refused */
};

/* Returns the row of an outcome. That of OUTCOME_PENDING has no status. */
const struct outcome_row *outcome_row(enum outcome outcome);

#endif
