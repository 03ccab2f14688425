/* SPDX-License-Identifier: Apache-2.0 */
#include "routes.h"

#include "action/code.h"
#include "base/scope.h"
#include "collections.h"
#include "incidents.h"
#include "store.h"

#include <stdio.h>
#include <string.h>

static const struct route *const tables[] = { incident_routes, response_routes, schedule_routes,
	subscriber_routes, event_routes, account_routes };

/* Returns whether a path matches a route's pattern, and copies its ids. */
static bool matches(const char *pattern, const char *path, char ids[CALL_IDS][CALL_ID])
{
	size_t count = 0;

	while (*pattern && *path) {
		if (strncmp(pattern, "{}", 2) != 0) {
			if (*pattern++ != *path++)
				return false;
			continue;
		}
		size_t len = strcspn(path, "/");
		if (!len || len >= CALL_ID || count == CALL_IDS)
			return false;
		(void)snprintf(ids[count++], CALL_ID, "%.*s", (int)len, path);
		pattern += 2;
		path += len;
	}
	return !*pattern && !*path;
}

static bool has_key(struct call *call)
{
	static const char form[] = "Token token=";
	const char *given = call->authorization;
	const char *key = given && !strncmp(given, form, strlen(form)) ? given + strlen(form) : "";

	/* A user's key acts for that user. Only such a key may ask for /users/me. */
	if (!strcmp(key, SANDBOX_USER_KEY))
		call->user = store_find_by("users", "email", SANDBOX_USER);
	if (call->user && !call->from)
		call->from = SANDBOX_USER;
	if (call->user || !strcmp(key, SANDBOX_API_KEY))
		return true;
	call_refuse(call, 401, CODE_ACCESS_DENIED, "Access Denied", NULL);
	return false;
}

bool routes_has_actor(struct call *call)
{
	if (!call->from)
		call_refuse(call, 400, CODE_REQUESTER_MISSING, "Invalid Input Provided",
			"You must specify a user's email address in the \"From\" header to perform this action");
	else if (!store_find_by("users", "email", call->from))
		call_refuse(call, 400, CODE_REQUESTER_NOT_FOUND, "Requester User Not Found", NULL);
	else
		return true;
	return false;
}

/* Finds the route of a request. *out_known is true if the path has a route with another method. */
static const struct route *find_route(struct call *call, bool *out_known)
{
	for (size_t i = 0; i < COUNT(tables); i++) {
		for (const struct route *route = tables[i]; route->method; route++) {
			if (!matches(route->path, call->path, call->ids))
				continue;
			*out_known = true;
			if (!strcmp(route->method, call->method))
				return route;
		}
	}
	return NULL;
}

void routes_answer(struct call *call)
{
	bool known = false;
	const struct route *route = find_route(call, &known);

	incidents_wake();
	if (route && route->kind == ROUTE_EVENT) {
		route->answer(call);
		return;
	}
	if (!has_key(call))
		return;
	if (call->bad_body)
		call_invalid(call, "The body is no JSON object");
	else if (route && (route->kind != ROUTE_FROM || routes_has_actor(call)))
		route->answer(call);
	else if (route || collections_answer(call))
		return;
	else if (known)
		call_not_allowed(call);
	else
		call_not_found(call);
}
