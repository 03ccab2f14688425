/* SPDX-License-Identifier: Apache-2.0 */
/* Reads values of {{st2kv.system.NAME}} from StackStorm's datastore through its API. */
#ifndef CONFIG_DATASTORE_H
#define CONFIG_DATASTORE_H

#include "base/error.h"
#include "config/expression.h"
#include "stackstorm/api.h"

/*
 * http is the handle for all look-ups: opened by the first, and to be freed by the caller. Looks a
 * value up: GET URL/keys/NAME?scope=...&decrypt=true (st2api/controllers/v1/keyvalue.py). For scope
 * user StackStorm uses the owner of the token: for an execution's token that is the user who
 * started the execution. StackStorm does the same for pack configurations (context.user in
 * st2actions/container/base.py, st2common/util/param.py). A look-up takes 5 s at the most, and ends
 * at end, on clock_now(), unless that is 0. Returns the value, to be wiped and freed by the caller,
 * or NULL with ERROR_CONFIG, or ERROR_UNAVAILABLE when end is past: the sentence names the key and
 * what to do.
 */
char *datastore_get(struct http **http, const struct datastore_name *name,
	const struct stackstorm_access *access, double end, struct error *err) MUST_CHECK;

#endif
