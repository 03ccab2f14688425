/* SPDX-License-Identifier: Apache-2.0 */
#include "view/line.h"

#include <ctype.h>

#define DOT " \xc2\xb7 "

static void add_cell(
	struct text *out, struct span record, const struct column *column, const struct look *look)
{
	field_add(
		out, record, column, look, column->form == FORM_AGO ? FIELD_DISTANCE : FIELD_FULL);
}

void line_add(
	struct text *out, struct span record, const struct view_kind *kind, const struct look *look)
{
	size_t start = out->len;

	for (const struct column *column = kind->columns; column->title; column++) {
		scoped(text_done) struct text cell = TEXT(TEXT_ANY);

		if (!field_shown(column, SHOW_LINE))
			continue;
		add_cell(&cell, record, column, look);
		if (!cell.len)
			continue;
		(void)text_add(out, out->len > start ? DOT : "");
		/* "until Sun 2026-11-29 17:02 UTC (in 2 h)" */
		if (column->form == FORM_MOMENT)
			(void)text_addf(out, "%c%s ", tolower((unsigned char)*column->title),
				column->title + 1);
		(void)text_add(out, cell.data);
	}
	if (out->len == start)
		(void)text_add(out, "(nothing)");
}

void line_add_list(struct text *out, struct span list, const struct look *look)
{
	struct span record;
	size_t at = 0;

	for (int i = 0; i < LINE_LIST_MOST && (record = span_next(list, &at)).start; i++) {
		(void)text_add(out, "\n");
		line_add(out, record, view_kind_of(record), look);
	}
}
