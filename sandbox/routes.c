/* SPDX-License-Identifier: Apache-2.0 */
#include "routes.h"

#include "collections.h"
#include "store.h"

#include <stdio.h>
#include <string.h>

static const struct route *const tables[] = { incident_routes, event_routes, account_routes };

/* Whether a path is the route's, taking its ids out. */
static bool matches(const char *pattern, const char *path, char ids[CALL_IDS][64])
{
	size_t count = 0;

	while (*pattern && *path) {
		if (strncmp(pattern, "{}", 2) != 0) {
			if (*pattern++ != *path++)
				return false;
			continue;
		}
		size_t len = strcspn(path, "/");
		if (!len || count == CALL_IDS)
			return false;
		(void)snprintf(ids[count++], 64, "%.*s", (int)len, path);
		pattern += 2;
		path += len;
	}
	return !*pattern && !*path;
}

static bool has_key(const struct call *call)
{
	return call->authorization && !strcmp(call->authorization, "Token token=" SANDBOX_API_KEY);
}

/* The acting user of a call that changes something (REST-API/02-Headers of PagerDuty's documents). */
static bool has_actor(struct call *call)
{
	if (!call->from)
		call_refuse(call, 400, 2016, "Invalid Input Provided",
			"You must specify a user's email address in the \"From\" header to perform "
			"this action");
	else if (!store_find_by("users", "email", call->from))
		call_refuse(call, 400, 1008, "Requester User Not Found", NULL);
	else
		return true;
	return false;
}

static void answer_route(struct call *call, const struct route *route)
{
	if (call->bad_body)
		call_refuse(call, 400, 2001, "Invalid Input Provided", "The body is not JSON");
	else if (route->kind != ROUTE_FROM || has_actor(call))
		route->answer(call);
}

void routes_answer(struct call *call)
{
	bool known = false;

	for (size_t i = 0; i < COUNT(tables); i++) {
		for (const struct route *route = tables[i]; route->method; route++) {
			if (!matches(route->path, call->path, call->ids))
				continue;
			if (route->kind != ROUTE_EVENT && !has_key(call)) {
				call_refuse(call, 401, 2006, "Access Denied", NULL);
				return;
			}
			known = true;
			if (!strcmp(route->method, call->method)) {
				answer_route(call, route);
				return;
			}
		}
	}
	if (!known && !has_key(call))
		call_refuse(call, 401, 2006, "Access Denied", NULL);
	else if (known)
		call_refuse(call, 405, 2004, "Method Not Allowed", NULL);
	else if (!collections_answer(call))
		call_not_found(call);
}
