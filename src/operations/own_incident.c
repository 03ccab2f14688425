/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/own_incident.h"

#include "action/code.h"
#include "base/instant.h"
#include "json/json.h"

#include <string.h>

/*
 * PagerDuty answers "Open incident with matching dedup key already exists on this service", with
 * CODE_ARGUMENTS_CAUSED_ERROR, which other wrong arguments have too. Any of these words is enough,
 * because the sentence is not documented.
 */
static bool says_open(struct json_object *body, const char *key, const struct error *refusal)
{
	static const char *const words[] = { "already", "open incident", "dedup key",
		"incident key", "incident_key" };

	(void)body;
	for (size_t i = 0; key && refusal->code == 400 && i < COUNT(words); i++) {
		if (strcasestr(refusal->text, words[i]))
			return true;
	}
	return false;
}

static bool add_open_with_key(struct json_object *body, const char *key, struct text *query)
{
	struct json_object *incident = json_member(body, "incident");
	const char *service = json_string(json_member(incident, "service"), "id");

	(void)text_add(query, "statuses[]=triggered&statuses[]=acknowledged&incident_key=");
	(void)text_add_encoded(query, key, strlen(key));
	if (service) {
		(void)text_add(query, "&service_ids[]=");
		(void)text_add_encoded(query, service, strlen(service));
	}
	return !query->failed;
}

/*
 * Returns whether an incident has this key, as far as it says, and was made since the call began.
 */
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

static bool take_opened(struct json_object *body, const char *key, double began, struct span found,
	struct text *out)
{
	struct span list = span_member(found, "incidents"), incident;
	size_t at = 0;

	(void)body;
	while ((incident = span_next(list, &at)).start) {
		if (is_own(incident, key, began))
			break;
	}
	return incident.start && text_add(out, "{\"incident\":") &&
	       text_add_bytes(out, incident.start, incident.len) && text_add(out, "}");
}

const struct recovery recovery_of_opening = {
	.is_refused = says_open, .add_query = add_open_with_key, .take = take_opened
};

const char *own_incident_new_status(struct json_object *incident)
{
	if (!incident)
		return NULL;
	json_object_object_foreach(incident, name, value)
	{
		(void)value;
		if (strcmp(name, "id") != 0 && strcmp(name, "type") != 0 &&
			strcmp(name, "status") != 0 && strcmp(name, "resolution") != 0)
			return NULL;
	}
	return json_string(incident, "status");
}

static const char *new_status(struct json_object *body)
{
	return own_incident_new_status(json_member(body, "incident"));
}

static bool says_done(struct json_object *body, const char *key, const struct error *refusal)
{
	const char *status = new_status(body);

	(void)key;
	if (!status || refusal->code != 400)
		return false;
	return (refusal->detail == CODE_ALREADY_RESOLVED && !strcmp(status, "resolved")) ||
	       (refusal->detail == CODE_ALREADY_ACKNOWLEDGED && !strcmp(status, "acknowledged"));
}

/* GET /incidents/ID answers in the same form as PUT /incidents/ID. */
static bool take_changed(struct json_object *body, const char *key, double began, struct span found,
	struct text *out)
{
	const char *status = new_status(body);

	(void)key;
	(void)began;
	return status &&
	       span_is_name(span_member(found, "incident/status"), status, strlen(status)) &&
	       text_add_bytes(out, found.start, found.len);
}

const struct recovery recovery_of_status = { .is_refused = says_done, .take = take_changed };
