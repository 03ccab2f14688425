/* SPDX-License-Identifier: Apache-2.0 */
/* What belongs to users, teams, services and schedules, and who is on call. */
#include "collections.h"
#include "json.h"
#include "routes.h"
#include "store.h"

#include <string.h>

/* Answers 404 when the object that the path begins with is not there. */
static struct json_object *owner(struct call *call, const char *collection)
{
	struct json_object *object = store_find(collection, call->ids[0]);

	if (!object)
		call_not_found(call);
	return object;
}

/* Records of a user, such as contact methods, know whose they are by owner_id. */
static bool is_owned(const struct call *call, struct json_object *record)
{
	return !strcmp(call_text(record, "owner_id"), call->ids[0]);
}

static void list_owned(struct call *call, const char *collection)
{
	struct json_object *all = store_all(collection);
	struct json_object *mine = json_object_new_array();

	for (size_t i = 0; i < json_object_array_length(all); i++) {
		if (is_owned(call, json_object_array_get_idx(all, i)))
			json_object_array_add(
				mine, json_object_get(json_object_array_get_idx(all, i)));
	}
	call_answer_member(call, 200, collection, mine);
}

static void create_owned(struct call *call, const char *collection, const char *singular)
{
	struct json_object *given = json_member(call->body, singular);

	if (!*call_text(given, "type")) {
		call_refuse(call, 400, 2001, "Invalid Input Provided", "Type cannot be blank.");
		return;
	}
	json_object_object_add(given, "owner_id", json_object_new_string(call->ids[0]));
	call_answer_member(call, 201, singular,
		json_object_get(
			store_add(collection, call_text(given, "type"), json_object_get(given))));
}

static void get_owned(struct call *call, const char *collection, const char *singular)
{
	struct json_object *object = store_find(collection, call->ids[1]);

	if (!object || !is_owned(call, object))
		call_not_found(call);
	else
		call_answer_member(call, 200, singular, json_object_get(object));
}

static void delete_owned(struct call *call, const char *collection)
{
	struct json_object *object = store_find(collection, call->ids[1]);

	if (!object || !is_owned(call, object)) {
		call_not_found(call);
		return;
	}
	store_remove(collection, call->ids[1]);
	call_answer(call, 204, NULL);
}

static void list_contact_methods(struct call *call)
{
	if (owner(call, "users"))
		list_owned(call, "contact_methods");
}

static void create_contact_method(struct call *call)
{
	if (owner(call, "users"))
		create_owned(call, "contact_methods", "contact_method");
}

static void get_contact_method(struct call *call)
{
	if (owner(call, "users"))
		get_owned(call, "contact_methods", "contact_method");
}

static void delete_contact_method(struct call *call)
{
	if (owner(call, "users"))
		delete_owned(call, "contact_methods");
}

static void list_rules(struct call *call)
{
	if (owner(call, "users"))
		list_owned(call, "notification_rules");
}

static void create_rule(struct call *call)
{
	if (owner(call, "users"))
		create_owned(call, "notification_rules", "notification_rule");
}

static void get_rule(struct call *call)
{
	if (owner(call, "users"))
		get_owned(call, "notification_rules", "notification_rule");
}

static void delete_rule(struct call *call)
{
	if (owner(call, "users"))
		delete_owned(call, "notification_rules");
}

/* A link between a team and what it takes in; PagerDuty answers 204 to both. */
static void link_team(struct call *call, const char *collection, bool is_link)
{
	struct json_object *team = owner(call, "teams");
	struct json_object *other = store_find(collection, call->ids[1]);
	struct json_object *links;

	if (!team)
		return;
	links = json_member(team, collection);
	if (!links) {
		links = json_object_new_object();
		json_object_object_add(team, collection, links);
	}
	if (!other || (!is_link && !json_member(links, call->ids[1]))) {
		call_not_found(call);
		return;
	}
	if (is_link)
		json_object_object_add(links, call->ids[1], json_object_get(call->body));
	else
		json_object_object_del(links, call->ids[1]);
	/* A link without a body is there all the same. */
	if (is_link && !call->body)
		json_object_object_add(links, call->ids[1], json_object_new_object());
	call_answer(call, 204, NULL);
}

static void add_user(struct call *call)
{
	link_team(call, "users", true);
}

static void remove_user(struct call *call)
{
	link_team(call, "users", false);
}

static void add_policy(struct call *call)
{
	link_team(call, "escalation_policies", true);
}

static void remove_policy(struct call *call)
{
	link_team(call, "escalation_policies", false);
}

static bool is_of_service(struct json_object *integration, const char *id)
{
	return !strcmp(call_text(json_member(integration, "service"), "id"), id);
}

static void get_integration(struct call *call)
{
	struct json_object *integration = store_find("integrations", call->ids[1]);

	if (!integration || !is_of_service(integration, call->ids[0]))
		call_not_found(call);
	else
		call_answer_member(call, 200, "integration", json_object_get(integration));
}

/* A service with its integrations in full, whether they are asked for or not. */
static void get_service(struct call *call)
{
	struct json_object *service = owner(call, "services");
	struct json_object *all = store_all("integrations"), *mine = json_object_new_array();

	for (size_t i = 0; service && i < json_object_array_length(all); i++) {
		if (is_of_service(json_object_array_get_idx(all, i), call->ids[0]))
			json_object_array_add(
				mine, json_object_get(json_object_array_get_idx(all, i)));
	}
	if (!service) {
		json_object_put(mine);
		return;
	}
	json_object_object_add(service, "integrations", mine);
	call_answer_member(call, 200, "service", json_object_get(service));
}

static void delete_service(struct call *call)
{
	if (!owner(call, "services"))
		return;
	store_remove("services", call->ids[0]);
	call_answer(call, 204, NULL);
}

/* An escalation policy with its services. */
static void get_policy(struct call *call)
{
	struct json_object *policy = owner(call, "escalation_policies");
	struct json_object *all = store_all("services"), *mine = json_object_new_array();

	for (size_t i = 0; policy && i < json_object_array_length(all); i++) {
		struct json_object *service = json_object_array_get_idx(all, i);

		if (!strcmp(call_text(json_member(service, "escalation_policy"), "id"),
			    call->ids[0]))
			json_object_array_add(mine, json_object_get(service));
	}
	if (!policy) {
		json_object_put(mine);
		return;
	}
	json_object_object_add(policy, "services", mine);
	call_answer_member(call, 200, "escalation_policy", json_object_get(policy));
}

static void delete_policy(struct call *call)
{
	if (!owner(call, "escalation_policies"))
		return;
	store_remove("escalation_policies", call->ids[0]);
	call_answer(call, 204, NULL);
}

static void list_on_call(struct call *call)
{
	struct json_object *policy = store_find("escalation_policies", "PPOLICY");
	struct json_object *on_call = json_object_new_object(), *all = json_object_new_array();

	json_object_object_add(
		on_call, "user", store_reference(store_find_by("users", "email", SANDBOX_USER)));
	json_object_object_add(
		on_call, "schedule", store_reference(store_find("schedules", "PSCHED1")));
	json_object_object_add(
		on_call, "escalation_policy", policy ? store_reference(policy) : NULL);
	json_object_object_add(on_call, "escalation_level", json_object_new_int(1));
	json_object_object_add(on_call, "start", NULL);
	json_object_object_add(on_call, "end", NULL);
	json_object_array_add(all, on_call);
	collections_page(call, "oncalls", all, NULL);
	json_object_put(all);
}

static void list_schedule_users(struct call *call)
{
	struct json_object *schedule = owner(call, "schedules");

	if (schedule)
		call_answer_member(
			call, 200, "users", json_object_get(json_member(schedule, "users")));
}

static void get_me(struct call *call)
{
	call_refuse(call, 400, 2001, "Invalid Input Provided",
		"This endpoint is not supported with an account-level access token");
}

static void list_abilities(struct call *call)
{
	struct json_object *abilities = json_object_new_array();

	json_object_array_add(abilities, json_object_new_string("teams"));
	json_object_array_add(abilities, json_object_new_string("urgencies"));
	call_answer_member(call, 200, "abilities", abilities);
}

const struct route account_routes[] = {
	{ "GET", "/abilities", list_abilities, ROUTE_REST },
	{ "GET", "/escalation_policies/{}", get_policy, ROUTE_REST },
	{ "DELETE", "/escalation_policies/{}", delete_policy, ROUTE_REST },
	{ "GET", "/oncalls", list_on_call, ROUTE_REST },
	{ "GET", "/schedules/{}/users", list_schedule_users, ROUTE_REST },
	{ "GET", "/services/{}", get_service, ROUTE_REST },
	{ "DELETE", "/services/{}", delete_service, ROUTE_REST },
	{ "GET", "/services/{}/integrations/{}", get_integration, ROUTE_REST },
	{ "PUT", "/teams/{}/escalation_policies/{}", add_policy, ROUTE_REST },
	{ "DELETE", "/teams/{}/escalation_policies/{}", remove_policy, ROUTE_REST },
	{ "PUT", "/teams/{}/users/{}", add_user, ROUTE_REST },
	{ "DELETE", "/teams/{}/users/{}", remove_user, ROUTE_REST },
	{ "GET", "/users/me", get_me, ROUTE_REST },
	{ "GET", "/users/{}/contact_methods", list_contact_methods, ROUTE_REST },
	{ "POST", "/users/{}/contact_methods", create_contact_method, ROUTE_REST },
	{ "GET", "/users/{}/contact_methods/{}", get_contact_method, ROUTE_REST },
	{ "DELETE", "/users/{}/contact_methods/{}", delete_contact_method, ROUTE_REST },
	{ "GET", "/users/{}/notification_rules", list_rules, ROUTE_REST },
	{ "POST", "/users/{}/notification_rules", create_rule, ROUTE_REST },
	{ "GET", "/users/{}/notification_rules/{}", get_rule, ROUTE_REST },
	{ "DELETE", "/users/{}/notification_rules/{}", delete_rule, ROUTE_REST },
	{ 0 },
};
