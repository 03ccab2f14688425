/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one step that makes values of the configuration ready. It alone asks StackStorm's datastore
 * for those behind {{st2kv.system.NAME}}; the getters of config.h only get. Who builds requests
 * says before what they need (needs.c, and the queue for each event that it kept).
 */
#ifndef CONFIG_RESOLVE_H
#define CONFIG_RESOLVE_H

#include "config/config.h"

/*
 * Makes the value of a key of the chosen account ready, and of a list each element: looks it up if
 * it is in the datastore, once, and hands a secret to redact_remember(). All look-ups share one
 * connection. Of a URL of PagerDuty that is not set, the region is made ready, by which it is
 * known. A key that is not set is ready. Fails with ERROR_CONFIG, or with ERROR_UNAVAILABLE where
 * the time is over; the sentence names the key and what to do.
 */
bool config_resolve(struct config *config, enum config_key key, struct error *err) MUST_CHECK;

/* The same for each of a list of keys, in their order. */
bool config_resolve_all(struct config *config, const enum config_key *keys, size_t count,
	struct error *err) MUST_CHECK;

/*
 * The same for the first of them that has a value, and none behind it. *out is that key, or
 * CONFIG_KEYS where none has one.
 */
bool config_resolve_first(struct config *config, const enum config_key *keys, size_t count,
	enum config_key *out, struct error *err) MUST_CHECK;

/* The same for the value of name in service_keys, routing_keys or users. */
bool config_resolve_named(
	struct config *config, enum config_key key, const char *name, struct error *err) MUST_CHECK;

/*
 * Sets the moment, on clock_now(), at which every look-up in the datastore must have ended; 0: no
 * limit.
 */
void config_end_at(struct config *config, double end);

/* Switches the datastore off for --dry-run: its values stay expressions. */
void config_stay_offline(struct config *config);

#endif
