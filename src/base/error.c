/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { CHARACTER = 4 }; /* bytes of the longest character in UTF-8 */

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

/* Do not cut within a character, and keep a sentence on one line. */
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
	 * Add nothing to a sentence that was cut: redact() finds a part of a secret only at the end
	 * of a text.
	 */
	if (len + CHARACTER >= sizeof(err->text))
		return false;
	va_start(arguments, format);
	(void)vsnprintf(err->text + len, sizeof(err->text) - len, format, arguments);
	va_end(arguments);
	make_line(err->text);
	return false;
}

void error_clear(struct error *err)
{
	struct problems *list = err->problems;

	*err = (struct error){ .problems = list };
	if (list)
		list->len = list->dropped = 0;
}

void error_take(struct error *err, const struct error *other)
{
	struct problems *list = err->problems;

	*err = *other;
	err->problems = list;
	if (list && other->problems)
		*list = *other->problems;
	else if (list)
		list->len = list->dropped = 0;
}

bool error_lend(struct error *err, struct problems *list)
{
	if (err->problems)
		return false;
	list->len = list->dropped = 0;
	err->problems = list;
	return true;
}

bool error_is_full(const struct error *err)
{
	return err->problems && err->problems->dropped;
}

void error_add_problem(struct error *err, const char *format, ...)
{
	struct problems *list = err->problems;
	char line[ERROR_TEXT];
	va_list arguments;

	if (list && (list->dropped || sizeof(list->list) - list->len < ERROR_TEXT)) {
		list->dropped++;
		return;
	}
	va_start(arguments, format);
	(void)vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	make_line(line);
	size_t len = strlen(line);
	/* Ignore an empty problem, which a reply may contain. */
	if (!len)
		return;
	if (list) {
		memcpy(list->list + list->len, line, len + 1);
		list->len += len + 1;
	} else if (!err->unlisted++ && err->kind == ERROR_NONE) {
		memcpy(err->text, line, len + 1);
	}
}

const char *error_next_problem(const struct error *err, const char *previous)
{
	const struct problems *list = err->problems;

	if (!list)
		return NULL;
	const char *next = previous ? previous + strlen(previous) + 1 : list->list;
	return next < list->list + list->len ? next : NULL;
}

/* The first problem, and how many others there are. Returns false if there is none. */
static bool find_first(const struct error *err, char out_first[ERROR_TEXT], unsigned *out_others)
{
	const char *first = error_next_problem(err, NULL);

	if (!err->problems) {
		memcpy(out_first, err->text, ERROR_TEXT);
		*out_others = err->unlisted - 1;
		return err->unlisted > 0;
	}
	if (!first)
		return false;
	memcpy(out_first, first, strlen(first) + 1);
	*out_others = err->problems->dropped;
	for (const char *p = error_next_problem(err, first); p; p = error_next_problem(err, p))
		++*out_others;
	return true;
}

bool error_conclude(struct error *err, enum error_kind kind)
{
	char first[ERROR_TEXT];
	unsigned others;

	if (!find_first(err, first, &others))
		return true;
	if (!others)
		return error_set(err, kind, 0, "%s", first);
	return error_set(err, kind, 0, "%s (and %u more)", first, others);
}

bool error_memory(struct error *err)
{
	return error_set(err, ERROR_INTERNAL, 0, "out of memory");
}
