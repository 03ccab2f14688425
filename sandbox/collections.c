/* SPDX-License-Identifier: Apache-2.0 */
#include "collections.h"

#include "base/instant.h"
#include "listing.h"
#include "routes.h"
#include "schedules.h"
#include "store.h"
#include "view.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>

#define MEMBERS(...)              \
	(const char *const[])     \
	{                         \
		__VA_ARGS__, NULL \
	}

/* The operations of a collection besides reading. */
enum { CREATE = 1, UPDATE = 2, DELETE = 4, ALL = CREATE | UPDATE | DELETE };

/* A resource of PagerDuty's specification. */
static const struct collection {
	const char *under; /* the collection whose records own these; or NULL */
	const char *plural, *singular;
	int allowed;
	enum listing_kind listing;
	bool needs_from; /* creating a record needs the header From */
	const char *const *required; /* required members of a new record besides type */
	/* members that PagerDuty adds to a new record, in single quotes; or NULL */
	const char *initial;
} collections[] = {
	{ NULL, "business_services", "business_service", ALL, LISTING_PAGED, false, MEMBERS("name"),
		"{'description':null,'point_of_contact':null,'team':null}" },
	{ NULL, "escalation_policies", "escalation_policy", ALL, LISTING_PAGED, false,
		MEMBERS("name", "escalation_rules"), "{'num_loops':0,'teams':[]}" },
	{ NULL, "incident_workflows", "incident_workflow", 0, LISTING_PAGED, false, NULL, NULL },
	{ NULL, "log_entries", "log_entry", 0, LISTING_PAGED, false, NULL, NULL },
	{ NULL, "maintenance_windows", "maintenance_window", ALL, LISTING_PAGED, true,
		MEMBERS("start_time", "end_time", "services"), NULL },
	{ NULL, "priorities", "priority", 0, LISTING_PAGED, false, NULL, NULL },
	{ NULL, "schedules", "schedule", ALL, LISTING_PAGED, false, MEMBERS("time_zone"),
		"{'schedule_layers':[],'teams':[]}" },
	{ NULL, "services", "service", ALL, LISTING_PAGED, false, MEMBERS("escalation_policy"),
		"{'status':'active','auto_resolve_timeout':14400,'acknowledgement_timeout':1800,'teams':[]}" },
	{ NULL, "teams", "team", ALL, LISTING_PAGED, false, MEMBERS("name"), NULL },
	{ NULL, "users", "user", ALL, LISTING_PAGED, true, MEMBERS("name", "email"),
		"{'role':'user','time_zone':'UTC','teams':[]}" },
	{ "services", "integrations", "integration", CREATE | UPDATE, LISTING_WHOLE, false, NULL,
		NULL },
	{ "users", "contact_methods", "contact_method", ALL, LISTING_WHOLE, false,
		MEMBERS("label", "address"), NULL },
	{ "users", "notification_rules", "notification_rule", ALL, LISTING_WHOLE, false,
		MEMBERS("start_delay_in_minutes", "urgency", "contact_method"), NULL },
};

/* The parts of a path: /plural, /plural/ID, /under/OWNER/plural, /under/OWNER/plural/ID. */
struct place {
	const struct collection *collection;
	struct json_object *owner; /* NULL when there is none */
	const char *id; /* NULL: the path names the list */
};

/* Returns the member that names the owner of a record. */
static const char *owner_member(const struct collection *collection)
{
	return !strcmp(collection->plural, "integrations") ? "service" : "_owner";
}

/*
 * Checks that a window ends after it begins. Answers 400 if it does not, or if a time is not valid.
 */
static bool check_window(struct call *call, struct json_object *given)
{
	const char *start = json_string(given, "start_time"), *end = json_string(given, "end_time");
	int64_t from = 0, to = 1;

	if ((!start || instant_read(start, &from)) && (!end || instant_read(end, &to)) &&
		(!start || !end || from < to))
		return true;
	call_invalid(call, "End time must be after start time.");
	return false;
}

/* Returns the given record, borrowed. If it is not valid, answers 400 and returns NULL. */
static struct json_object *read_record(
	struct call *call, const struct collection *collection, bool is_new)
{
	struct json_object *given = json_member(call->body, collection->singular);
	const char *type = NULL;
	char problem[128];

	if (!json_object_is_type(given, json_type_object)) {
		(void)snprintf(problem, sizeof(problem), "The body lacks %s", collection->singular);
		call_invalid(call, problem);
		return NULL;
	}
	if (is_new && !*call_text(given, "type")) {
		call_invalid(call, "Type can't be blank.");
		return NULL;
	}
	for (const char *const *name = collection->required; is_new && name && *name; name++) {
		struct json_object *member = json_member(given, *name);

		if (member && *json_object_get_string(member))
			continue;
		(void)snprintf(problem, sizeof(problem), "%s can't be blank.", *name);
		call_invalid(call, problem);
		return NULL;
	}
	if (!strcmp(collection->plural, "maintenance_windows") && !check_window(call, given))
		return NULL;
	/* Remove the id, so that the record itself is not taken for a reference. */
	json_object_object_del(given, "id");
	if (store_complete(given, &type))
		return given;
	(void)snprintf(problem, sizeof(problem), "%.80s not found", type);
	call_invalid(call, problem);
	return NULL;
}

static void copy_members(struct json_object *to, struct json_object *from)
{
	json_object_object_foreach(from, name, value)
	{
		/* Members that begin with "_" are internal to the sandbox. */
		if (*name != '_')
			json_object_object_add(to, name, json_object_get(value));
	}
}

static void create(struct call *call, const struct place *place)
{
	const struct collection *collection = place->collection;
	struct json_object *given = read_record(call, collection, true);
	const char *type = call_text(given, "type");
	const char *own = store_collection(type);
	struct json_object *record;

	if (!given)
		return;
	record = collection->initial ? json_tokener_parse(collection->initial)
				     : json_object_new_object();
	copy_members(record, given);
	if (place->owner)
		json_object_object_add(
			record, owner_member(collection), store_reference(place->owner));
	if (!strcmp(collection->plural, "integrations"))
		json_object_object_add(record, "integration_key", store_new_key());
	if (!strcmp(collection->plural, "schedules"))
		schedules_complete(record);
	/*
	 * Some collections have several types, such as email_contact_method. Others accept the
	 * wrong types that older packs send.
	 */
	if (!own || strcmp(own, collection->plural) != 0 || strstr(type, "_reference"))
		type = collection->singular;
	view_answer(call, 201, collection->singular, store_add(collection->plural, type, record));
}

static void update(
	struct call *call, const struct collection *collection, struct json_object *record)
{
	static const char *const ours[] = { "type", "self", "html_url", "created_at" };
	struct json_object *given = read_record(call, collection, false);

	if (!given)
		return;
	for (size_t i = 0; i < COUNT(ours); i++)
		json_object_object_del(given, ours[i]);
	copy_members(record, given);
	if (!strcmp(collection->plural, "schedules"))
		schedules_complete(record);
	store_summarize(record);
	view_answer(call, 200, collection->singular, record);
}

static void answer_list(struct call *call, const struct place *place)
{
	const struct collection *collection = place->collection;

	if (!strcmp(call->method, "GET") && strcmp(collection->plural, "integrations") != 0)
		listing_answer(call, collection->listing, collection->plural,
			store_all(collection->plural), place->owner ? "_owner" : NULL,
			call_text(place->owner, "id"));
	else if (strcmp(call->method, "POST") != 0 || !(collection->allowed & CREATE))
		call_not_allowed(call);
	else if (!collection->needs_from || routes_has_actor(call))
		create(call, place);
}

static void answer_one(struct call *call, const struct place *place)
{
	const struct collection *collection = place->collection;
	struct json_object *record = store_find(collection->plural, place->id);

	if (!record ||
		(place->owner && !store_mentions(json_member(record, owner_member(collection)),
					 call_text(place->owner, "id")))) {
		call_not_found(call);
	} else if (!strcmp(call->method, "GET")) {
		view_answer(call, 200, collection->singular, record);
	} else if (!strcmp(call->method, "PUT") && (collection->allowed & UPDATE)) {
		update(call, collection, record);
	} else if (!strcmp(call->method, "DELETE") && (collection->allowed & DELETE)) {
		store_remove(collection->plural, place->id);
		call_answer(call, 204, NULL);
	} else {
		call_not_allowed(call);
	}
}

/* Copies the next part of a path and moves *path behind it. The part is "" at the end. */
static void take_part(const char **path, char part[CALL_ID])
{
	size_t len;

	*path += **path == '/';
	len = strcspn(*path, "/");
	(void)snprintf(part, CALL_ID, "%.*s", (int)len, *path);
	*path += len;
}

static const struct collection *find_collection(const char *under, const char *plural)
{
	for (size_t i = 0; i < COUNT(collections); i++) {
		if (!strcmp(collections[i].plural, plural) &&
			!strcmp(collections[i].under ? collections[i].under : "", under))
			return &collections[i];
	}
	return NULL;
}

bool collections_answer(struct call *call)
{
	const char *path = call->path;
	char parts[4][CALL_ID];
	struct place place = { 0 };

	for (size_t i = 0; i < COUNT(parts); i++)
		take_part(&path, parts[i]);
	if (*path)
		return false;
	if (*parts[2]) {
		place.collection = find_collection(parts[0], parts[2]);
		place.owner = store_find(parts[0], parts[1]);
	} else {
		place.collection = find_collection("", parts[0]);
	}
	if (!place.collection || (*parts[2] && !place.owner))
		return false;
	place.id = *parts[2] ? parts[3] : parts[1];
	if (*place.id)
		answer_one(call, &place);
	else
		answer_list(call, &place);
	return true;
}
