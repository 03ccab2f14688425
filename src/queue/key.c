/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/key.h"

#include "base/redact.h"
#include "base/sha256.h"
#include "config/explain.h"
#include "config/resolve.h"
#include "request/integration_key.h"
#include "json/json.h"

#include <string.h>

/*
 * Makes the digest that stands for an integration key where the key must not be stored or shown.
 * The key cannot be computed from it. what separates digests that are made for different purposes.
 */
static void digest_text(const char *what, const char *text, unsigned char out[SHA256_SIZE])
{
	struct sha256 hash;

	sha256_begin(&hash);
	sha256_add(&hash, what, strlen(what) + 1);
	sha256_add(&hash, text, strlen(text));
	sha256_end(&hash, out);
}

static int64_t compute_lane(const char *what, const char *text)
{
	unsigned char bytes[SHA256_SIZE];
	uint64_t lane = 0;

	digest_text(what, text, bytes);
	for (int i = 0; i < 8; i++)
		lane = lane << 8 | bytes[i];
	/* The number must be above 0, and the number of a byte that can be locked. */
	return (int64_t)(lane % (INT64_MAX - 2)) + 1;
}

/*
 * Adds the name that the configuration has for the key of an event that the caller did not give:
 * that of the service that values name, or else the default. Returns false if memory runs out.
 */
static bool add_key_name(
	const struct operation *operation, struct json_object *values, struct text *out)
{
	enum config_key source;
	const char *name;

	return integration_key_source(operation, values, &source, &name) &&
	       config_add_key_name(source, name, out);
}

bool queue_key_find(const struct request *request, struct json_object *values,
	const struct config *config, struct queue_key *out)
{
	const char *member = request->operation->api->key;
	const char *key = json_string(request->body, member);
	scoped(text_done) struct text first = TEXT(TEXT_ANY);
	bool known = false;

	*out = (struct queue_key){ .account = config_account_used(config), .name = TEXT(TEXT_ANY) };
	if (!key || !config_name_integration_key(config, key, &first, &known))
		return false;
	const char *given = json_string(values, member);
	/*
	 * The lane comes from the first name of the key, so that two names for one key have the
	 * same lane. The name that is stored is the one that was used.
	 */
	if (given && !known)
		out->given = given;
	else if (given ? !text_add(&out->name, text_string(&first))
		       : !add_key_name(request->operation, values, &out->name))
		return false;
	out->lane = out->given ? compute_lane("given", key)
			       : compute_lane(out->account ? out->account : "",
					 text_string(known ? &first : &out->name));
	return true;
}

void queue_key_done(struct queue_key *key)
{
	text_done(&key->name);
}

/*
 * Finds the key of the configuration for a stored name: "routing_keys.database" is the member
 * "database" of a map, "routing_key" has no member. Returns false if there is none.
 */
static bool find_source(const char *name, enum config_key *out, const char **out_member)
{
	for (size_t i = 0; i < CONFIG_KEY_PAIRS; i++) {
		const struct config_key_pair *pair = &config_key_pairs[i];
		const char *map = config_key_name(pair->named);
		size_t len = strlen(map);
		bool own = !strcmp(name, config_key_name(pair->own));

		if (own || (!strncmp(name, map, len) && name[len] == '.')) {
			*out = own ? pair->own : pair->named;
			*out_member = own ? NULL : name + len + 1;
			return true;
		}
	}
	return false;
}

bool queue_key_resolve(struct config *config, const struct queue_event *event, struct error *err)
{
	enum config_key source;
	const char *member;

	if (event->key || !event->key_name || !find_source(event->key_name, &source, &member))
		return true;
	return member ? config_resolve_named(config, source, member, err)
		      : config_resolve(config, source, err);
}

bool queue_key_value(const struct config *config, const struct queue_event *event, const char **out,
	struct error *err)
{
	enum config_key source;
	const char *member;

	*out = event->key;
	if (*out)
		return redact_remember(*out) || error_memory(err);
	if (!event->key_name)
		return error_set(err, ERROR_INTERNAL, 0, "a kept event has no integration key");
	bool known = find_source(event->key_name, &source, &member);
	if (known)
		*out = member ? config_named(config, source, member) : config_text(config, source);
	if (!*out && known && config_explain_missing(config, source, member, err))
		return error_append(err, "; the event stays in the queue");
	return *out ||
	       error_set(err, ERROR_CONFIG, 0,
		       "an event in the queue needs %s, which %s does not have: it stays in the queue",
		       event->key_name, config_place(config));
}

bool queue_key_show(const struct queue_event *event, struct text *out)
{
	unsigned char bytes[SHA256_SIZE];

	if (event->key_name)
		return text_add(out, event->key_name);
	digest_text("given", event->key ? event->key : "", bytes);
	return text_addf(out, "given:%02x%02x%02x%02x", bytes[0], bytes[1], bytes[2], bytes[3]);
}
