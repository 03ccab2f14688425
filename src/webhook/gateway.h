/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Handles a webhook from the check of its signature to StackStorm's answer. The gateway does not
 * know the HTTP server: the caller passes requests in, and is called back with their outcome.
 */
#ifndef WEBHOOK_GATEWAY_H
#define WEBHOOK_GATEWAY_H

#include "base/error.h"
#include "base/text.h"
#include "webhook/metrics.h"
#include "webhook/settings.h"

#include <poll.h>

enum { GATEWAY_BODY_MOST = 256 << 10 }; /* bytes of a webhook; PagerDuty's are smaller */

struct gateway;

/* A request that was received completely. All pointers are borrowed. */
struct arrival {
	const char *webhook_id; /* X-Webhook-Id, or NULL */
	const char *signature; /* X-PagerDuty-Signature, or NULL */
	struct text *body; /* as it was received; it is changed in place */
};

/* What the log says about the event of a request. */
struct label {
	char id[64], type[64]; /* of the event; "" if not known */
};

/* Called by gateway_run() once for each request that was pending. why is a sentence, or "". */
typedef void gateway_answer(void *request, enum outcome outcome, const char *why);

/* Makes a gateway. settings are borrowed. Returns NULL with *err set on failure. */
struct gateway *gateway_open(
	const struct settings *settings, gateway_answer *answer, struct error *err) MUST_CHECK;

/*
 * Handles a request. OUTCOME_PENDING: StackStorm is being asked, and within 3.5 s the callback
 * answer is called with request. Any other outcome is final, and *out_why is a sentence, or "".
 */
enum outcome gateway_handle(struct gateway *gateway, const struct arrival *arrival, void *request,
	struct label *out_label, const char **out_why);

/*
 * Waits for StackStorm, or until one of others can be read, for at most `wait` milliseconds. Then
 * calls back for all requests that can be answered.
 */
void gateway_run(struct gateway *gateway, const struct pollfd *others, unsigned count, int wait);

/* Returns the counters of the gateway, in which the caller counts too. Borrowed. */
struct metrics *gateway_metrics(struct gateway *gateway);

/* Returns the number of deliveries that StackStorm has not answered. */
unsigned gateway_under_way(const struct gateway *gateway);

/* Abandons all deliveries and frees the gateway. Takes NULL. */
void gateway_free(struct gateway *gateway);

#endif
