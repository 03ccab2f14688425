/* SPDX-License-Identifier: Apache-2.0 */
#include "dry_run.h"

#include "base/redact.h"
#include "client/credential.h"
#include "http/http.h"
#include "request/headers.h"
#include "json/json.h"

#include <string.h>

/* Copies a value and masks secrets. *out is NULL for null. Returns false if memory runs out. */
static bool mask_value(struct json_object *value, struct json_object **out);

static bool mask_object(struct json_object *value, struct json_object *out)
{
	json_object_object_foreach(value, name, member)
	{
		scoped(text_done) struct text shown = TEXT(TEXT_ANY);
		scoped(json_put_at) struct json_object *inner = NULL;

		if (!text_add(&shown, name) || !mask_value(member, &inner))
			return false;
		redact(shown.data);
		if (inner ? !json_add(out, shown.data, json_object_get(inner))
			  : json_object_object_add(out, shown.data, NULL) != 0)
			return false;
	}
	return true;
}

static bool mask_array(struct json_object *value, struct json_object *out)
{
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		scoped(json_put_at) struct json_object *inner = NULL;

		if (!mask_value(json_object_array_get_idx(value, i), &inner) ||
			(inner ? !json_append(out, json_object_get(inner))
			       : json_object_array_add(out, NULL) != 0))
			return false;
	}
	return true;
}

/* Copies a scalar. A number that is a secret becomes the text "***". */
static bool mask_scalar(struct json_object *value, struct json_object **out)
{
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);
	const char *text = json_object_get_string(value);

	if (!text || !text_add(&shown, text))
		return false;
	redact(shown.data);
	*out = strcmp(shown.data, text) != 0 ? json_object_new_string(shown.data)
					     : json_object_get(value);
	return *out != NULL;
}

static bool mask_value(struct json_object *value, struct json_object **out)
{
	*out = NULL;
	if (!value)
		return true;
	if (json_object_is_type(value, json_type_object))
		return (*out = json_object_new_object()) && mask_object(value, *out);
	if (json_object_is_type(value, json_type_array))
		return (*out = json_object_new_array()) && mask_array(value, *out);
	return mask_scalar(value, out);
}

static bool add_headers(struct json_object *object, const char *const *lines)
{
	for (; *lines; lines++) {
		const char *colon = strchr(*lines, ':');
		scoped(text_done) struct text name = TEXT(TEXT_ANY);

		if (!text_add_bytes(&name, *lines, (size_t)(colon - *lines)) ||
			!json_add_string(object, text_string(&name), colon + 2))
			return false;
	}
	return json_add_string(object, "User-Agent", USER_AGENT);
}

static bool add_all(struct json_object *object, const struct request *request, const char *query,
	const char *const *lines)
{
	scoped(text_done) struct text url = TEXT(TEXT_ANY);
	struct json_object *headers = NULL;

	(void)text_addf(&url, "%s%s%s", text_string(&request->url), *query ? "?" : "", query);
	return !url.failed && json_add_string(object, "method", request->method) &&
	       json_add_string(object, "url", text_string(&url)) &&
	       json_add(object, "headers", headers = json_object_new_object()) &&
	       add_headers(headers, lines) &&
	       (!request->body || json_add(object, "body", json_object_get(request->body)));
}

bool dry_run_print(const struct request *request, const struct list_want *want,
	const struct config *config, struct text *out, struct error *err)
{
	scoped(json_put_at) struct json_object *object = json_object_new_object();
	scoped(json_put_at) struct json_object *shown = NULL;
	scoped(headers_done) struct headers headers = { 0 };
	scoped(text_done) struct text credential = TEXT(TEXT_ANY), query = TEXT(TEXT_ANY);

	if (want && !list_show_first(request, want, &query, err))
		return false;
	if (request->operation->host == HOST_REST && !credential_show(config, &credential, err))
		return false;
	return (headers_build(&headers, request, text_string(&credential)) &&
		       add_all(object, request, text_string(want ? &query : &request->query),
			       headers.list) &&
		       mask_value(object, &shown) && json_print(out, shown)) ||
	       error_memory(err);
}
