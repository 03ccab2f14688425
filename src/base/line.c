/* SPDX-License-Identifier: Apache-2.0 */
#include "base/line.h"

#include "base/scope.h"

#include <string.h>

/* Returns the length of the line break at text in bytes, 0 if there is none. */
static size_t break_len(const char *text)
{
	static const char *const breaks[] = { "\r\n", "\n", "\r", "\xc2\x85", "\xe2\x80\xa8",
		"\xe2\x80\xa9" };

	for (size_t i = 0; i < COUNT(breaks); i++) {
		if (!strncmp(text, breaks[i], strlen(breaks[i])))
			return strlen(breaks[i]);
	}
	return 0;
}

static const char *first_line(const char *text)
{
	static const char mark[] = "\xef\xbb\xbf";

	return strncmp(text, mark, strlen(mark)) ? text : text + strlen(mark);
}

/*
 * Returns the start of the next line, or NULL after the last one. *out_len is this line's length.
 */
static const char *next_line(const char *line, size_t *out_len)
{
	const char *end = line;

	while (*end && !break_len(end))
		end++;
	*out_len = (size_t)(end - line);
	return *end ? end + break_len(end) : NULL;
}

const char *line_find(const char *text, unsigned number, size_t *out_len)
{
	const char *line = first_line(text);
	const char *next = next_line(line, out_len);

	while (--number && next) {
		line = next;
		next = next_line(line, out_len);
	}
	return number ? NULL : line;
}

const char *line_around(const char *text, size_t offset, unsigned *out_number)
{
	const char *line = first_line(text), *next;
	size_t len;

	*out_number = 1;
	while ((next = next_line(line, &len)) && next <= text + offset) {
		line = next;
		++*out_number;
	}
	return line;
}
