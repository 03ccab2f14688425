/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/event_request.h"

#include "queue/key.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

static void wipe_bytes(struct json_object *value, void *bytes)
{
	(void)value;
	explicit_bzero(bytes, strlen(bytes));
	free(bytes);
}

/*
 * Makes a JSON object that prints as the given bytes. So the body is sent exactly as it was stored,
 * with numbers of any size. Takes bytes over, which must come from malloc(). Returns NULL if memory
 * runs out.
 */
static struct json_object *raw_object(char *bytes)
{
	struct json_object *object = json_object_new_object();

	if (!object || !bytes) {
		free(bytes);
		json_object_put(object);
		return NULL;
	}
	json_object_set_serializer(object, json_object_userdata_to_json_string, bytes, wipe_bytes);
	return object;
}

/*
 * Builds the body, with the integration key as its first member. Returns NULL if memory runs out.
 */
static struct json_object *build_body(const char *kept, const char *key_member, const char *key)
{
	scoped(text_done) struct text body = TEXT_SECRET(TEXT_ANY);

	(void)text_addf(&body, "{\"%s\":", key_member);
	(void)text_add_quoted(&body, key, strlen(key));
	(void)text_addf(&body, "%s%s", kept[1] == '}' ? "" : ",", kept + 1);
	return body.failed ? NULL : raw_object(strdup(body.data));
}

/* The API of the name that is stored; NULL if there is none. */
static const struct events_api *find_api(const char *name)
{
	const struct events_api *const *api = events_apis;

	while (*api && strcmp((*api)->name, name) != 0)
		api++;
	return *api;
}

bool event_request_build(struct request *request, const struct queue_event *event,
	const struct config *config, struct error *err)
{
	const struct events_api *api = find_api(event->api);
	const char *key = NULL;

	*request = (struct request){ 0 };
	if (!api || *event->body != '{')
		return error_set(err, ERROR_INTERNAL, 0,
			"event %lld is not one that this program kept", (long long)event->id);
	const struct operation *operation = operation_find(api->action);
	*request = (struct request){
		.operation = operation,
		.method = operation->method,
		.url = TEXT(TEXT_ANY),
		.query = TEXT(TEXT_ANY),
		.from = TEXT(TEXT_ANY),
		.key_origin = TEXT(TEXT_ANY),
		.key_name = event->dedup_key ? operation->key : NULL,
		.key = event->dedup_key,
		.retry = event->dedup_key ? operation->retry : RETRY_UNSENT,
	};
	if (!queue_key_value(config, event, &key, err))
		return false;
	if (event->key_name)
		(void)text_addf(
			&request->key_origin, "%s of %s", event->key_name, config_source(config));
	request->body = build_body(event->body, api->key, key);
	return (request->body &&
		       text_addf(&request->url, "%s%s", config_text(config, CONFIG_EVENTS_URL),
			       operation->path)) ||
	       error_memory(err);
}
