/* SPDX-License-Identifier: Apache-2.0 */
#include "store.h"

#include "call.h"
#include "instant.h"
#include "json.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static struct json_object *root;
static unsigned next_id;
static int next_number;

struct json_object *store_all(const char *collection)
{
	struct json_object *all = json_member(root, collection);

	if (!all) {
		all = json_object_new_array();
		json_object_object_add(root, collection, all);
	}
	return all;
}

struct json_object *store_find_by(const char *collection, const char *member, const char *text)
{
	struct json_object *all = store_all(collection);

	for (size_t i = 0; i < json_object_array_length(all); i++) {
		struct json_object *object = json_object_array_get_idx(all, i);

		if (!strcmp(call_text(object, member), text))
			return object;
	}
	return NULL;
}

struct json_object *store_find(const char *collection, const char *id)
{
	return store_find_by(collection, "id", id);
}

struct json_object *store_now(void)
{
	char text[INSTANT_TEXT];

	instant_print((int64_t)time(NULL), text);
	return json_object_new_string(text);
}

int store_next_number(void)
{
	return ++next_number;
}

/* An id as PagerDuty's look: P and six letters or digits, never the same twice. */
static struct json_object *new_id(void)
{
	static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	char id[8] = "P";
	/* Odd, and so without a common factor with 36^6: every number comes once. */
	unsigned long long number = (++next_id * 1540483477ull) % 2176782336ull;

	for (int i = 1; i < 7; i++) {
		id[i] = digits[number % 36];
		number /= 36;
	}
	return json_object_new_string(id);
}

static void add_link(
	struct json_object *object, const char *name, const char *base, const char *collection)
{
	char url[256];

	(void)snprintf(url, sizeof(url), "%s/%s/%s", base, collection, call_text(object, "id"));
	json_object_object_add(object, name, json_object_new_string(url));
}

struct json_object *store_add(const char *collection, const char *type, struct json_object *object)
{
	const char *summary = json_string(object, "title");

	if (!summary)
		summary = json_string(object, "name");
	if (!json_member(object, "id"))
		json_object_object_add(object, "id", new_id());
	json_object_object_add(object, "type", json_object_new_string(type));
	json_object_object_add(object, "summary", json_object_new_string(summary ? summary : type));
	add_link(object, "self", "https://api.pagerduty.com", collection);
	add_link(object, "html_url", "https://sandbox.pagerduty.com", collection);
	if (!json_member(object, "created_at"))
		json_object_object_add(object, "created_at", store_now());
	json_object_array_add(store_all(collection), object);
	return object;
}

void store_remove(const char *collection, const char *id)
{
	struct json_object *all = store_all(collection);

	for (size_t i = 0; i < json_object_array_length(all); i++) {
		if (!strcmp(call_text(json_object_array_get_idx(all, i), "id"), id)) {
			json_object_array_del_idx(all, i, 1);
			return;
		}
	}
}

struct json_object *store_reference(struct json_object *object)
{
	static const char *const names[] = { "id", "summary", "self", "html_url" };
	struct json_object *reference = json_object_new_object();
	char type[80];

	(void)snprintf(type, sizeof(type), "%s_reference", call_text(object, "type"));
	for (size_t i = 0; i < COUNT(names); i++)
		json_object_object_add(
			reference, names[i], json_object_get(json_member(object, names[i])));
	json_object_object_add(reference, "type", json_object_new_string(type));
	return reference;
}

/* What the sandbox starts with. References are by the ids given here. */
static const struct {
	const char *collection, *type, *json;
} seeds[] = {
	{ "users", "user",
		"{\"id\":\"PANA001\",\"name\":\"Ana\",\"email\":\"ana@example.com\",\"role\":"
		"\"owner\",\"time_zone\":\"UTC\"}" },
	{ "users", "user",
		"{\"id\":\"PBOB001\",\"name\":\"Bob\",\"email\":\"bob@example.com\",\"role\":"
		"\"user\",\"time_zone\":\"UTC\"}" },
	{ "teams", "team", "{\"id\":\"PTEAM01\",\"name\":\"Operations\",\"description\":null}" },
	{ "schedules", "schedule",
		"{\"id\":\"PSCHED1\",\"name\":\"Nights\",\"time_zone\":\"UTC\",\"users\":[{\"id\":"
		"\"PANA001\",\"type\":\"user_reference\","
		"\"summary\":\"Ana\"}],\"schedule_layers\":[]}" },
	{ "escalation_policies", "escalation_policy",
		"{\"id\":\"PPOLICY\",\"name\":\"Operations "
		"first\",\"num_loops\":0,\"escalation_rules\":[{\"id\":\"PRULE01\","
		"\"escalation_delay_in_minutes\":30,\"targets\":[{\"id\":\"PANA001\",\"type\":"
		"\"user_reference\",\"summary\":\"Ana\"}]}]}" },
	{ "services", "service",
		"{\"id\":\"PDBASE1\",\"name\":\"Database\",\"status\":\"active\",\"escalation_"
		"policy\":{\"id\":\"PPOLICY\",\"type\":"
		"\"escalation_policy_reference\",\"summary\":\"Operations "
		"first\"},\"integration_key\":\"" SANDBOX_KEY "\"}" },
	{ "services", "service",
		"{\"id\":\"PSHOP01\",\"name\":\"Web "
		"shop\",\"status\":\"active\",\"escalation_policy\":{\"id\":\"PPOLICY\",\"type\":"
		"\"escalation_policy_reference\",\"summary\":\"Operations "
		"first\"},\"integration_key\":"
		"\"5a4db0c0000000000000000000000002\"}" },
	{ "integrations", "events_api_v2_inbound_integration",
		"{\"id\":\"PINTEG1\",\"name\":\"Monitoring\",\"service\":{\"id\":\"PDBASE1\","
		"\"type\":\"service_reference\"},"
		"\"integration_key\":\"" SANDBOX_KEY "\"}" },
};

void store_open(void)
{
	root = json_object_new_object();
	for (size_t i = 0; i < COUNT(seeds); i++)
		(void)store_add(
			seeds[i].collection, seeds[i].type, json_tokener_parse(seeds[i].json));
}

void store_close(void)
{
	json_object_put(root);
	root = NULL;
}
