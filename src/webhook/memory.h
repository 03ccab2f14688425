/* SPDX-License-Identifier: Apache-2.0 */
/* Which deliveries were dispatched: the last so many. PagerDuty gives each an id, X-Webhook-Id. */
#ifndef WEBHOOK_MEMORY_H
#define WEBHOOK_MEMORY_H

#include "base/scope.h"

#include <stdbool.h>

enum { MEMORY_MOST = 10000, MEMORY_KEY = 32 }; /* deliveries; bytes */

struct memory; /* a ring of keys, and a table that finds them */

/* NULL without memory. */
struct memory *memory_open(void) MUST_CHECK;

/* Makes the key of an id: its SHA-256. */
void memory_key(const char *id, unsigned char out[MEMORY_KEY]);

bool memory_has(const struct memory *memory, const unsigned char key[MEMORY_KEY]);

/* Adds a key that it has not; the oldest goes when there are MEMORY_MOST. */
void memory_add(struct memory *memory, const unsigned char key[MEMORY_KEY]);

/* Takes NULL. */
void memory_free(struct memory *memory);

#endif
