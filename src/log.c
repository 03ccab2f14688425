/* SPDX-License-Identifier: Apache-2.0 */
#include "log.h"

#include "error.h"
#include "redact.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE_MOST = ERROR_TEXT + 512 }; /* bytes: a sentence and what stands in front of it */

static bool debugging;

void log_debug_on(bool on)
{
	debugging = on;
}

static void write_line(const char *prefix, const char *format, va_list arguments)
	__attribute__((__format__(__printf__, 2, 0)));

static void write_line(const char *prefix, const char *format, va_list arguments)
{
	char line[LINE_MOST];
	size_t len = (size_t)snprintf(line, sizeof(line), "%s", prefix);

	(void)vsnprintf(line + len, sizeof(line) - len - 1, format, arguments);
	redact(line);
	for (char *c = line; *c; c++) {
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			*c = ' ';
	}
	len = strlen(line);
	line[len++] = '\n';
	/* One write a line, so that lines of several processes do not mix. Nothing can be said when it fails. */
	ssize_t written = write(STDERR_FILENO, line, len);
	(void)written;
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
