/* SPDX-License-Identifier: Apache-2.0 */
#include "store.h"

#include "base/instant.h"
#include "call.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static struct json_object *root;
static unsigned next_id, next_key;

/*
 * The collection of each type of record. A type belongs to a row if it is the row's singular or
 * ends with it, like email_contact_method.
 */
static const struct {
	const char *singular, *plural;
} kinds[] = {
	{ "business_service", "business_services" },
	{ "contact_method", "contact_methods" },
	{ "escalation_policy", "escalation_policies" },
	{ "incident", "incidents" },
	{ "incident_workflow", "incident_workflows" },
	{ "integration", "integrations" },
	{ "log_entry", "log_entries" },
	{ "notification_rule", "notification_rules" },
	{ "priority", "priorities" },
	{ "schedule", "schedules" },
	{ "service", "services" },
	{ "team", "teams" },
	{ "user", "users" },
};

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
		struct json_object *record = json_object_array_get_idx(all, i);

		if (!strcmp(call_text(record, member), text))
			return record;
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

struct json_object *store_new_key(void)
{
	char key[33];

	(void)snprintf(key, sizeof(key), "5a4db0c1%024x", ++next_key);
	return json_object_new_string(key);
}

/* Makes an id like PagerDuty's: P and six letters or digits, each only once. */
static struct json_object *new_id(void)
{
	static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	char id[8] = "P";
	/*
	 * The factor has no common divisor with 36^6, since it is odd and no multiple of 3. So
	 * every number comes exactly once.
	 */
	unsigned long long number = (++next_id * 1540483477ull) % 2176782336ull;

	for (int i = 1; i < 7; i++) {
		id[i] = digits[number % 36];
		number /= 36;
	}
	return json_object_new_string(id);
}

static void add_link(
	struct json_object *record, const char *name, const char *base, const char *collection)
{
	char url[256];

	(void)snprintf(url, sizeof(url), "%s/%s/%s", base, collection, call_text(record, "id"));
	json_object_object_add(record, name, json_object_new_string(url));
}

void store_summarize(struct json_object *record)
{
	static const char *const names[] = { "_summary", "title", "name", "label", "description",
		"type" };
	const char *summary = "";

	for (size_t i = 0; i < COUNT(names) && !*summary; i++)
		summary = call_text(record, names[i]);
	json_object_object_add(record, "summary", json_object_new_string(summary));
}

/* Takes id over too. */
static struct json_object *add(const char *collection, const char *type, struct json_object *id,
	struct json_object *record)
{
	json_object_object_add(record, "id", id);
	json_object_object_add(record, "type", json_object_new_string(type));
	store_summarize(record);
	add_link(record, "self", "https://api.pagerduty.com", collection);
	add_link(record, "html_url", "https://sandbox.pagerduty.com", collection);
	if (!json_member(record, "created_at"))
		json_object_object_add(record, "created_at", store_now());
	json_object_array_add(store_all(collection), record);
	return record;
}

struct json_object *store_add(const char *collection, const char *type, struct json_object *record)
{
	return add(collection, type, new_id(), record);
}

struct json_object *store_add_plain(const char *collection, struct json_object *record)
{
	json_object_object_add(record, "id", new_id());
	json_object_array_add(store_all(collection), record);
	return record;
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

const char *store_collection(const char *type)
{
	static const char ending[] = "_reference";
	size_t len = strlen(type), end = sizeof(ending) - 1;

	if (len > end && !strcmp(type + len - end, ending))
		len -= end;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		size_t own = strlen(kinds[i].singular);

		if (own > len || strncmp(type + len - own, kinds[i].singular, own) != 0)
			continue;
		if (own == len || type[len - own - 1] == '_')
			return kinds[i].plural;
	}
	return NULL;
}

struct json_object *store_reference(struct json_object *record)
{
	static const char *const names[] = { "id", "summary", "self", "html_url" };
	struct json_object *reference = json_object_new_object();
	char type[80];

	(void)snprintf(type, sizeof(type), "%s_reference", call_text(record, "type"));
	for (size_t i = 0; i < COUNT(names); i++)
		json_object_object_add(
			reference, names[i], json_object_get(json_member(record, names[i])));
	json_object_object_add(reference, "type", json_object_new_string(type));
	return reference;
}

bool store_mentions(struct json_object *value, const char *id)
{
	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			if (store_mentions(json_object_array_get_idx(value, i), id))
				return true;
		}
	}
	if (!json_object_is_type(value, json_type_object))
		return false;
	if (!strcmp(call_text(value, "id"), id))
		return true;
	json_object_object_foreach(value, name, member)
	{
		(void)name;
		if (store_mentions(member, id))
			return true;
	}
	return false;
}

struct json_object *store_first_user(struct json_object *value)
{
	struct json_object *users = store_all("users");

	for (size_t i = 0; i < call_count(users); i++) {
		struct json_object *user = json_object_array_get_idx(users, i);

		if (store_mentions(value, call_text(user, "id")))
			return user;
	}
	return NULL;
}

/* Completes a reference that has only an id and a type. */
static bool complete_one(struct json_object *reference)
{
	static const char *const names[] = { "summary", "self", "html_url" };
	const char *collection = store_collection(call_text(reference, "type"));
	struct json_object *record;

	if (!collection || !json_string(reference, "id"))
		return true;
	record = store_find(collection, json_string(reference, "id"));
	for (size_t i = 0; record && i < COUNT(names); i++)
		json_object_object_add(
			reference, names[i], json_object_get(json_member(record, names[i])));
	return record;
}

bool store_complete(struct json_object *value, const char **out_type)
{
	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			if (!store_complete(json_object_array_get_idx(value, i), out_type))
				return false;
		}
	}
	if (!json_object_is_type(value, json_type_object))
		return true;
	json_object_object_foreach(value, name, member)
	{
		(void)name;
		if (!store_complete(member, out_type))
			return false;
	}
	if (complete_one(value))
		return true;
	*out_type = call_text(value, "type");
	return false;
}

/*
 * The first records of the sandbox. json-c accepts single quotes, which are easier to read in C.
 * References need only an id and a type, and refer to records above them. Members such as _owner
 * are internal and not shown.
 */
static const struct {
	const char *collection, *type, *id, *json;
} seeds[] = {
	{ "users", "user", "PANA001",
		"{'name':'Ana','email':'ana@example.com','role':'owner','time_zone':'UTC','teams':[]}" },
	{ "users", "user", "PBOB001",
		"{'name':'Bob','email':'bob@example.com','role':'user','time_zone':'UTC','teams':[]}" },
	{ "contact_methods", "email_contact_method", "PMAIL01",
		"{'label':'Work','address':'ana@example.com','send_short_email':false,'_owner':{'id':'PANA001','type':'user_reference'}}" },
	{ "notification_rules", "assignment_notification_rule", "PNRULE1",
		"{'start_delay_in_minutes':0,'urgency':'high','contact_method':{'id':'PMAIL01','type':'email_contact_method_reference'},'_owner':{'id':'PANA001','type':'user_reference'}}" },
	{ "teams", "team", "PTEAM01", "{'name':'Operations','description':null}" },
	{ "schedules", "schedule", "PSCHED1",
		"{'name':'Nights','time_zone':'UTC','teams':[],'schedule_layers':[{'id':'PLAYER1','name':'Layer 1','start':'2026-01-01T00:00:00Z','rotation_virtual_start':'2026-01-01T00:00:00Z','rotation_turn_length_seconds':86400,'restrictions':[],'users':[{'user':{'id':'PBOB001','type':'user_reference'}}]}]}" },
	{ "escalation_policies", "escalation_policy", "PPOLICY",
		"{'name':'Operations first','num_loops':0,'teams':[],'escalation_rules':[{'id':'PRULE01','escalation_delay_in_minutes':30,'targets':[{'id':'PANA001','type':'user_reference'}]},{'id':'PRULE02','escalation_delay_in_minutes':30,'targets':[{'id':'PSCHED1','type':'schedule_reference'}]}]}" },
	{ "services", "service", "PDBASE1",
		"{'name':'Database','description':'Where the data is','status':'active','teams':[],'escalation_policy':{'id':'PPOLICY','type':'escalation_policy_reference'}}" },
	{ "services", "service", "PSHOP01",
		"{'name':'Web shop','description':'Where people buy','status':'active','teams':[],'escalation_policy':{'id':'PPOLICY','type':'escalation_policy_reference'}}" },
	{ "integrations", "generic_events_api_inbound_integration", "PINTEG1",
		"{'name':'Events v1','service':{'id':'PDBASE1','type':'service_reference'},'integration_key':'" SANDBOX_SERVICE_KEY
		"'}" },
	{ "integrations", "events_api_v2_inbound_integration", "PINTEG2",
		"{'name':'Events v2','service':{'id':'PDBASE1','type':'service_reference'},'integration_key':'" SANDBOX_ROUTING_KEY
		"'}" },
	{ "priorities", "priority", "PPRIO01", "{'name':'P1','description':'Act at once'}" },
	{ "priorities", "priority", "PPRIO02", "{'name':'P2','description':'Act today'}" },
	{ "business_services", "business_service", "PBSHOP1",
		"{'name':'Online shop','description':'Buying, from the cart to the invoice','point_of_contact':'Ana','team':null}" },
	{ "incident_workflows", "incident_workflow", "PWFLOW1",
		"{'name':'Open a bridge','description':'Opens a conference bridge and invites the responders'}" },
	{ "custom_fields", "field", "PFIELD1",
		"{'name':'environment','display_name':'Environment','description':'Where the problem is','data_type':'string','field_type':'single_value','default_value':null,'enabled':true}" },
};

void store_open(void)
{
	const char *type;

	root = json_object_new_object();
	for (size_t i = 0; i < COUNT(seeds); i++) {
		struct json_object *record = json_tokener_parse(seeds[i].json);

		(void)store_complete(record, &type);
		(void)add(seeds[i].collection, seeds[i].type, json_object_new_string(seeds[i].id),
			record);
	}
}

void store_close(void)
{
	json_object_put(root);
	root = NULL;
}
