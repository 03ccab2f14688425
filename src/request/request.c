/* SPDX-License-Identifier: Apache-2.0 */
#include "request/request.h"

#include "action/list_want.h"
#include "request/acting.h"
#include "request/body.h"
#include "request/integration_key.h"
#include "request/known_list.h"
#include "request/range_end.h"
#include "request/url.h"
#include "json/json.h"

#include <string.h>
#include <sys/random.h>

bool request_names_actor(const struct operation *operation)
{
	return operation_param_of(operation, PLACE_FROM) ||
	       (operation->host == HOST_REST && operation_changes(operation));
}

static bool decide_from(struct request *request, struct json_object *values,
	const struct config *config, const char *user, struct error *err)
{
	const struct operation *operation = request->operation;

	if (!request_names_actor(operation))
		return true;
	const struct acting acting = acting_find(operation, values, config, user);
	request->from_origin = acting.origin;
	if (!acting.address && operation->from == FROM_REQUIRED) {
		acting_explain_missing(
			"this action needs an acting user: give from_email (the e-mail address of a PagerDuty user)",
			config, user, err);
		return false;
	}
	return !acting.address || text_add(&request->from, acting.address) || error_memory(err);
}

/* Makes a unique key: 128 random bits, as a UUID of version 4 (RFC 4122). */
static struct json_object *new_key(void)
{
	unsigned char bits[16];
	scoped(text_done) struct text key = TEXT(64);

	if (getrandom(bits, sizeof(bits), 0) != (ssize_t)sizeof(bits))
		return NULL;
	bits[6] = (unsigned char)((bits[6] & 0x0f) | 0x40);
	bits[8] = (unsigned char)((bits[8] & 0x3f) | 0x80);
	for (size_t i = 0; i < sizeof(bits); i++)
		(void)text_addf(
			&key, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", bits[i]);
	return json_object_new_string(text_string(&key));
}

static bool complete_key(struct request *request, struct json_object *body, struct error *err)
{
	const struct operation *operation = request->operation;

	if (operation->key && operation->make_key && !json_member(body, operation->key) &&
		!json_add(body, operation->key, new_key()))
		return error_memory(err);
	request->key = operation->key ? json_string(body, operation->key) : NULL;
	if (request->retry == RETRY_KEYED && !request->key)
		request->retry = RETRY_UNSENT;
	return true;
}

static bool wrap_body(struct request *request, struct json_object *body, struct error *err)
{
	const char *wrapper = request->operation->wrapper;

	if (!wrapper) {
		request->body = body;
		return true;
	}
	request->body = json_object_new_object();
	return json_add(request->body, wrapper, body) || error_memory(err);
}

static bool add_body(struct request *request, struct json_object *values,
	const struct config *config, struct error *err)
{
	scoped(json_put_at) struct json_object *body = NULL;

	if (!body_build(request->operation, values, config, &body, err))
		return false;
	if (!body)
		return true;
	/* Shorten the event after its key was added. */
	return complete_key(request, body, err) &&
	       (!request->operation->shape ||
		       request->operation->shape(request->operation, values, body, err)) &&
	       wrap_body(request, steal(body), err);
}

/*
 * Returns the member that the row names, or the value of the parameter that it names:
 * "{entity_type}".
 */
static const char *member_of(const struct operation *operation, struct json_object *values)
{
	const char *member = operation->member;
	const struct param *param;

	if (!member || member[0] != '{')
		return member;
	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		size_t len = strlen(param->name);

		if (!strncmp(member + 1, param->name, len) && !strcmp(member + 1 + len, "}"))
			return json_string(values, param->name);
	}
	return NULL;
}

static const char *method_of(const struct operation *operation, struct json_object *values)
{
	return operation->method
		       ? operation->method
		       : json_string(values, operation_param_of(operation, PLACE_METHOD)->name);
}

/*
 * Returns the row of the list that rest.request asks for with a GET. Returns NULL for any other
 * request, and if no row has a list with this path.
 */
static const struct operation *known_list(const struct request *request, struct json_object *values)
{
	return !request->operation->method && !strcmp(request->method, "GET")
		       ? known_list_find(json_string(values,
				 operation_param_of(request->operation, PLACE_WHOLE_PATH)->name))
		       : NULL;
}

/*
 * Returns the timeline of a list that ends now if the caller gives no end. A list that requires the
 * end, such as the overrides of a schedule, may be about the future.
 */
static const struct timeline *timeline_to_now(const struct operation *row)
{
	const struct timeline *timeline = row->timeline;
	const struct param *until = timeline ? operation_find_param(row, timeline->until) : NULL;

	return until && until->required ? NULL : timeline;
}

bool request_build(struct request *request, const struct operation *operation,
	struct json_object *values, const struct config *config, const char *user,
	struct error *err)
{
	/* The caller knows the de-duplication key by the name that the called action has for it. */
	const char *key_name = operation->key;
	struct list_want want;

	/* From here on operation is the row of the version of the Events API that is used. */
	operation = integration_key_version(operation, values, config);
	*request = (struct request){
		.operation = operation,
		.method = method_of(operation, values),
		.url = TEXT(URL_MOST),
		.query = TEXT(URL_MOST),
		.from = TEXT(TEXT_ANY),
		.key_origin = TEXT(TEXT_ANY),
		.retry = operation->retry,
		.member = member_of(operation, values),
	};
	/* For rest.request the method decides. */
	if (!operation->method &&
		(!strcmp(request->method, "POST") || !strcmp(request->method, "PATCH")))
		request->retry = RETRY_UNSENT;
	const struct operation *list = known_list(request, values);
	if (!url_build(request, values, config, err))
		return false;
	if (!range_end_add(request, timeline_to_now(list ? list : operation), err))
		return false;
	if (!integration_key_add_origin(operation, values, config, &request->key_origin))
		return error_memory(err);
	if (!add_body(request, values, config, err) ||
		!decide_from(request, values, config, user, err))
		return false;
	request->key_name = request->key ? key_name : NULL;
	if (request->url.failed || request->query.failed)
		return error_set(err, ERROR_USAGE, 0,
			"the address of the request would be longer than %d bytes", URL_MOST);
	/* From here on it is the request of that list, with its paging and its time range. */
	if (list && list_want_read(operation, values, &want)) {
		request->operation = list;
		request->member = list->member;
	}
	return true;
}

bool request_changes(const struct request *request)
{
	return strcmp(request->method, "GET") != 0 && request->retry != RETRY_READ;
}

void request_done(struct request *request)
{
	text_done(&request->url);
	text_done(&request->query);
	text_done(&request->from);
	text_done(&request->key_origin);
	json_object_put(request->body);
	*request = (struct request){ 0 };
}
