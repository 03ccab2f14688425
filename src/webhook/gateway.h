/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Takes a webhook from the check of its signature to StackStorm's answer. It does not know the HTTP
 * server: the caller hands requests in and is called back with their outcome.
 */
#ifndef WEBHOOK_GATEWAY_H
#define WEBHOOK_GATEWAY_H

#include "base/error.h"
#include "base/text.h"
#include "webhook/metrics.h"
#include "webhook/settings.h"

#include <poll.h>

enum { GATEWAY_BODY_MOST = 256 << 10 }; /* bytes of a webhook; PagerDuty sends no more */

struct gateway;

/* One request, whole. Borrowed. */
struct arrival {
	const char *webhook_id; /* X-Webhook-Id, or NULL */
	const char *signature; /* X-PagerDuty-Signature, or NULL */
	struct text *body; /* as it came; changed */
};

/* What is told of a request that was taken, for the log. */
struct label {
	char id[64], type[64]; /* of the event; "" where it is not known */
};

/* Called once for a request that was left pending: from gateway_run. why: a sentence, or "". */
typedef void gateway_answer(void *request, enum outcome outcome, const char *why);

/* settings are borrowed. NULL with *err set. */
struct gateway *gateway_open(
	const struct settings *settings, gateway_answer *answer, struct error *err) MUST_CHECK;

/*
 * Takes a request. OUTCOME_PENDING: StackStorm is being asked, and request will be given to
 * answer, 3.5 s later at the latest. Else this is how it ended, and *out_why a sentence, or "".
 */
enum outcome gateway_take(struct gateway *gateway, const struct arrival *arrival, void *request,
	struct label *out_label, const char **out_why);

/*
 * Waits for StackStorm, or until one of others can be read, at most so many milliseconds, and
 * answers what can be answered.
 */
void gateway_run(struct gateway *gateway, const struct pollfd *others, unsigned count, int wait);

struct metrics *gateway_metrics(struct gateway *gateway);

/* Deliveries that StackStorm has not answered. */
unsigned gateway_under_way(const struct gateway *gateway);

/* Gives up what is under way. Takes NULL. */
void gateway_free(struct gateway *gateway);

#endif
