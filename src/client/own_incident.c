/* SPDX-License-Identifier: Apache-2.0 */
#include "client/own_incident.h"

#include "base/instant.h"
#include "json/json.h"
#include "json/repair.h"
#include "json/scan.h"

#include <string.h>

#define INCIDENT_PATH "/incidents/{entity_id}"

/* PagerDuty's codes (REST-API/14-Errors). */
enum { ALREADY_RESOLVED = 1001, ALREADY_ACKNOWLEDGED = 1002 };

/*
 * "Open incident with matching dedup key already exists on this service", with the code 2002 that
 * other bad arguments have as well. Any of these words, since the sentence is not documented.
 */
static bool says_open(const char *sentence)
{
	static const char *const words[] = { "already", "open incident", "dedup key",
		"incident key", "incident_key" };

	for (size_t i = 0; i < COUNT(words); i++) {
		if (strcasestr(sentence, words[i]))
			return true;
	}
	return false;
}

static bool opens(const struct request *request)
{
	return request->key && request->key_name && !strcmp(request->key_name, "incident_key") &&
	       request->operation->host == HOST_REST && !strcmp(request->method, "POST");
}

/*
 * The status that the request gives an incident. NULL if it gives none, or changes something else
 * as well: the lookup could not show whether that was done.
 */
static const char *new_status(const struct request *request)
{
	struct json_object *incident = json_member(request->body, "incident");

	if (!request->operation->path || strcmp(request->operation->path, INCIDENT_PATH) != 0 ||
		strcmp(request->method, "PUT") != 0 || !incident)
		return NULL;
	json_object_object_foreach(incident, name, value)
	{
		(void)value;
		if (strcmp(name, "type") != 0 && strcmp(name, "status") != 0 &&
			strcmp(name, "resolution") != 0)
			return NULL;
	}
	return json_string(incident, "status");
}

bool own_incident_is_refused(const struct request *request, const struct error *refusal)
{
	const char *status = new_status(request);

	if (refusal->status != 400)
		return false;
	if (!status)
		return opens(request) && says_open(refusal->text);
	return (refusal->pagerduty_code == ALREADY_RESOLVED && !strcmp(status, "resolved")) ||
	       (refusal->pagerduty_code == ALREADY_ACKNOWLEDGED && !strcmp(status, "acknowledged"));
}

/* Starts a GET of the address that was written to. */
static bool start_find(
	struct request *find, const struct operation *operation, const struct request *request)
{
	*find = (struct request){ .operation = operation,
		.member = operation->member,
		.method = operation->method,
		.url = TEXT(TEXT_ANY),
		.query = TEXT(TEXT_ANY),
		.from = TEXT(TEXT_ANY),
		.retry = operation->retry };
	return text_add(&find->url, text_string(&request->url));
}

bool own_incident_find(struct request *find, const struct request *request)
{
	static const struct operation one = {
		.method = "GET", .path = INCIDENT_PATH, .host = HOST_REST, .retry = RETRY_SAFE
	};
	static const struct operation list = { .method = "GET",
		.path = "/incidents",
		.host = HOST_REST,
		.result = RESULT_LIST,
		.member = "incidents",
		.retry = RETRY_SAFE };
	struct json_object *incident = json_member(request->body, "incident");
	const char *service = json_string(json_member(incident, "service"), "id");

	if (!opens(request))
		return start_find(find, &one, request);
	if (!start_find(find, &list, request))
		return false;
	(void)text_add(&find->query, "statuses[]=triggered&statuses[]=acknowledged&incident_key=");
	(void)text_add_encoded(&find->query, request->key, strlen(request->key));
	if (service) {
		(void)text_add(&find->query, "&service_ids[]=");
		(void)text_add_encoded(&find->query, service, strlen(service));
	}
	return !find->query.failed;
}

/* Whether an incident has this key, as far as it says, and was made since the call began. */
static bool is_own(struct span incident, const char *key, double began)
{
	scoped(text_done) struct text made = TEXT(TEXT_ANY);
	scoped(text_done) struct text other = TEXT(TEXT_ANY);
	int64_t moment;

	if (began < 0 || !span_string(span_member(incident, "created_at"), &made) ||
		!instant_read(text_string(&made), &moment))
		return false;
	if (span_string(span_member(incident, "incident_key"), &other) &&
		strcmp(text_string(&other), key) != 0)
		return false;
	return (double)moment >= began - OWN_INCIDENT_SLACK;
}

static struct span find_own(struct span list, const char *key, double began)
{
	struct span incident;
	size_t at = 0;

	while ((incident = span_next(list, &at)).start) {
		if (is_own(incident, key, began))
			break;
	}
	return incident;
}

bool own_incident_take(const struct request *request, double began, struct http_reply *reply)
{
	struct span document, incident;
	size_t at = 0;

	if (!json_repair(&reply->body) || !scan_document(text_string(&reply->body), reply->body.len,
						  JSON_DEPTH_REPLY, &document, &at))
		return false;
	/* GET /incidents/ID answers in the same form as PUT /incidents/ID. */
	if (!opens(request)) {
		const char *status = new_status(request);

		return status && span_is_name(span_member(document, "incident/status"), status,
					 strlen(status));
	}
	incident = find_own(span_member(document, "incidents"), request->key, began);
	if (!incident.start)
		return false;
	scoped(text_done) struct text wrapped = TEXT(reply->body.limit);
	if (!text_add(&wrapped, "{\"incident\":") ||
		!text_add_bytes(&wrapped, incident.start, incident.len) || !text_add(&wrapped, "}"))
		return false;
	text_clear(&reply->body);
	return text_add_bytes(&reply->body, wrapped.data, wrapped.len);
}
