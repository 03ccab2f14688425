/* SPDX-License-Identifier: Apache-2.0 */
#include "rows.h"
#include "tables.h"

#include "json.h"

#include <string.h>

/* A GET has no body, and what is silently left out of a request was asked for in vain. */
static bool check_body(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	(void)operation;
	if (json_member(values, "body") && !strcmp(json_string(values, "method"), "GET"))
		return error_set(err, ERROR_USAGE, 0,
			"body does not go with method GET; what filters a list goes into query");
	return true;
}

static const struct operation rows[] = {
	{ .name = "rest.request",
		.summary = "Call any endpoint of the REST API, for what has no action of its own.",
		.path = "{+path}",
		.result = RESULT_WHOLE,
		.paging = PAGING_GUESS,
		.from = FROM_KNOWN,
		.prepare = check_body,
		.params = PARAMS(FROM_EMAIL,
			{ .name = "method",
				.place = PLACE_CONTROL,
				.type = TYPE_STRING,
				.initial = "\"GET\"",
				.values = VALUES("GET", "POST", "PUT", "DELETE"),
				.description = "HTTP method." },
			{ .name = "path",
				.place = PLACE_WHOLE_PATH,
				.type = TYPE_STRING,
				.required = true,
				.description = "Path below the API's address, percent-encoded, "
					       "without a query.",
				.example = "\"/incidents/PT4KHLK/alerts\"" },
			QUERY("query", TYPE_OBJECT,
				"Members of the query; an array is sent as name[]=a&name[]=b."),
			{ .name = "body",
				.place = PLACE_DATA,
				.type = TYPE_OBJECT,
				.description =
					"The body, with the wrapper that the endpoint wants." },
			{ .name = "all",
				.place = PLACE_CONTROL,
				.type = TYPE_BOOLEAN,
				.initial = "false",
				.description = "Follow the pages of a list, however it is paged, "
					       "and return its records as an array." },
			MAXIMUM_ALL, PARTIAL),
		.returns = "What PagerDuty answers; with all, an array of records; `{\"success\": "
			   "true}` for an answer without content." },
};

TABLE(rest);
