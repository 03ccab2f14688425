/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/delivery.h"

#include "stackstorm/trigger.h"

#include <stdio.h>
#include <stdlib.h>

void delivery_label(const struct envelope *event, struct label *out)
{
	(void)snprintf(out->id, sizeof(out->id), "%s", text_string(&event->id));
	(void)snprintf(out->type, sizeof(out->type), "%s", text_string(&event->type));
}

struct delivery *delivery_make(const struct envelope *event, const char *account)
{
	struct delivery *delivery = calloc(1, sizeof(*delivery));

	if (!delivery)
		return NULL;
	delivery->body.limit = delivery->trace.limit = TEXT_ANY;
	delivery_label(event, &delivery->label);
	if (trigger_open_body(&delivery->body) &&
		envelope_add_payload(event, "webhook", account, &delivery->body) &&
		trigger_close_body(&delivery->body) &&
		trigger_add_trace(text_string(&event->id), &delivery->trace))
		return delivery;
	delivery_free(delivery);
	return NULL;
}

void delivery_free(struct delivery *delivery)
{
	if (!delivery)
		return;
	text_done(&delivery->body);
	text_done(&delivery->trace);
	free(delivery);
}
