/* SPDX-License-Identifier: Apache-2.0 */
/* The subscribers to the status updates of an incident. */
#include "incidents.h"
#include "listing.h"
#include "routes.h"
#include "store.h"
#include "json/json.h"

#include <string.h>

/* Returns the list of an incident's subscribers, and creates it if it does not exist. Borrowed. */
static struct json_object *subscribers_of(struct json_object *incident)
{
	struct json_object *list = call_array(incident, "_subscribers");

	if (!list) {
		list = json_object_new_array();
		json_object_object_add(incident, "_subscribers", list);
	}
	return list;
}

/*
 * Finds the given subscriber in the list. *out_at is its position. Returns NULL if it is not there.
 * Borrowed.
 */
static struct json_object *find_subscriber(
	struct json_object *list, struct json_object *given, size_t *out_at)
{
	for (size_t i = 0; i < call_count(list); i++) {
		struct json_object *one = json_object_array_get_idx(list, i);

		if (strcmp(call_text(one, "subscriber_id"), call_text(given, "subscriber_id")) !=
				0 ||
			strcmp(call_text(one, "subscriber_type"),
				call_text(given, "subscriber_type")) != 0)
			continue;
		*out_at = i;
		return one;
	}
	return NULL;
}

static void list_subscribers(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false);

	if (incident)
		listing_answer(
			call, LISTING_PAGED, "subscribers", subscribers_of(incident), NULL, NULL);
}

static bool is_subscriber(struct json_object *given)
{
	const char *type = call_text(given, "subscriber_type");
	const char *collection = store_collection(type);

	return (!strcmp(type, "user") || !strcmp(type, "team")) &&
	       store_find(collection, call_text(given, "subscriber_id"));
}

/* Adds a subscriber. Returns a new reference to the result: success, duplicate or unauthorized. */
static struct json_object *subscribe(struct json_object *incident, struct json_object *given)
{
	struct json_object *list = subscribers_of(incident);
	struct json_object *outcome = json_object_new_object();
	size_t at;
	bool known = find_subscriber(list, given, &at), may = is_subscriber(given);

	if (may && !known) {
		struct json_object *subscriber = json_object_new_object();

		call_set_text(subscriber, "subscriber_id", call_text(given, "subscriber_id"));
		call_set_text(subscriber, "subscriber_type", call_text(given, "subscriber_type"));
		json_object_object_add(
			subscriber, "has_indirect_subscription", json_object_new_boolean(false));
		json_object_object_add(subscriber, "subscribed_via", NULL);
		json_object_array_add(list, subscriber);
	}
	call_set_text(outcome, "account_id", "PACCT01");
	call_set_text(outcome, "subscribable_id", call_text(incident, "id"));
	call_set_text(outcome, "subscribable_type", "incident");
	call_set_text(outcome, "subscriber_id", call_text(given, "subscriber_id"));
	call_set_text(outcome, "subscriber_type", call_text(given, "subscriber_type"));
	call_set_text(outcome, "result", !may ? "unauthorized" : known ? "duplicate" : "success");
	return outcome;
}

static void add_subscribers(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false), *outcomes;
	struct json_object *given = call_array(call->body, "subscribers");

	if (!incident)
		return;
	if (!call_count(given)) {
		call_invalid(call, "subscribers must hold at least one subscriber");
		return;
	}
	outcomes = json_object_new_array();
	for (size_t i = 0; i < call_count(given); i++)
		json_object_array_add(
			outcomes, subscribe(incident, json_object_array_get_idx(given, i)));
	call_answer_member(call, 200, "subscriptions", outcomes);
}

static void remove_subscribers(struct call *call)
{
	struct json_object *incident = incidents_find_called(call, false), *counts;
	struct json_object *given = call_array(call->body, "subscribers");
	int deleted = 0, missing = 0;
	size_t at;

	if (!incident)
		return;
	for (size_t i = 0; i < call_count(given); i++) {
		struct json_object *list = subscribers_of(incident);

		if (find_subscriber(list, json_object_array_get_idx(given, i), &at)) {
			json_object_array_del_idx(list, at, 1);
			deleted++;
		} else {
			missing++;
		}
	}
	counts = json_object_new_object();
	json_object_object_add(counts, "deleted_count", json_object_new_int(deleted));
	json_object_object_add(counts, "unauthorized_count", json_object_new_int(0));
	json_object_object_add(counts, "non_existent_count", json_object_new_int(missing));
	call_answer(call, 200, counts);
}

const struct route subscriber_routes[] = {
	{ "GET", "/incidents/{}/status_updates/subscribers", list_subscribers, ROUTE_REST },
	{ "POST", "/incidents/{}/status_updates/subscribers", add_subscribers, ROUTE_REST },
	{ "POST", "/incidents/{}/status_updates/unsubscribe", remove_subscribers, ROUTE_REST },
	{ 0 },
};
