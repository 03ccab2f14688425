/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/memory.h"

#include "base/sha256.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { HEADS = 1 << 14, NONE = 0xffff };
_Static_assert((int)MEMORY_KEY == (int)SHA256_SIZE, "a key is one SHA-256");
_Static_assert((int)MEMORY_MOST < (int)NONE, "a place in the ring fits into 16 bits");

struct memory {
	unsigned char keys[MEMORY_MOST][MEMORY_KEY];
	uint16_t next[MEMORY_MOST]; /* of the same head */
	uint16_t heads[HEADS];
	unsigned count;
	unsigned oldest; /* where the next goes once all places are taken */
};

struct memory *memory_open(void)
{
	struct memory *memory = calloc(1, sizeof(*memory));

	if (memory)
		memset(memory->heads, 0xff, sizeof(memory->heads));
	return memory;
}

void memory_key(const char *id, unsigned char out[MEMORY_KEY])
{
	struct sha256 hash;

	sha256_begin(&hash);
	sha256_add(&hash, id, strlen(id));
	sha256_end(&hash, out);
}

/* A key is a digest: any bits of it are as good as a hash. */
static unsigned head_of(const unsigned char *key)
{
	return (key[0] | (unsigned)key[1] << 8) % HEADS;
}

bool memory_has(const struct memory *memory, const unsigned char key[MEMORY_KEY])
{
	for (unsigned at = memory->heads[head_of(key)]; at != NONE; at = memory->next[at]) {
		if (!memcmp(memory->keys[at], key, MEMORY_KEY))
			return true;
	}
	return false;
}

static void forget(struct memory *memory, unsigned place)
{
	uint16_t *link = &memory->heads[head_of(memory->keys[place])];

	while (*link != place)
		link = &memory->next[*link];
	*link = memory->next[place];
}

void memory_add(struct memory *memory, const unsigned char key[MEMORY_KEY])
{
	uint16_t *head = &memory->heads[head_of(key)];
	unsigned place = memory->count;

	if (memory->count < MEMORY_MOST) {
		memory->count++;
	} else {
		place = memory->oldest;
		memory->oldest = (place + 1) % MEMORY_MOST;
		forget(memory, place);
	}
	memcpy(memory->keys[place], key, MEMORY_KEY);
	memory->next[place] = *head;
	*head = (uint16_t)place;
}

void memory_free(struct memory *memory)
{
	free(memory);
}
