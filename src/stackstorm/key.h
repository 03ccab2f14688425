/* SPDX-License-Identifier: Apache-2.0 */
/* Items of StackStorm's datastore (st2api/controllers/v1/keyvalue.py). */
#ifndef STACKSTORM_KEY_H
#define STACKSTORM_KEY_H

#include "stackstorm/api.h"

/* Adds the URL of an item: its scope is that of the user who asks, or system. */
bool key_add_url(const struct stackstorm_access *access, const char *name, size_t len, bool user,
	struct text *out);

/*
 * Reads an item of scope system. *out_found is false when there is none, which is no failure.
 * Fails with ERROR_CONFIG, retryable where it may pass; with ERROR_UNAVAILABLE after a signal.
 */
bool key_read(struct http *http, const struct stackstorm_access *access, const char *name,
	double timeout, struct text *out_value, bool *out_found, struct error *err) MUST_CHECK;

/* Writes an item of scope system, which is made where there is none. Fails as key_read. */
bool key_write(struct http *http, const struct stackstorm_access *access, const char *name,
	const struct text *value, double timeout, struct error *err) MUST_CHECK;

#endif
