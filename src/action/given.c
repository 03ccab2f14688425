/* SPDX-License-Identifier: Apache-2.0 */
#include "action/given.h"

#include "action/param_check.h"
#include "action/params.h"
#include "base/utf8.h"
#include "json/json.h"
#include "json/odd.h"
#include "json/read.h"

#include <string.h>

/* Returns whether a parameter is part of an event's text, and not its key or its time. */
static bool is_event_text(const struct operation *operation, const struct param *param)
{
	if (!param || operation->host != HOST_EVENTS || param->place != PLACE_BODY)
		return false;
	const char *wire = param->wire ? param->wire : param->name;
	return param->type != TYPE_TIME && !(operation->key && !strcmp(wire, operation->key));
}

/* Refuses odd values in parameters that must not have them. Adds a problem for each. */
static bool check_odd(const struct operation *operation, struct span document, struct error *err)
{
	struct span name, value;
	size_t at = 0;

	while (span_next_member(document, &at, &name, &value)) {
		scoped(text_done) struct text subject = TEXT(TEXT_ANY);
		const char *place, *problem = odd_find(value, &place);

		if (!problem)
			continue;
		if (!span_string(name, &subject))
			return error_memory(err);
		if (is_event_text(
			    operation, operation_find_param(operation, text_string(&subject))))
			continue;
		odd_place(value, place, &subject);
		error_add_problem(err, "%.*s: %s",
			(int)utf8_cut_characters(
				text_string(&subject), subject.len, 2 * PARAM_SHOWN),
			text_string(&subject), problem);
	}
	return error_conclude(err, ERROR_USAGE);
}

static bool is_blank(const char *text, size_t len)
{
	while (len && *text && strchr(" \t\r\n", *text)) {
		text++;
		len--;
	}
	return !len;
}

bool given_read(const struct operation *operation, const char *text, size_t len,
	struct json_object **out_given, struct error *err)
{
	scoped(json_put_at) struct json_object *given = NULL;
	struct span odd;

	if (is_blank(text, len)) {
		text = "{}";
		len = 2;
	}
	if (!json_read_odd(text, len, JSON_DEPTH_PARAMETERS, "the parameters", ERROR_USAGE, &given,
		    &odd, err))
		return len == PARAMS_PASSED_MOST
			       ? error_append(err,
					 ": StackStorm passes on %d bytes of parameters, and these are more",
					 PARAMS_PASSED_MOST)
			       : false;
	if (!json_object_is_type(given, json_type_object))
		return error_set(err, ERROR_USAGE, 0,
			"the parameters must be one JSON object, such as {\"entity_id\": \"PT4KHLK\"}, not %s",
			json_type_words(given));
	if (odd.start && !check_odd(operation, odd, err))
		return false;
	*out_given = steal(given);
	return true;
}
