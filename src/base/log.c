/* SPDX-License-Identifier: Apache-2.0 */
#include "base/log.h"

#include "base/error.h"
#include "base/redact.h"
#include "base/stream.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE_MOST = ERROR_TEXT + 512 }; /* bytes: an error's sentence, and words before it */

static bool debugging;

void log_debug_on(bool on)
{
	debugging = on;
}

/* Returns whether U+2000 + low is a line separator, or changes the direction of text. */
static bool is_control(unsigned low)
{
	return low == 0x0e || low == 0x0f || (low >= 0x28 && low <= 0x2e) ||
	       (low >= 0x66 && low <= 0x69);
}

/*
 * Returns the length in bytes of the control character at text, 0 for any other character.
 * Terminals also obey U+0080 to U+009F.
 */
static size_t control_len(const unsigned char *text)
{
	if (text[0] < 0x20 || text[0] == 0x7f)
		return 1;
	if (text[0] == 0xc2 && text[1] >= 0x80 && text[1] <= 0x9f)
		return 2;
	/* U+061C changes the direction of text too. */
	if (text[0] == 0xd8 && text[1] == 0x9c)
		return 2;
	if (text[0] == 0xe2 && (text[1] == 0x80 || text[1] == 0x81) && text[2] >= 0x80 &&
		is_control((text[1] & 1U) << 6 | (text[2] & 0x3fU)))
		return 3;
	return 0;
}

static void blank_controls(char *line)
{
	while (*line) {
		size_t len = control_len((const unsigned char *)line);

		memset(line, ' ', len);
		line += len ? len : 1;
	}
}

static void write_line(const char *prefix, const char *format, va_list arguments)
	__attribute__((__format__(__printf__, 2, 0)));

static void write_line(const char *prefix, const char *format, va_list arguments)
{
	char line[LINE_MOST];
	size_t len = (size_t)snprintf(line, sizeof(line), "%s", prefix);

	(void)vsnprintf(line + len, sizeof(line) - len - 1, format, arguments);
	redact(line);
	blank_controls(line);
	utf8_force(line, strlen(line));
	len = strlen(line);
	line[len++] = '\n';
	/*
	 * Write the whole line at once, so that lines of several processes do not mix. A failure is
	 * ignored: there is no other place to report it.
	 */
	(void)!stream_write(STDERR_FILENO, line, len);
}

void log_debug(const char *format, ...)
{
	va_list arguments;

	if (!debugging)
		return;
	va_start(arguments, format);
	write_line("debug: ", format, arguments);
	va_end(arguments);
}

void log_line(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	write_line("", format, arguments);
	va_end(arguments);
}
