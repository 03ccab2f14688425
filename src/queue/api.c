/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/api.h"

#include <string.h>

static const struct queue_api apis[] = {
	{ "v1", "/generic/2010-04-15/create_event.json", "incident.create.events_v1", "event_type",
		"service_key" },
	{ "v2", "/v2/enqueue", "event.trigger", "event_action", "routing_key" },
	{ "change", "/v2/change/enqueue", "event.change", NULL, "routing_key" },
};

const struct queue_api *queue_api_of(const struct operation *operation)
{
	for (size_t i = 0; i < COUNT(apis); i++) {
		if (operation->host == HOST_EVENTS && operation->path &&
			!strcmp(operation->path, apis[i].path))
			return &apis[i];
	}
	return NULL;
}

const struct queue_api *queue_api_named(const char *name)
{
	for (size_t i = 0; i < COUNT(apis); i++) {
		if (!strcmp(name, apis[i].name))
			return &apis[i];
	}
	return NULL;
}
