/* SPDX-License-Identifier: Apache-2.0 */
#include "view/field.h"

#include "base/instant.h"
#include "view/time_format.h"

#include <string.h>

enum { CHAT_CELL = 160, CHAT_LINK = 2000 }; /* characters of a cell in chat, and of an address */

/*
 * Reads the first step of a path. Returns the length of its name. *out_each says whether it walks
 * an array, *out_next is the offset of the rest.
 */
static size_t read_step(const char *path, size_t len, bool *out_each, size_t *out_next)
{
	const char *slash = memchr(path, '/', len);
	size_t step = slash ? (size_t)(slash - path) : len;

	*out_next = slash ? step + 1 : len;
	*out_each = step >= 2 && path[step - 1] == ']';
	return *out_each ? step - 2 : step;
}

static struct span find_member(struct span object, const char *name, size_t len)
{
	struct span key, value, found = { 0 };
	size_t at = 0;

	while (span_next_member(object, &at, &key, &value)) {
		if (span_is_name(key, name, len))
			found = value;
	}
	return found;
}

static void add_leaf(struct text *out, struct span value, size_t *count)
{
	char kind = span_kind(value);
	bool scalar = kind && !strchr("{[n", kind);
	size_t start = out->len;

	if (!scalar || (kind == '"' && value.len == 2))
		return;
	if (*count)
		(void)text_add(out, ", ");
	if (kind == '"')
		(void)span_string(value, out);
	else
		(void)text_add_bytes(out, value.start, value.len);
	*count += out->len > start;
}

static void add_path(
	struct text *out, struct span value, const char *path, size_t len, size_t *count)
{
	bool each;
	size_t next, at = 0;
	struct span element;

	if (!len) {
		add_leaf(out, value, count);
		return;
	}
	size_t name = read_step(path, len, &each, &next);
	value = name ? find_member(value, path, name) : value;
	if (!each) {
		add_path(out, value, path + next, len - next, count);
		return;
	}
	while ((element = span_next(value, &at)).start)
		add_path(out, element, path + next, len - next, count);
}

bool field_shown(const struct column *column, unsigned where)
{
	return !column->show || (column->show & where);
}

bool field_fixed(const struct column *column)
{
	switch (column->form) {
	case FORM_WORD:
	case FORM_NUMBER:
	case FORM_STATUS:
	case FORM_LEVEL:
	case FORM_COUNT:
	case FORM_POSITION:
	case FORM_AGO:
	case FORM_MOMENT:
		return true;
	case FORM_TEXT:
	case FORM_TITLE:
	case FORM_KIND:
	case FORM_LINK:
	case FORM_BAR:
		break;
	}
	return false;
}

void field_add_raw(struct text *out, struct span record, const char *path)
{
	size_t count = 0;

	for (;;) {
		size_t len = strcspn(path, "|");

		add_path(out, record, path, len, &count);
		if (count || !path[len])
			return;
		path += len + 1;
	}
}

bool field_moment(struct span record, const char *path, int64_t *out_seconds)
{
	scoped(text_done) struct text raw = TEXT(TEXT_ANY);

	field_add_raw(&raw, record, path);
	return instant_read(text_string(&raw), out_seconds);
}

static void add_moment(
	struct text *out, const char *text, const struct look *look, enum field_time time)
{
	int64_t at;

	if (!instant_read(text, &at)) {
		plain_add(out, text, strlen(text), look->use);
		return;
	}
	if (time == FIELD_DISTANCE) {
		time_format_distance(out, at, look->now);
		return;
	}
	if (time == FIELD_FULL)
		time_format_full(out, at);
	else
		time_format_short(out, at, look->now);
	(void)text_add(out, " (");
	time_format_distance(out, at, look->now);
	(void)text_add(out, ")");
}

static void add_count(struct text *out, struct span record, const char *path)
{
	struct span list = span_member(record, path);
	size_t at = 0, count = 0;

	if (span_kind(list) != '[')
		return;
	while (span_next(list, &at).start)
		count++;
	(void)text_addf(out, "%zu", count);
}

/* Returns the length of a type without the ending that all types of its kind have. */
static size_t kind_length(const char *type, size_t len)
{
	static const char *const ends[] = { "_log_entry", "_reference" };

	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t end = strlen(ends[i]);

		if (len > end && !memcmp(type + len - end, ends[i], end))
			return len - end;
	}
	return len;
}

static void add_text(struct text *out, const struct text *raw, const struct column *column,
	const struct look *look)
{
	size_t len = raw->len;

	if (column->form == FORM_KIND)
		len = kind_length(text_string(raw), len);
	if (column->form == FORM_NUMBER && strspn(text_string(raw), "0123456789") == len)
		(void)text_add(out, "#");
	if (column->form == FORM_LEVEL && look->use == PLAIN_CHAT)
		(void)text_add(out, "level ");
	if (look->use == PLAIN_TERMINAL)
		plain_add(out, text_string(raw), len, look->use);
	else
		plain_add_cut(out, text_string(raw), len, look->use,
			column->form == FORM_LINK ? CHAT_LINK : CHAT_CELL);
}

void field_add(struct text *out, struct span record, const struct column *column,
	const struct look *look, enum field_time time)
{
	scoped(text_done) struct text raw = TEXT(TEXT_ANY);

	if (column->form == FORM_BAR || column->form == FORM_POSITION)
		return;
	if (column->form == FORM_COUNT) {
		add_count(out, record, column->path);
		return;
	}
	field_add_raw(&raw, record, column->path);
	if (!raw.len)
		return;
	if (column->form == FORM_MOMENT || column->form == FORM_AGO)
		add_moment(out, text_string(&raw), look, time);
	else
		add_text(out, &raw, column, look);
}

const char *field_color(const char *text, size_t len)
{
	static const struct {
		const char *word, *color;
	} colors[] = {
		{ "triggered", "\033[31m" },
		{ "critical", "\033[31m" },
		{ "acknowledged", "\033[33m" },
		{ "warning", "\033[33m" },
		{ "resolved", "\033[32m" },
		{ "active", "\033[32m" },
	};

	for (size_t i = 0; i < COUNT(colors); i++) {
		if (strlen(colors[i].word) == len && !memcmp(colors[i].word, text, len))
			return colors[i].color;
	}
	return NULL;
}
