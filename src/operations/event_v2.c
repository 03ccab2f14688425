/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/event_v2.h"

#include "operations/event_size.h"
#include "operations/rows.h"
#include "json/json.h"

#include <string.h>

/* The source of an event, if the caller names no client: v2 requires one. */
#define SOURCE "StackStorm"

/*
 * A context without its type, as a member of `links` or `images`. Returns NULL if memory runs out.
 */
static struct json_object *without_type(struct json_object *context)
{
	struct json_object *copy = NULL;

	if (json_object_deep_copy(context, &copy, NULL))
		return NULL;
	json_object_object_del(copy, "type");
	return copy;
}

/* v1 has links and images in one list, v2 in two. Their types were checked. */
static bool add_contexts(struct json_object *contexts, struct json_object *body)
{
	size_t count = contexts ? json_object_array_length(contexts) : 0;

	for (size_t i = 0; i < count; i++) {
		struct json_object *context = json_object_array_get_idx(contexts, i);
		const char *type = json_string(context, "type");
		const char *name = type && !strcmp(type, "image") ? "images" : "links";

		if (!json_member(body, name) && !json_add(body, name, json_object_new_array()))
			return false;
		if (!json_append(json_member(body, name), without_type(context)))
			return false;
	}
	return true;
}

static bool shape_trigger(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err)
{
	const char *source = json_string(values, "client");

	if (!json_add_string(json_member(body, "payload"), "source", source ? source : SOURCE) ||
		!add_contexts(json_member(values, "contexts"), body))
		return error_memory(err);
	return event_fit(operation, values, body, err);
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param description = BODY_VALUE("description", TYPE_STRING, "What is wrong.",
	.wire = "payload/summary", .required = true);
static const struct param details = BODY_VALUE("details", TYPE_OBJECT, "Anything more.",
	.wire = "payload/custom_details");
static const struct param incident_key = BODY_VALUE("incident_key", TYPE_STRING, "Key of the alert.",
	.wire = "dedup_key", .most = 255, .filled = true);

/*
 * An event of v1 has no severity, and the service decides the urgency. v2 requires a severity: the
 * worst one is sent, so that nobody is paged with less urgency than before.
 */
const struct operation trigger_as_v2 = {
	.name = "event.trigger",
	EVENT_V2,
	.constant = "{\"event_action\":\"trigger\",\"payload\":{\"severity\":\"critical\"}}",
	.make_key = true,
	.shape = shape_trigger,
	.params = PARAMS(
		&routing_key, &service_of_routing_keys, &description, &details, &client, &client_url,
		&incident_key),
};

/* v2 has no member for the description and details of an acknowledgement or a resolve. */
const struct operation acknowledge_as_v2 = {
	.name = "event.acknowledge",
	EVENT_V2,
	.constant = "{\"event_action\":\"acknowledge\"}",
	.params = PARAMS(&routing_key, &service_of_routing_keys, &incident_key),
};
const struct operation resolve_as_v2 = {
	.name = "event.resolve",
	EVENT_V2,
	.constant = "{\"event_action\":\"resolve\"}",
	.params = PARAMS(&routing_key, &service_of_routing_keys, &incident_key),
};
/* clang-format on */
