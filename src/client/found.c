/* SPDX-License-Identifier: Apache-2.0 */
#include "client/found.h"

#include "base/clock.h"
#include "client/client.h"
#include "reply/reply.h"

#include <stdio.h>

const struct found *client_found(const struct client *client, const struct error *err)
{
	static const struct found nothing;

	return err->about && err->about == client->found.number ? &client->found : &nothing;
}

void client_take_found(struct client *client, const struct found *found, struct error *err)
{
	client->found = *found;
	err->about = client->found.number = ++client->findings;
}

void client_add_effort(struct client *client, struct error *err)
{
	if (client_found(client, err) != &client->found)
		client_take_found(client, &(struct found){ 0 }, err);
	client->found.attempts = client->attempts;
	client->found.elapsed = client->attempts ? clock_now() - client->started : 0;
}

bool client_refuse_reply(struct client *client, const struct http_reply *reply, struct error *err)
{
	struct found found = { .status = reply->status, .foreign = reply_is_html(reply) };

	(void)snprintf(found.request_id, sizeof(found.request_id), "%s", reply->request_id);
	client_take_found(client, &found, err);
	client_add_effort(client, err);
	return false;
}

bool client_maybe_done(const struct client *client, const struct error *failure)
{
	switch (failure->kind) {
	case ERROR_REPLY:
		return true;
	case ERROR_TRANSPORT:
	case ERROR_UNAVAILABLE:
	/* Memory may run out while the answer is read. */
	case ERROR_INTERNAL:
		return client->maybe_heard;
	case ERROR_USAGE:
	case ERROR_CONFIG:
	case ERROR_REFUSED:
		/* The refusal is of the last try. */
		return client->maybe_heard_before;
	case ERROR_NONE:
	case ERROR_KINDS:
		break;
	}
	return false;
}
