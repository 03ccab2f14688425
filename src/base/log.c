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

/*
 * Returns whether a terminal obeys a character, or it makes a line look like another: a control, a
 * line separator, a change of direction.
 */
static bool is_control(uint32_t point)
{
	return point < 0x20 || (point >= 0x7f && point <= 0x9f) || point == 0x2028 ||
	       point == 0x2029 || utf8_turns(point);
}

static void blank_controls(char *line)
{
	for (size_t left = strlen(line); left;) {
		size_t len = utf8_length(line, left);

		if (len && is_control(utf8_point(line, len)))
			memset(line, ' ', len);
		line += len ? len : 1;
		left -= len ? len : 1;
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
