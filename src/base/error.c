/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { CHARACTER = 4 }; /* bytes of the longest one */

static const struct {
	const char *name;
	int exit_status;
} kinds[] = {
	[ERROR_NONE] = { "none", 0 },
	[ERROR_USAGE] = { "usage", 2 },
	[ERROR_CONFIG] = { "config", 3 },
	[ERROR_TRANSPORT] = { "transport", 4 },
	[ERROR_REFUSED] = { "refused", 5 },
	[ERROR_UNAVAILABLE] = { "unavailable", 6 },
	[ERROR_REPLY] = { "reply", 7 },
	[ERROR_INTERNAL] = { "internal", 1 },
};
_Static_assert(COUNT(kinds) == ERROR_KINDS, "every kind has a name and an exit status");

const char *error_kind_name(enum error_kind kind)
{
	return kinds[kind].name;
}

int error_exit_status(enum error_kind kind)
{
	return kinds[kind].exit_status;
}

/* A cut must not leave half a character, and one sentence is one line. */
static void make_line(char *text)
{
	text[utf8_cut(text, strlen(text), strlen(text))] = '\0';
	for (char *c = text; *c; c++) {
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			*c = ' ';
	}
}

bool error_set(struct error *err, enum error_kind kind, long code, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	(void)vsnprintf(err->text, sizeof(err->text), format, arguments);
	va_end(arguments);
	make_line(err->text);
	err->kind = kind;
	err->code = code;
	return false;
}

bool error_wrap(struct error *err, const char *format, ...)
{
	char joined[ERROR_TEXT];
	va_list arguments;

	va_start(arguments, format);
	(void)vsnprintf(joined, sizeof(joined), format, arguments);
	va_end(arguments);
	size_t len = strlen(joined);
	(void)snprintf(joined + len, sizeof(joined) - len, "%s", err->text);
	make_line(joined);
	memcpy(err->text, joined, sizeof(joined));
	return false;
}

bool error_append(struct error *err, const char *format, ...)
{
	size_t len = strlen(err->text);
	va_list arguments;

	/*
	 * Adds nothing to a sentence that was cut: redact() finds half a secret only at the end of
	 * a text.
	 */
	if (len + CHARACTER >= sizeof(err->text))
		return false;
	va_start(arguments, format);
	(void)vsnprintf(err->text + len, sizeof(err->text) - len, format, arguments);
	va_end(arguments);
	make_line(err->text);
	return false;
}

void error_add_problem(struct error *err, const char *format, ...)
{
	size_t room = sizeof(err->problems) - err->problems_len;
	char *place = err->problems + err->problems_len;
	va_list arguments;

	if (err->problems_dropped || room < ERROR_TEXT) {
		err->problems_dropped++;
		return;
	}
	va_start(arguments, format);
	(void)vsnprintf(place, ERROR_TEXT, format, arguments);
	va_end(arguments);
	make_line(place);
	/* A reply may list a problem that says nothing. */
	if (*place)
		err->problems_len += strlen(place) + 1;
}

const char *error_next_problem(const struct error *err, const char *previous)
{
	const char *next = previous ? previous + strlen(previous) + 1 : err->problems;

	return next < err->problems + err->problems_len ? next : NULL;
}

bool error_conclude(struct error *err, enum error_kind kind)
{
	const char *first = error_next_problem(err, NULL);
	unsigned others = err->problems_dropped;

	if (!first)
		return true;
	for (const char *p = error_next_problem(err, first); p; p = error_next_problem(err, p))
		others++;
	if (!others)
		return error_set(err, kind, 0, "%s", first);
	return error_set(err, kind, 0, "%s (and %u more)", first, others);
}

bool error_memory(struct error *err)
{
	return error_set(err, ERROR_INTERNAL, 0, "out of memory");
}
