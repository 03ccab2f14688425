/* SPDX-License-Identifier: Apache-2.0 */
/* Reads values of {{st2kv.system.NAME}} from StackStorm's datastore through its API. */
#ifndef CONFIG_DATASTORE_H
#define CONFIG_DATASTORE_H

#include "base/error.h"
#include "config/expression.h"
#include "stackstorm/api.h"

/*
 * Looks a value up: GET URL/keys/NAME?scope=...&decrypt=true (st2api/controllers/v1/keyvalue.py).
 * *http is the handle for all look-ups: the first opens it, and the caller frees it. For the scope
 * user StackStorm uses the owner of the token, which for an execution is the user who started it.
 * StackStorm does the same for pack configurations (context.user in st2actions/container/base.py,
 * st2common/util/param.py). A look-up takes at most 5 s, and ends at end, on clock_now(), unless
 * that is 0. Returns the value, which the caller must overwrite and free. Returns NULL with
 * ERROR_CONFIG, or with ERROR_UNAVAILABLE if end is over; the sentence names the key and says what
 * to do.
 */
char *datastore_get(struct http **http, const struct datastore_name *name,
	const struct stackstorm_access *access, double end, struct error *err) MUST_CHECK;

#endif
