/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Resolves values of the configuration. Only this step asks StackStorm's datastore for values of
 * {{st2kv.system.NAME}}; the getters of config.h only return them. needs.c calls it before a
 * request is built, and the queue calls it for each event that it sends.
 */
#ifndef CONFIG_RESOLVE_H
#define CONFIG_RESOLVE_H

#include "config/config.h"

/*
 * Resolves the value of a key of the chosen account, or each element of a list: looks it up if it
 * is in the datastore, only once, and remembers a secret for redaction. All look-ups share one
 * connection. If a URL of PagerDuty is not set, resolves the region, from which the URL follows.
 * For a key that is not set, does nothing. Fails with ERROR_CONFIG, or with ERROR_UNAVAILABLE if
 * the time is over; the sentence names the key and says what to do.
 */
bool config_resolve(struct config *config, enum config_key key, struct error *err) MUST_CHECK;

/* Resolves each of a list of keys, in their order. */
bool config_resolve_all(struct config *config, const enum config_key *keys, size_t count,
	struct error *err) MUST_CHECK;

/*
 * Resolves the first of the keys that has a value, and no other. *out is that key, or CONFIG_KEYS
 * if none has a value.
 */
bool config_resolve_first(struct config *config, const enum config_key *keys, size_t count,
	enum config_key *out, struct error *err) MUST_CHECK;

/* Resolves the value of name in service_keys, routing_keys or users. */
bool config_resolve_named(
	struct config *config, enum config_key key, const char *name, struct error *err) MUST_CHECK;

/* Sets when every look-up in the datastore must end, on clock_now(); 0: no limit. */
void config_end_at(struct config *config, double end);

/* Switches the datastore off for --dry-run: its values stay expressions. */
void config_stay_offline(struct config *config);

#endif
