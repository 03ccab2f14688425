/* SPDX-License-Identifier: Apache-2.0 */
/* One trigger on its way to StackStorm. */
#ifndef WEBHOOK_DELIVERY_H
#define WEBHOOK_DELIVERY_H

#include "http/http.h"
#include "webhook/envelope.h"
#include "webhook/gateway.h"
#include "webhook/memory.h"

struct delivery {
	struct delivery *previous, *next; /* of the gateway's list */
	struct gateway *gateway;
	void *request; /* who waits for it; NULL: was answered, or went away */
	double started; /* on clock_now() */
	bool keyed; /* it has a key, of its X-Webhook-Id */
	unsigned char key[MEMORY_KEY];
	struct label label;
	struct text body; /* of the request to StackStorm */
	struct text trace; /* its header line */
};

/* A delivery of an event, with what is to be sent. NULL without memory. */
struct delivery *delivery_make(const struct envelope *event, const char *account) MUST_CHECK;

/* Copies what names an event, cut to what fits. */
void delivery_label(const struct envelope *event, struct label *out);

/* Takes NULL. */
void delivery_free(struct delivery *delivery);

#endif
