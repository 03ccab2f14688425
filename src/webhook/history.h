/* SPDX-License-Identifier: Apache-2.0 */
/* Remembers the last deliveries that were dispatched. PagerDuty gives each an id, X-Webhook-Id. */
#ifndef WEBHOOK_HISTORY_H
#define WEBHOOK_HISTORY_H

#include "base/scope.h"

#include <stdbool.h>

enum { HISTORY_MOST = 10000, HISTORY_KEY = 32 }; /* deliveries; bytes */

struct history; /* a ring of keys, and a hash table that finds them */

/* Makes an empty history. Returns NULL if memory runs out. */
struct history *history_open(void) MUST_CHECK;

/* Makes the key of an id, which is its SHA-256. */
void history_key(const char *id, unsigned char out[HISTORY_KEY]);

bool history_has(const struct history *history, const unsigned char key[HISTORY_KEY]);

/* Adds a new key. If there are HISTORY_MOST keys, replaces the oldest. */
void history_add(struct history *history, const unsigned char key[HISTORY_KEY]);

/* Takes NULL. */
void history_free(struct history *history);

#endif
