/* SPDX-License-Identifier: Apache-2.0 */
/* Items of StackStorm's datastore (st2api/controllers/v1/keyvalue.py). */
#ifndef STACKSTORM_KEY_H
#define STACKSTORM_KEY_H

#include "stackstorm/api.h"

/* Adds the URL of an item. Its scope is the asking user if user is true, otherwise the system. */
bool key_add_url(const struct stackstorm_access *access, const char *name, size_t len, bool user,
	struct text *out);

/*
 * Reads an item of the scope system. *out_found is false if there is no such item. timeout is in
 * seconds. Fails with ERROR_CONFIG, and sets err->retryable if another try may succeed; after a
 * signal with ERROR_UNAVAILABLE.
 */
bool key_read(struct http *http, const struct stackstorm_access *access, const char *name,
	double timeout, struct text *out_value, bool *out_found, struct error *err) MUST_CHECK;

/* Writes an item of the scope system, or creates it. Fails as key_read() does. */
bool key_write(struct http *http, const struct stackstorm_access *access, const char *name,
	const struct text *value, double timeout, struct error *err) MUST_CHECK;

#endif
