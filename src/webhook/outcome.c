/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/outcome.h"

#include "base/scope.h"

/* PagerDuty sends a webhook again after 429 or 5xx, and drops it after any other 4xx. */
static const struct outcome_row rows[] = {
	[OUTCOME_PENDING] = { 0, "pending", false },
	[OUTCOME_DISPATCHED] = { 202, "dispatched", false },
	[OUTCOME_REPEATED] = { 202, "repeated", false },
	[OUTCOME_PING] = { 202, "ping", false },
	[OUTCOME_SHOWN] = { 200, "shown", false },
	[OUTCOME_TOO_LARGE] = { 413, "too_large", true },
	[OUTCOME_UNSIGNED] = { 401, "no_signature", true },
	[OUTCOME_BAD_SIGNATURE] = { 401, "bad_signature", true },
	[OUTCOME_NO_EVENT] = { 400, "no_event", true },
	[OUTCOME_NO_METHOD] = { 405, "method", true },
	[OUTCOME_NO_PATH] = { 404, "path", true },
	[OUTCOME_BUSY] = { 503, "busy", true },
	[OUTCOME_UNDER_WAY] = { 503, "under_way", true },
	[OUTCOME_AWAY] = { 503, "stackstorm_away", true },
	[OUTCOME_LATE] = { 503, "stackstorm_late", true },
	[OUTCOME_DECLINED] = { 503, "stackstorm_declined", true },
	[OUTCOME_FAILED] = { 503, "internal", true },
};
_Static_assert(COUNT(rows) == OUTCOMES, "every outcome has its row");

const struct outcome_row *outcome_row(enum outcome outcome)
{
	return &rows[outcome];
}
