/* SPDX-License-Identifier: Apache-2.0 */
#include "config/datastore.h"

#include "base/clock.h"
#include "base/log.h"
#include "http/status.h"
#include "stackstorm/key.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

enum { TIMEOUT = 5 }; /* seconds */

#define LEAST 0.1 /* seconds; a shorter look-up would be cut off */

/* Sets what an operator can do about a status of StackStorm's API. */
static void explain_status(const struct datastore_name *name,
	const struct stackstorm_access *access, long status, const char *why, struct error *err)
{
	const char *scope = datastore_scope(name);

	if (status == 404)
		(void)error_set(err, ERROR_CONFIG, 0,
			"the datastore has no key %.*s in scope %s: st2 key set %.*s VALUE --scope %s --encrypt",
			name->name_len, name->name, scope, name->name_len, name->name, scope);
	else if (status == 401)
		(void)error_set(err, ERROR_CONFIG, 0,
			"StackStorm's API does not accept the %s (401), so that key %.*s cannot be read",
			access->token ? "token of this execution"
				      : "stackstorm.api_key of the configuration",
			name->name_len, name->name);
	else if (status == 403)
		(void)error_set(err, ERROR_CONFIG, 0,
			"the user who ran this may not read key %.*s in scope %s (403): give them the permission, or a key of scope user",
			name->name_len, name->name, scope);
	else
		(void)error_set(err, ERROR_CONFIG, 0,
			"StackStorm's API answered %ld for key %.*s in scope %s%s%s", status,
			name->name_len, name->name, scope, why ? ": " : "", why ? why : "");
}

/* Reads the value in a reply. Returns a new string, or NULL with *err set. */
static char *read_value(const struct datastore_name *name, const struct stackstorm_access *access,
	const struct http_reply *reply, struct error *err)
{
	scoped(json_put_at) struct json_object *body = NULL;
	struct json_object *member = NULL;
	char *value = NULL;

	/* If the body cannot be read, the status says what failed. */
	if (json_read_reply(text_string(&reply->body), reply->body.len, &body, NULL))
		member = json_member(body, "value");
	if (reply->status != 200) {
		explain_status(name, access, reply->status, json_string(body, "faultstring"), err);
	} else if (!json_object_is_type(member, json_type_string) ||
		   strlen(json_object_get_string(member)) !=
			   (size_t)json_object_get_string_len(member)) {
		(void)error_set(err, ERROR_CONFIG, 0, "the datastore's key %.*s is not a text",
			name->name_len, name->name);
	} else {
		value = strdup(json_object_get_string(member));
		if (!value)
			(void)error_memory(err);
	}
	json_wipe(body);
	return value;
}

static char *request_value(struct http *http, const struct datastore_name *name,
	const struct stackstorm_access *access, const char *url, double timeout, struct error *err)
{
	scoped(http_reply_done) struct http_reply reply = { .body = TEXT_SECRET(
								    STACKSTORM_ANSWER_MOST) };
	char *value = NULL;

	if (stackstorm_ask(http, access, "GET", url, NULL, NULL, timeout, &reply, err)) {
		value = read_value(name, access, &reply, err);
		err->retryable = http_status_passes(reply.status);
	} else if (stackstorm_no_answer(&reply, err)) {
		(void)error_wrap(err,
			"StackStorm's API could not be asked for key %.*s: ", name->name_len,
			name->name);
	}
	log_debug("datastore: GET %s %ld", url, reply.status);
	return value;
}

static void explain_late(const struct datastore_name *name, struct error *err)
{
	err->retryable = true;
	(void)error_set(err, ERROR_UNAVAILABLE, 0,
		"StackStorm's API did not give key %.*s before the time was over that StackStorm gives this action (its parameter timeout)",
		name->name_len, name->name);
}

char *datastore_get(struct http **http, const struct datastore_name *name,
	const struct stackstorm_access *access, double end, struct error *err)
{
	scoped(text_done) struct text url = TEXT(TEXT_ANY);
	const struct http_options options = stackstorm_options(TIMEOUT);
	double left = end > 0 ? end - clock_now() : TIMEOUT;

	if (left < LEAST) {
		explain_late(name, err);
		return NULL;
	}
	(void)key_add_url(access, name->name, (size_t)name->name_len, name->user, &url);
	if (!text_add(&url, "&decrypt=true")) {
		(void)error_memory(err);
		return NULL;
	}
	if (!*http && !(*http = http_open(&options, err)))
		return NULL;
	char *value = request_value(
		*http, name, access, text_string(&url), left < TIMEOUT ? left : TIMEOUT, err);
	if (!value && end > 0 && clock_now() >= end)
		explain_late(name, err);
	return value;
}
