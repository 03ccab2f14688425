/* SPDX-License-Identifier: Apache-2.0 */
#include "client/oauth.h"

#include "base/log.h"
#include "base/redact.h"
#include "base/utf8.h"
#include "config/explain.h"
#include "http/status.h"
#include "reply/reply.h"
#include "json/json.h"
#include "json/read.h"
#include "json/scan.h"

#include <string.h>

enum { FORM_MOST = 64 << 10 };

const enum config_key oauth_keys[OAUTH_KEYS] = { CONFIG_OAUTH_URL, CONFIG_OAUTH_CLIENT_SECRET,
	CONFIG_OAUTH_SUBDOMAIN, CONFIG_OAUTH_SCOPES, CONFIG_REGION };

static bool read_required(
	const struct config *config, enum config_key key, const char **out, struct error *err)
{
	*out = config_text(config, key);
	return *out ||
	       error_set(err, ERROR_CONFIG, 0, "a token cannot be made without %s: set it in %s",
		       config_key_name(key), config_place(config));
}

static void add_field(struct text *form, const char *name, const char *value)
{
	(void)text_addf(form, "%s%s=", form->len ? "&" : "", name);
	(void)text_add_encoded(form, value, strlen(value));
}

/* The app in the configuration. All pointers are borrowed from it. */
struct app {
	const char *id, *secret, *subdomain, *scopes;
};

static bool read_app(const struct config *config, struct app *app, struct error *err)
{
	return read_required(config, CONFIG_OAUTH_CLIENT_ID, &app->id, err) &&
	       read_required(config, CONFIG_OAUTH_CLIENT_SECRET, &app->secret, err) &&
	       read_required(config, CONFIG_OAUTH_SUBDOMAIN, &app->subdomain, err) &&
	       read_required(config, CONFIG_OAUTH_SCOPES, &app->scopes, err);
}

bool oauth_check(const struct config *config, struct error *err)
{
	struct app app;

	return read_app(config, &app, err);
}

static bool build_form(const struct config *config, struct text *form, struct error *err)
{
	scoped(text_done) struct text scope = TEXT(FORM_MOST);
	struct app app;

	if (!read_app(config, &app, err))
		return false;
	(void)text_addf(&scope, "as_account-%s.%s %s", config_text(config, CONFIG_REGION),
		app.subdomain, app.scopes);
	add_field(form, "grant_type", "client_credentials");
	add_field(form, "client_id", app.id);
	add_field(form, "client_secret", app.secret);
	add_field(form, "scope", text_string(&scope));
	return (!scope.failed && !form->failed) || error_memory(err);
}

/* Adds the scopes that were asked for but not granted. */
static void compare_scopes(const char *asked, const char *granted, struct text *missing)
{
	while (*(asked += strspn(asked, " "))) {
		size_t len = strcspn(asked, " ");
		const char *at = granted;
		bool found = false;

		while (!found && *(at += strspn(at, " "))) {
			size_t other = strcspn(at, " ");

			found = other == len && !memcmp(at, asked, len);
			at += other;
		}
		if (!found)
			(void)text_addf(
				missing, "%s%.*s", missing->len ? " " : "", (int)len, asked);
		asked += len;
	}
}

static bool refuse(const struct http_reply *reply, struct error *err)
{
	scoped(json_put_at) struct json_object *body = NULL;
	const char *why = NULL;
	long status = reply->status;
	bool busy = http_status_passes(status) || status >= 500;

	if (json_read_reply(text_string(&reply->body), reply->body.len, &body, NULL)) {
		why = json_string(body, "error_description");
		why = why ? why : json_string(body, "error");
	}
	if (!why && reply_is_html(reply))
		return error_set(err, busy ? ERROR_UNAVAILABLE : ERROR_REPLY, 0,
			"PagerDuty's identity service gave no token (%ld): " REPLY_HTML_PAGE,
			status);
	return error_set(err, busy ? ERROR_UNAVAILABLE : ERROR_CONFIG, status,
		"PagerDuty's identity service gave no token (%ld): %s%s", status,
		why ? why : "no reason given",
		busy ? "" : "; check oauth.client_id, client_secret, subdomain, scopes and region");
}

/*
 * Reads the members of a success. Does not make a tree, because json-c does not overwrite what it
 * frees. Missing members stay empty.
 */
static void read_members(const struct http_reply *reply, struct text *token, struct text *scope)
{
	struct span document;
	size_t at;

	if (!scan_document(
		    text_string(&reply->body), reply->body.len, JSON_DEPTH_REPLY, &document, &at))
		return;
	(void)!span_string(span_member(document, "access_token"), token);
	(void)!span_string(span_member(document, "scope"), scope);
}

static bool read_token(const struct config *config, const struct http_reply *reply,
	struct text *out, struct text *missing, struct error *err)
{
	scoped(text_done) struct text token = TEXT_SECRET(TEXT_ANY);
	scoped(text_done) struct text granted = TEXT(TEXT_ANY);
	const char *asked = config_text(config, CONFIG_OAUTH_SCOPES);

	if (reply->status != 200)
		return refuse(reply, err);
	read_members(reply, &token, &granted);
	if (!token.len && reply_is_html(reply))
		return error_set(err, ERROR_REPLY, 0,
			"PagerDuty's identity service gave no token (%ld): " REPLY_HTML_PAGE,
			reply->status);
	if (!token.len || utf8_has_control(token.data) || strlen(token.data) != token.len)
		return error_set(err, ERROR_REPLY, 0,
			"PagerDuty's identity service answered without an access_token");
	if (asked && granted.len)
		compare_scopes(asked, granted.data, missing);
	log_debug("oauth: a token; scopes not granted: %s",
		missing->len ? text_string(missing) : "none");
	return (redact_remember(token.data) && text_add(out, token.data)) || error_memory(err);
}

bool oauth_mint(struct http *http, const struct config *config, double timeout,
	struct http_reply *reply, struct text *out, struct text *missing, struct error *err)
{
	static const char *const headers[] = { "Accept: application/json",
		"Content-Type: application/x-www-form-urlencoded", NULL };
	scoped(text_done) struct text form = TEXT_SECRET(FORM_MOST);

	if (!build_form(config, &form, err))
		return false;
	const struct http_request request = {
		.method = "POST",
		.url = config_text(config, CONFIG_OAUTH_URL),
		.headers = headers,
		.body = form.data,
		.body_len = form.len,
		.timeout = timeout,
	};
	if (!http_send(http, &request, reply, err))
		return error_wrap(err, "no token from PagerDuty's identity service: ");
	return read_token(config, reply, out, missing, err);
}
