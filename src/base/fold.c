/* SPDX-License-Identifier: Apache-2.0 */
#include "base/fold.h"

#include "base/utf8.h"

#include <stdint.h>

/*
 * A range of capitals: every step-th character from first to last. Adding distance to a capital
 * gives its small letter.
 */
static const struct {
	uint32_t first, last, step;
	int32_t distance;
} capitals[] = {
	{ 'A', 'Z', 1, 32 },
	{ 0xc0, 0xd6, 1, 32 },
	{ 0xd8, 0xde, 1, 32 },
	{ 0x100, 0x12e, 2, 1 },
	{ 0x132, 0x136, 2, 1 },
	{ 0x139, 0x147, 2, 1 },
	{ 0x14a, 0x176, 2, 1 },
	{ 0x178, 0x178, 1, -121 },
	{ 0x179, 0x17d, 2, 1 },
	{ 0x218, 0x21a, 2, 1 },
	{ 0x386, 0x386, 1, 38 },
	{ 0x388, 0x38a, 1, 37 },
	{ 0x38c, 0x38c, 1, 64 },
	{ 0x38e, 0x38f, 1, 63 },
	{ 0x391, 0x3a1, 1, 32 },
	{ 0x3a3, 0x3ab, 1, 32 },
	/* The sigma that ends a word is folded to the usual small sigma. */
	{ 0x3c2, 0x3c2, 1, 1 },
	{ 0x400, 0x40f, 1, 80 },
	{ 0x410, 0x42f, 1, 32 },
	{ 0x460, 0x480, 2, 1 },
	{ 0x48a, 0x4be, 2, 1 },
	{ 0x4d0, 0x52e, 2, 1 },
	{ 0x531, 0x556, 1, 48 },
	{ 0x1e00, 0x1e94, 2, 1 },
	{ 0x1ea0, 0x1efe, 2, 1 },
	{ 0xff21, 0xff3a, 1, 32 },
};

static uint32_t fold(uint32_t letter)
{
	for (size_t i = 0; i < COUNT(capitals) && letter >= capitals[i].first; i++) {
		if (letter <= capitals[i].last &&
			(letter - capitals[i].first) % capitals[i].step == 0)
			return (uint32_t)((int32_t)letter + capitals[i].distance);
	}
	return letter;
}

/* Decodes a well-formed character of two or three bytes. */
static uint32_t decode(const unsigned char *text, size_t len)
{
	if (len == 2)
		return (uint32_t)(text[0] & 0x1f) << 6 | (text[1] & 0x3f);
	return (uint32_t)(text[0] & 0x0f) << 12 | (uint32_t)(text[1] & 0x3f) << 6 |
	       (text[2] & 0x3f);
}

/* Encodes a letter in len bytes: no letter in the table takes more or fewer bytes when folded. */
static bool add_letter(struct text *out, uint32_t letter, size_t len)
{
	char bytes[3];

	if (len == 2) {
		bytes[0] = (char)(0xc0 | letter >> 6);
		bytes[1] = (char)(0x80 | (letter & 0x3f));
	} else {
		bytes[0] = (char)(0xe0 | letter >> 12);
		bytes[1] = (char)(0x80 | (letter >> 6 & 0x3f));
		bytes[2] = (char)(0x80 | (letter & 0x3f));
	}
	return text_add_bytes(out, bytes, len);
}

bool fold_add(struct text *out, const char *bytes, size_t len)
{
	for (size_t at = 0; at < len;) {
		size_t length = utf8_length(bytes + at, len - at);

		if (length == 2 || length == 3) {
			(void)add_letter(out,
				fold(decode((const unsigned char *)bytes + at, length)), length);
		} else if (length == 1) {
			char letter = (char)fold((unsigned char)bytes[at]);

			(void)text_add_bytes(out, &letter, 1);
		} else {
			length = length ? length : 1;
			(void)text_add_bytes(out, bytes + at, length);
		}
		at += length;
	}
	return !out->failed;
}
