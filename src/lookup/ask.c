/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/ask.h"

#include "list/list.h"
#include "reply/reply.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

/*
 * Asks for what a row of the table would, and adds the result to out. value is that of its one
 * parameter; NULL: none.
 */
static bool send_question(struct client *client, const struct operation *operation,
	const char *value, struct text *out, struct error *err)
{
	scoped(request_done) struct request request = { 0 };
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	scoped(json_put_at) struct json_object *values = json_object_new_object();
	const struct list_want all = { 0 };
	bool cut;

	if (!values || (value && !json_add_string(values, operation->params[0]->name, value)))
		return error_memory(err);
	if (!request_build(&request, operation, values, client->config, NULL, err))
		return false;
	if (operation->paging != PAGING_NONE)
		return list_all(client, &request, &all, out, &cut, err);
	return client_call(client, &request, NULL, &reply, err) &&
	       (reply_result(&request, &reply, out, err) ||
		       client_refuse_reply(client, &reply, err));
}

bool ask_list(struct client *client, enum kind kind, const char *name, struct text *out,
	struct error *err)
{
	const struct kind_row *row = kind_row(kind);
	const struct param query = { .name = row->query, .place = PLACE_QUERY };
	const struct param *const params[] = { &query, NULL };
	const struct operation operation = {
		.name = row->things,
		.method = "GET",
		.path = row->path,
		.result = RESULT_LIST,
		.member = row->member,
		.paging = row->paging,
		.params = row->query ? params : NULL,
	};

	return send_question(client, &operation, row->query ? name : NULL, out, err);
}

/* Adds the id of an object. */
static bool add_id(struct span object, const char *what, struct text *out, struct error *err)
{
	struct span id = span_member(object, "id");

	if (span_kind(id) != '"' || id.len <= 2)
		return error_set(
			err, ERROR_REPLY, 0, "PagerDuty's answer to GET %s has no id", what);
	return span_string(id, out) || error_memory(err);
}

/*
 * Returns whether an incident is at the host of the address that was given for it: each account
 * counts its own incidents, and has its own host. Returns true if the incident does not say where
 * it is.
 */
static bool check_host(struct span incident, const char *param, const char *host, struct error *err)
{
	scoped(text_done) struct text address = TEXT(TEXT_ANY);

	if (!host || !span_string(span_member(incident, "html_url"), &address))
		return true;
	const char *own = strstr(text_string(&address), "//");
	size_t len = own ? strcspn(own + 2, "/:") : 0;
	if (!len || (strlen(host) == len && !strncasecmp(own + 2, host, len)))
		return true;
	return error_set(err, ERROR_USAGE, 0,
		"%s: the address is of %.100s, and the incidents of this account are at %.*s; if that is another of your accounts, name it as account",
		param, host, len < 100 ? (int)len : 100, own + 2);
}

bool ask_number(struct client *client, const char *param, const char *number, const char *host,
	struct text *out, struct error *err)
{
	static const struct param id = { .name = "entity_id", .place = PLACE_PATH };
	static const struct param *const params[] = { &id, NULL };
	static const struct operation operation = {
		.name = "incident",
		.method = "GET",
		.path = "/incidents/{entity_id}",
		.result = RESULT_MEMBER,
		.member = "incident",
		.params = params,
	};
	scoped(text_done) struct text found = TEXT(TEXT_ANY);
	long is = 0;

	if (!send_question(client, &operation, number, &found, err))
		return err->code == 404 &&
		       error_set(err, ERROR_USAGE, 0, "%s: there is no incident number %s", param,
			       number);
	struct span incident = { text_string(&found), found.len };
	struct span says = span_member(incident, "incident_number");
	if (span_integer(says, &is) && is != strtol(number, NULL, 10))
		return error_set(err, ERROR_REPLY, 0,
			"PagerDuty answered with incident number %ld where %s was asked for", is,
			number);
	return check_host(incident, param, host, err) &&
	       add_id(incident, "/incidents/NUMBER", out, err);
}

bool ask_me(struct client *client, struct text *out, bool *out_refused, struct error *err)
{
	static const struct operation operation = {
		.name = "user",
		.method = "GET",
		.path = "/users/me",
		.result = RESULT_MEMBER,
		.member = "user",
	};
	scoped(text_done) struct text found = TEXT(TEXT_ANY);

	if (!send_question(client, &operation, NULL, &found, err)) {
		*out_refused = err->code == 400 || err->code == 403 || err->code == 404;
		return false;
	}
	return add_id((struct span){ text_string(&found), found.len }, "/users/me", out, err);
}
