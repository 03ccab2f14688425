/* SPDX-License-Identifier: Apache-2.0 */
/* The function of incident.page: see operations/verbs.h. */
#include "operations/verbs.h"

#include "action/list_want.h"
#include "verbs/verb.h"
#include "json/json.h"

#include <string.h>

enum { SHOWN_MOST = 10 }; /* services that are listed if there are several */

static bool is_listed(struct json_object *services, const char *id)
{
	for (size_t i = 0; i < json_object_array_length(services); i++) {
		const char *listed = json_string(json_object_array_get_idx(services, i), "id");

		if (listed && !strcmp(listed, id))
			return true;
	}
	return false;
}

/*
 * Adds the services of an escalation policy that are not in the list yet. Returns false if memory
 * runs out.
 */
static bool add_services(struct json_object *services, struct json_object *policy)
{
	struct json_object *own = json_member(policy, "services");
	size_t count =
		json_object_is_type(own, json_type_array) ? json_object_array_length(own) : 0;

	for (size_t i = 0; i < count; i++) {
		struct json_object *service = json_object_array_get_idx(own, i);
		const char *id = json_string(service, "id");

		if (id && !is_listed(services, id) &&
			!json_append(services, json_object_get(service)))
			return false;
	}
	return true;
}

static bool find_of_policy(
	struct run *run, const char *id, struct json_object *services, struct error *err)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *policy = NULL;

	if (!json_add_string(asked, "entity_id", id))
		return error_memory(err);
	return verb_call(run, "escalation_policy.get", asked, &policy, err) &&
	       (add_services(services, policy) || error_memory(err));
}

static bool find_of_user(
	struct run *run, const char *id, struct json_object *services, struct error *err)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *policies = NULL;
	struct json_object *ids = json_object_new_array();

	if (!json_add(asked, "user_ids", ids) || !json_append(ids, json_object_new_string(id)) ||
		!list_want_all(asked))
		return error_memory(err);
	if (!verb_call(run, "escalation_policy.find", asked, &policies, err))
		return false;
	for (size_t i = 0; i < json_object_array_length(policies); i++) {
		if (!add_services(services, json_object_array_get_idx(policies, i)))
			return error_memory(err);
	}
	return true;
}

/* Refuses because there is no service or more than one: the caller must name the service. */
static bool refuse_services(struct json_object *services, const char *user, struct error *err)
{
	size_t count = json_object_array_length(services);
	const char *policy = user ? "an escalation policy of the user" : "the escalation policy";

	if (!count)
		return error_set(err, ERROR_USAGE, 0,
			"no service uses %s: give service_id (in chat: page NAME on SERVICE about TITLE)",
			policy);
	(void)error_set(err, ERROR_USAGE, 0,
		"%zu services use %s, so give service_id (in chat: page NAME on SERVICE about TITLE):",
		count, policy);
	for (size_t i = 0; i < count && i < SHOWN_MOST; i++) {
		struct json_object *service = json_object_array_get_idx(services, i);
		const char *name = json_string(service, "summary");

		(void)error_append(err, "%s %s (%s)", i ? "," : "", name ? name : "a service",
			json_string(service, "id"));
	}
	return count > SHOWN_MOST ? error_append(err, ", ...") : false;
}

/* Finds the one service that can be meant, and builds the request with it. */
static bool find_service(struct run *run, struct error *err)
{
	scoped(json_put_at) struct json_object *services = json_object_new_array();
	const char *policy = json_string(run->values, "escalation_policy_id");
	const char *user = json_string(run->values, "user_id");

	if (!services)
		return error_memory(err);
	if (policy ? !find_of_policy(run, policy, services, err)
		   : !find_of_user(run, user, services, err))
		return false;
	if (json_object_array_length(services) != 1)
		return refuse_services(services, user, err);
	const char *id = json_string(json_object_array_get_idx(services, 0), "id");
	if (!json_add_string(run->values, "service_id", id))
		return error_memory(err);
	return verb_build(run, err);
}

bool incident_page(struct run *run, struct text *out, struct error *err)
{
	return (json_string(run->values, "service_id") || find_service(run, err)) &&
	       verb_exchange(run, run->request, run->values, out, err);
}
