/* SPDX-License-Identifier: Apache-2.0 */
#include "json/escape.h"

#include "base/hex.h"
#include "base/surrogate.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd, UNIT_LEN = 6 };

/* Returns the UTF-16 unit of the \uXXXX at at, or -1 if there is none. */
static long read_unit(const char *at, const char *end)
{
	if (end - at < UNIT_LEN || at[0] != '\\' || at[1] != 'u')
		return -1;
	for (int i = 2; i < UNIT_LEN; i++) {
		if (!hex_is_digit(at[i]))
			return -1;
	}
	return (long)surrogate_unit(at + 2);
}

/* Returns the character for a letter after a backslash. Any other character is returned itself. */
static unsigned char meaning(char letter)
{
	static const char letters[] = "bfnrt", meanings[] = "\b\f\n\r\t";
	const char *found = memchr(letters, letter, sizeof(letters) - 1);

	return (unsigned char)(found ? meanings[found - letters] : letter);
}

struct escape escape_read(const char *at, const char *end)
{
	long unit = read_unit(at, end);

	if (unit < 0)
		return (struct escape){ ESCAPE_CHARACTER, end - at > 1 ? meaning(at[1]) : '\\', 2 };
	if (!unit)
		return (struct escape){ ESCAPE_NUL, REPLACEMENT, UNIT_LEN };
	long low = surrogate_is_high((unsigned)unit) ? read_unit(at + UNIT_LEN, end) : -1;
	if (low >= 0 && surrogate_is_low((unsigned)low))
		return (struct escape){ ESCAPE_CHARACTER,
			0x10000 + (((uint32_t)unit - 0xd800) << 10) + ((uint32_t)low - 0xdc00),
			UNIT_LEN + UNIT_LEN };
	if (surrogate_is_high((unsigned)unit) || surrogate_is_low((unsigned)unit))
		return (struct escape){ ESCAPE_HALF, REPLACEMENT, UNIT_LEN };
	return (struct escape){ ESCAPE_CHARACTER, (uint32_t)unit, UNIT_LEN };
}
