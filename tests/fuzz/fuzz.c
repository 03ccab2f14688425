/* SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

#include <string.h>

const struct operation *fuzz_take_row(const uint8_t **data, size_t *size)
{
	const uint8_t *end = memchr(*data, '\n', *size);
	char name[64] = "";
	size_t len = end ? (size_t)(end - *data) : 0;

	if (!end)
		return NULL;
	memcpy(name, *data, len < sizeof(name) ? len : sizeof(name) - 1);
	*data += len + 1;
	*size -= len + 1;
	return operation_find(name);
}

static void check_sentence(const char *text)
{
	HOLDS(*text);
	for (const char *c = text; *c; c++)
		HOLDS((unsigned char)*c >= 0x20);
}

void fuzz_check_error(const struct error *err)
{
	HOLDS(err->kind != ERROR_NONE && strlen(err->text) < ERROR_TEXT);
	check_sentence(err->text);
	for (const char *p = error_next_problem(err, NULL); p; p = error_next_problem(err, p))
		check_sentence(p);
}
