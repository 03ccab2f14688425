/* SPDX-License-Identifier: Apache-2.0 */
#include "view/details.h"

#include "view/line.h"
#include "view/table.h"
#include "view/width.h"

#include <string.h>

enum {
	MEMBERS_MOST = 12, /* lines of a thing whose kind is not known */
	LABEL_MOST = 24, /* columns */
	GAP = 2, /* columns between a label and its value */
};

/* The lines that are written: each has a label and a value. */
struct lines {
	struct text *out;
	const struct look *look;
	size_t label; /* columns of the longest label */
	size_t count;
};

/* Adds "Label: value" in chat, aligned and cut at the line's width on a terminal. */
static void add_line(
	struct lines *lines, const char *label, const struct text *value, const char *color)
{
	const struct look *look = lines->look;
	size_t width = look->width;
	bool chat = look->use == PLAIN_CHAT;

	if (chat) {
		(void)text_addf(lines->out, "%s%s: %s", lines->count++ ? "\n" : "", label,
			text_string(value));
		return;
	}
	size_t most = lines->label < width / 2 ? lines->label : width / 2;

	(void)text_add(lines->out, look->color ? "\033[1m" : "");
	size_t at = width_add_cut(lines->out, label, strlen(label), most);
	(void)text_add(lines->out, look->color ? "\033[0m" : "");
	for (; at < most + GAP; at++)
		(void)text_add(lines->out, " ");
	(void)text_add(lines->out, color ? color : "");
	(void)width_add_cut(lines->out, text_string(value), value->len,
		width > most + GAP ? width - most - GAP : 1);
	(void)text_addf(lines->out, "%s\n", color ? "\033[0m" : "");
	lines->count++;
}

/*
 * Measures the label of a line, or adds the line. The lines are walked twice, because the longest
 * label decides where the values begin. A line without a value is left out.
 */
static void measure_or_add_line(struct lines *lines, const char *label, const struct text *value,
	const char *color, bool measure)
{
	size_t width = width_text(label, strlen(label));

	if (!value->len)
		return;
	if (!measure)
		add_line(lines, label, value, color);
	else if (width > lines->label)
		lines->label = width;
}

static void add_columns(
	struct lines *lines, struct span thing, const struct view_kind *kind, bool measure)
{
	for (const struct column *column = kind->columns; column->title; column++) {
		scoped(text_done) struct text value = TEXT(TEXT_ANY);
		const char *color = NULL;

		if (!field_shown(column, SHOW_ONE))
			continue;
		field_add(&value, thing, column, lines->look, FIELD_FULL);
		if (lines->look->color && column->form == FORM_STATUS)
			color = field_color(text_string(&value), value.len);
		measure_or_add_line(lines, *column->title == '#' ? "Number" : column->title, &value,
			color, measure);
	}
}

/*
 * Adds a short text for a member of a thing whose kind is not known: a scalar, a reference's
 * summary, or a list of these.
 */
static void add_short(struct text *out, struct span value, const struct look *look)
{
	static const struct column texts[] = {
		{ .title = "", .path = "", .form = FORM_TEXT },
		{ .title = "", .path = "summary|name|id", .form = FORM_TEXT },
		{ .title = "", .path = "[]", .form = FORM_TEXT },
		{ .title = "", .path = "[]/summary", .form = FORM_TEXT },
	};

	for (size_t i = 0; i < COUNT(texts) && !out->len; i++)
		field_add(out, value, &texts[i], look, FIELD_FULL);
}

/* Adds a member's name as a label: "incident key". */
static void add_label(struct text *out, struct span name, enum plain_for use)
{
	scoped(text_done) struct text raw = TEXT(TEXT_ANY);

	if (!span_string(name, &raw))
		return;
	for (char *c = raw.data; c && *c; c++)
		*c = *c == '_' ? ' ' : *c;
	plain_add_cut(out, text_string(&raw), raw.len, use, LABEL_MOST);
}

static void add_members(struct lines *lines, struct span thing, bool measure)
{
	struct span name, value;
	size_t at = 0, told = 0;

	while (told < MEMBERS_MOST && span_next_member(thing, &at, &name, &value)) {
		scoped(text_done) struct text label = TEXT(TEXT_ANY);
		scoped(text_done) struct text shown = TEXT(TEXT_ANY);

		add_short(&shown, value, lines->look);
		if (!shown.len)
			continue;
		add_label(&label, name, lines->look->use);
		measure_or_add_line(lines, text_string(&label), &shown, NULL, measure);
		told++;
	}
}

static void add_inner(struct text *out, struct span list, const struct look *look)
{
	size_t at = 0;
	struct span first = span_next(list, &at);

	if (!first.start)
		return;
	if (look->use == PLAIN_TERMINAL)
		table_add(out, list, view_kind_of(first), look, "  ");
	else
		line_add_list(out, list, look);
}

void details_add(struct text *out, struct span thing, const struct look *look)
{
	struct lines lines = { .out = out, .look = look };
	const struct view_kind *kind = view_kind_of(thing);

	for (int pass = 0; pass < 2; pass++) {
		if (view_kind_known(thing))
			add_columns(&lines, thing, kind, !pass);
		else
			add_members(&lines, thing, !pass);
	}
	if (kind->inner)
		add_inner(out, span_member(thing, kind->inner), look);
}
