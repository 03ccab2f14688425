/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/history.h"

#include "base/sha256.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { HEADS = 1 << 14, NONE = 0xffff };
_Static_assert((int)HISTORY_KEY == (int)SHA256_SIZE, "a key is one SHA-256");
_Static_assert((int)HISTORY_MOST < (int)NONE, "a place in the ring fits into 16 bits");

struct history {
	unsigned char keys[HISTORY_MOST][HISTORY_KEY];
	uint16_t next[HISTORY_MOST]; /* the next place with the same head */
	uint16_t heads[HEADS];
	unsigned count;
	unsigned oldest; /* the place of the oldest key, which the next one replaces */
};

struct history *history_open(void)
{
	struct history *history = calloc(1, sizeof(*history));

	if (history)
		memset(history->heads, 0xff, sizeof(history->heads));
	return history;
}

void history_key(const char *id, unsigned char out[HISTORY_KEY])
{
	struct sha256 hash;

	sha256_begin(&hash);
	sha256_add(&hash, id, strlen(id));
	sha256_end(&hash, out);
}

/* Returns the hash of a key. A key is a digest, so any of its bits will do. */
static unsigned find_head(const unsigned char *key)
{
	return (key[0] | (unsigned)key[1] << 8) % HEADS;
}

bool history_has(const struct history *history, const unsigned char key[HISTORY_KEY])
{
	for (unsigned at = history->heads[find_head(key)]; at != NONE; at = history->next[at]) {
		if (!memcmp(history->keys[at], key, HISTORY_KEY))
			return true;
	}
	return false;
}

static void remove_place(struct history *history, unsigned place)
{
	uint16_t *link = &history->heads[find_head(history->keys[place])];

	while (*link != place)
		link = &history->next[*link];
	*link = history->next[place];
}

void history_add(struct history *history, const unsigned char key[HISTORY_KEY])
{
	uint16_t *head = &history->heads[find_head(key)];
	unsigned place = history->count;

	if (history->count < HISTORY_MOST) {
		history->count++;
	} else {
		place = history->oldest;
		history->oldest = (place + 1) % HISTORY_MOST;
		remove_place(history, place);
	}
	memcpy(history->keys[place], key, HISTORY_KEY);
	history->next[place] = *head;
	*head = (uint16_t)place;
}

void history_free(struct history *history)
{
	free(history);
}
