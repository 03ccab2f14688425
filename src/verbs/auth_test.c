/* SPDX-License-Identifier: Apache-2.0 */
/* The function of auth.test: see operations/verbs.h. */
#include "operations/verbs.h"

#include "config/shared.h"
#include "queue/settings.h"
#include "queue/store.h"
#include "reply/reply.h"
#include "request/acting.h"
#include "verbs/verb.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>
#include <strings.h>

/* Seconds to wait for other processes that hold the event queue. */
static const double patience = 2;

static const struct operation me = { .name = "auth.test", .method = "GET", .path = "/users/me" };
static const struct operation abilities = {
	.name = "auth.test", .method = "GET", .path = "/abilities"
};
static const struct operation users = { .name = "auth.test", .method = "GET", .path = "/users" };

/*
 * Returns whether a 403 is PagerDuty's own and not a proxy's: the credential is valid, but may not
 * see this. An app lacks the scope.
 */
static bool is_forbidden(const struct http_reply *reply)
{
	scoped(json_put_at) struct json_object *body = NULL;

	return reply->status == 403 &&
	       json_read_reply(text_string(&reply->body), reply->body.len, &body, NULL) &&
	       json_object_is_type(body, json_type_object);
}

/*
 * Asks for a document. address: an e-mail address to look for, or NULL. *out_document is a new
 * reference. *out_forbidden: it failed because the credential may not see it.
 */
static bool request_document(struct client *client, const struct config *config,
	const struct operation *operation, const char *address, struct json_object **out_document,
	bool *out_forbidden, struct error *err)
{
	scoped(request_done) struct request request = { .operation = operation,
		.method = "GET",
		.url = TEXT(TEXT_ANY),
		.query = TEXT(TEXT_ANY),
		.from = TEXT(TEXT_ANY) };
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;

	*out_forbidden = false;
	(void)text_addf(&request.url, "%s%s", config_text(config, CONFIG_API_URL), operation->path);
	if (address) {
		(void)text_add(&request.query, "limit=100&query=");
		(void)text_add_encoded(&request.query, address, strlen(address));
	}
	if (request.url.failed || request.query.failed)
		return error_memory(err);
	bool ok = client_call(client, &request, NULL, &reply, err) &&
		  ((reply_check(&request, &reply, err) &&
			   json_read_reply(
				   text_string(&reply.body), reply.body.len, out_document, err)) ||
			  client_refuse_reply(client, &reply, err));
	*out_forbidden = !ok && is_forbidden(&reply);
	return ok;
}

static bool add_configuration(
	struct json_object *report, const struct config *config, struct error *err)
{
	static const enum config_key shown[] = { CONFIG_REGION, CONFIG_API_URL, CONFIG_EVENTS_URL };
	struct json_object *object = json_object_new_object(), *set;

	if (!json_add(report, "configuration", object) ||
		!json_add_string(object, "source", config_source(config)) ||
		!json_add(object, "set", set = json_object_new_array()))
		return error_memory(err);
	for (int key = 0; key < CONFIG_KEYS; key++) {
		if (config_has(config, (enum config_key)key) &&
			!json_append(
				set, json_object_new_string(config_key_name((enum config_key)key))))
			return error_memory(err);
	}
	for (size_t i = 0; i < COUNT(shown); i++) {
		if (!json_add_string(
			    object, config_key_name(shown[i]), config_text(config, shown[i])))
			return error_memory(err);
	}
	return true;
}

/*
 * Returns whether PagerDuty refused /users/me because the key belongs to the account and not to a
 * user. Only the words of the answer say so.
 */
static bool is_no_user(const struct error *err)
{
	return err->code == 400 && strcasestr(err->text, "account-level");
}

/*
 * The credential belongs to no user. Another request shows whether it is valid; a token may lack
 * the scope for that one too.
 */
static bool add_account_token(struct json_object *report, struct client *client,
	const struct config *config, struct error *err)
{
	scoped(json_put_at) struct json_object *document = NULL;
	bool app = client->credential.minted, forbidden;
	bool has_scopes = strcmp(client->credential.origin, "api_key") != 0;

	error_clear(err);
	if (!request_document(client, config, &abilities, NULL, &document, &forbidden, err) &&
		!(has_scopes && forbidden))
		return false;
	error_clear(err);
	return json_add_string(report, "token", app ? "app" : "account") || error_memory(err);
}

/* Finds out to whom the credential belongs. */
static bool add_token(struct json_object *report, struct client *client,
	const struct config *config, struct error *err)
{
	static const char *const names[] = { "id", "name", "email", "role" };
	scoped(json_put_at) struct json_object *document = NULL;
	struct json_object *user;
	bool forbidden;

	if (!request_document(client, config, &me, NULL, &document, &forbidden, err))
		return (forbidden || is_no_user(err)) &&
		       add_account_token(report, client, config, err);
	struct json_object *found = json_member(document, "user");
	if (!found)
		return error_set(err, ERROR_REPLY, 0,
			"there is no \"user\" in PagerDuty's answer to GET /users/me");
	if (!json_add_string(report, "token", "user") ||
		!json_add(report, "user", user = json_object_new_object()))
		return error_memory(err);
	for (size_t i = 0; i < COUNT(names); i++) {
		struct json_object *value = json_member(found, names[i]);

		if (value && !json_add(user, names[i], json_object_get(value)))
			return error_memory(err);
	}
	return true;
}

/* The query of /users finds parts of names and addresses: only the whole address counts. */
static bool is_user(struct json_object *document, const char *address)
{
	struct json_object *list = json_member(document, "users");

	for (size_t i = 0;
		json_object_is_type(list, json_type_array) && i < json_object_array_length(list);
		i++) {
		const char *email = json_string(json_object_array_get_idx(list, i), "email");

		if (email && !strcasecmp(email, address))
			return true;
	}
	return false;
}

static bool add_address(struct json_object *report, struct client *client,
	const struct config *config, const char *from, struct error *err)
{
	scoped(json_put_at) struct json_object *document = NULL;
	struct json_object *object;
	bool forbidden,
		seen = request_document(client, config, &users, from, &document, &forbidden, err);

	if (!seen && !forbidden)
		return false;
	error_clear(err);
	return (json_add(report, "from_email", object = json_object_new_object()) &&
		       json_add_string(object, "address", from) &&
		       (!seen || json_add(object, "known",
					 json_object_new_boolean(is_user(document, from))))) ||
	       error_memory(err);
}

/* Adds how a user who is missing in `users` of the configuration can be added. */
static bool add_advice(struct json_object *report, struct run *run, struct error *err)
{
	struct error advice = { 0 };

	if (!run->user || acting_find(run->operation, run->values, run->config, run->user).own)
		return true;
	acting_explain_unknown(run->config, run->user, &advice);
	/* Adds what to do, without the reason. */
	const char *set = strstr(advice.text, "set users.");
	return json_add_string(report, "advice", set ? set : advice.text) || error_memory(err);
}

/* Adds whether the event queue can be used, and if not, why. */
static bool add_queue(struct json_object *report, const struct config *config, struct error *err)
{
	struct queue_settings settings;
	struct error problem = { 0 };
	struct json_object *object;

	if (!queue_settings_read(config, NULL, &settings, err) || !settings.configured)
		return !err->kind;
	bool usable = queue_check(settings.path, patience, &problem);
	return (json_add(report, "event_queue", object = json_object_new_object()) &&
		       json_add_string(object, "path", settings.path) &&
		       json_add(object, "usable", json_object_new_boolean(usable)) &&
		       (usable || json_add_string(object, "problem", problem.text))) ||
	       error_memory(err);
}

/* Adds what would keep the gateway from starting, if the configuration shows it. */
static bool add_webhook(struct json_object *report, const struct config *config, struct error *err)
{
	struct error problem = { 0 };
	struct json_object *object;

	return config_check_shared(config, &problem) ||
	       (json_add(report, "webhook", object = json_object_new_object()) &&
		       json_add_string(object, "problem", problem.text)) ||
	       error_memory(err);
}

/* Adds to PagerDuty's refusal which configuration and which key were used. */
static void add_what_was_used(struct json_object *report, const struct client *client,
	const struct config *config, struct error *err)
{
	struct json_object *set = json_member(json_member(report, "configuration"), "set");

	if (!client_found(client, err)->attempts)
		return;
	(void)error_append(err, "; asked with %s, which sets ", config_source(config));
	for (size_t i = 0; i < json_object_array_length(set); i++)
		(void)error_append(err, "%s%s", i ? ", " : "",
			json_object_get_string(json_object_array_get_idx(set, i)));
}

bool auth_test(struct run *run, struct text *out, struct error *err)
{
	const char *from = run->request->from.len ? text_string(&run->request->from) : NULL;
	scoped(json_put_at) struct json_object *report = json_object_new_object();

	if (!report)
		return error_memory(err);
	if (!add_configuration(report, run->config, err))
		return false;
	if (!add_token(report, run->client, run->config, err) ||
		(from && !add_address(report, run->client, run->config, from, err))) {
		add_what_was_used(report, run->client, run->config, err);
		return false;
	}
	return add_queue(report, run->config, err) && add_webhook(report, run->config, err) &&
	       add_advice(report, run, err) && (json_print(out, report) || error_memory(err));
}
