/* SPDX-License-Identifier: Apache-2.0 */
/* A trigger that is being sent to StackStorm. */
#ifndef WEBHOOK_DELIVERY_H
#define WEBHOOK_DELIVERY_H

#include "http/http.h"
#include "webhook/envelope.h"
#include "webhook/gateway.h"
#include "webhook/history.h"

struct delivery {
	struct delivery *previous, *next; /* in the gateway's list */
	struct gateway *gateway;
	void *request; /* the request that waits for it; NULL: it was answered, or is gone */
	double started; /* on clock_now() */
	bool keyed; /* key is set, from X-Webhook-Id */
	unsigned char key[HISTORY_KEY];
	struct label label;
	struct text body; /* of the request to StackStorm */
	struct text trace; /* the header line of that request (trigger.h) */
};

/* Makes the delivery of an event, with body and trace. Returns NULL if memory runs out. */
struct delivery *delivery_make(const struct envelope *event, const char *account) MUST_CHECK;

/* Copies the id and the type of an event, cut to the size of the label. */
void delivery_label(const struct envelope *event, struct label *out);

/* Takes NULL. */
void delivery_free(struct delivery *delivery);

#endif
