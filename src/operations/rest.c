/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

#include "action/list_want.h"
#include "json/json.h"

#include <string.h>

/*
 * With `all` the program reads all pages, so the query must not contain the start or the size of a
 * page.
 */
static bool check_paging(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	static const char *const names[] = { "limit", "offset", "cursor", "after", "before" };
	struct json_object *query = json_member(values, "query");
	const char *method = json_string(values, "method");
	struct list_want want;

	if (!list_want_read(operation, values, &want))
		return (!want.maximum && !want.partial) ||
		       error_set(err, ERROR_USAGE, 0,
			       "maximum and partial go with all: one request is answered with what PagerDuty's limit says, which goes into query");
	if (strcmp(method, "GET") != 0 && strcmp(method, "POST") != 0)
		return error_set(err, ERROR_USAGE, 0,
			"all does not go with method %s: lists are asked for by GET, some by POST",
			method);
	for (size_t i = 0; i < COUNT(names); i++) {
		if (query && json_member(query, names[i]))
			return error_set(err, ERROR_USAGE, 0,
				"%s in query does not go with all, which pages by itself; maximum says how many records",
				names[i]);
	}
	return true;
}

static bool check_query_value(const char *name, struct json_object *value, struct error *err)
{
	bool plain = value && !json_object_is_type(value, json_type_object) &&
		     !json_object_is_type(value, json_type_array);

	return plain ||
	       error_set(err, ERROR_USAGE, 0,
		       "%s in query must be a string, a number, a boolean, or an array of these, not %s",
		       name, json_type_words(value));
}

static bool check_query(struct json_object *query, struct error *err)
{
	if (!query)
		return true;
	json_object_object_foreach(query, name, value)
	{
		bool list = json_object_is_type(value, json_type_array);
		size_t count = list ? json_object_array_length(value) : 0;

		/* null counts as not given. */
		if (value && !list && !check_query_value(name, value, err))
			return false;
		for (size_t i = 0; i < count; i++) {
			if (!check_query_value(name, json_object_array_get_idx(value, i), err))
				return false;
		}
	}
	return true;
}

/* A GET has no body. Refuse one instead of leaving it out silently. */
static bool check_request(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	if (!check_query(json_member(values, "query"), err) ||
		!check_paging(operation, values, err))
		return false;
	if (json_member(values, "body") && !strcmp(json_string(values, "method"), "GET"))
		return error_set(err, ERROR_USAGE, 0,
			"body does not go with method GET; what filters a list goes into query");
	return true;
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "rest.request",
	  .summary = "Call any endpoint of the REST API, for what has no action of its own.",
	  .path = "{+path}",
	  .paging = PAGING_GUESS,
	  .prepare = check_request,
	  .params = PARAMS(
		&from_email,
		PARAM("method", PLACE_METHOD, TYPE_STRING, "HTTP method.",
			.initial = "\"GET\"", .values = VALUES("GET", "POST", "PUT", "PATCH", "DELETE")),
		PARAM("path", PLACE_WHOLE_PATH, TYPE_STRING,
			"Path below the API's address, percent-encoded, without a query.",
			.required = true, .example = "\"/incidents/PT4KHLK/alerts\""),
		QUERY("query", TYPE_OBJECT,
			"Parameters of the query; an array is sent as name[]=a&name[]=b. If the "
			"list has its own action with since and until, since alone means until "
			"now, as in that action. With all, a range that is longer than PagerDuty "
			"accepts is requested in several parts."),
		PARAM("body", PLACE_DATA, TYPE_OBJECT,
			"The body, with the wrapper of the endpoint."),
		PARAM("all", PLACE_CONTROL, TYPE_BOOLEAN,
			"Read all pages of a list and return its records as an array.",
			.initial = "false"),
		&maximum_all, &partial),
	  .returns =
	  	"PagerDuty's answer; with all, an array of records; `{\"success\": true}` if the "
	  	"answer has no content." },
};
/* clang-format on */

TABLE(rest);
