/* SPDX-License-Identifier: Apache-2.0 */
#include "view/table.h"

#include "view/gantt.h"
#include "view/width.h"

#include <stdlib.h>
#include <string.h>

#define GAP "  "

enum {
	COLUMNS_MOST = 16,
	NARROWEST = 8, /* terminal columns that a narrowed column keeps at least */
	ROOMY = 110, /* lines of this width or more also show the time of day */
	BAR_LEAST = 12,
	BAR_MOST = 48,
};

struct cell {
	size_t at, len; /* in the table's bytes */
	size_t width;
};

struct table {
	const struct column *columns[COLUMNS_MOST];
	size_t widths[COLUMNS_MOST];
	size_t count;
	struct text bytes;
	struct cell *cells; /* row by row */
	size_t rows, room;
	struct gantt_range range;
};

static void table_done(struct table *table)
{
	text_done(&table->bytes);
	free(table->cells);
}

static bool grow_cells(struct table *table)
{
	size_t wanted = (table->rows + 1) * table->count;

	if (wanted <= table->room)
		return true;
	size_t room = wanted * 2;
	struct cell *cells = reallocarray(table->cells, room, sizeof(*cells));
	if (!cells)
		return false;
	table->cells = cells;
	table->room = room;
	return true;
}

static void add_cell(
	struct table *table, struct span record, size_t column, const struct look *look)
{
	const struct column *what = table->columns[column];
	struct cell *cell = &table->cells[table->rows * table->count + column];

	cell->at = table->bytes.len;
	if (what->form == FORM_POSITION)
		(void)text_addf(&table->bytes, "%zu", table->rows + 1);
	else
		field_add(&table->bytes, record, what, look,
			what->form == FORM_MOMENT || look->width >= ROOMY ? FIELD_SHORT
									  : FIELD_DISTANCE);
	cell->len = table->bytes.len - cell->at;
	cell->width = width_text(text_string(&table->bytes) + cell->at, cell->len);
	if (cell->width > table->widths[column])
		table->widths[column] = cell->width;
}

static bool add_records(struct table *table, struct span list, const struct look *look)
{
	struct span record;
	size_t at = 0;

	while ((record = span_next(list, &at)).start) {
		if (!grow_cells(table))
			return false;
		for (size_t i = 0; i < table->count; i++) {
			add_cell(table, record, i, look);
			if (table->columns[i]->form == FORM_BAR)
				gantt_extend(&table->range, record);
		}
		table->rows++;
	}
	return !table->bytes.failed;
}

/* A column without any text gets width 0. Any other is at least as wide as its title. */
static void measure_titles(struct table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		size_t title = strlen(table->columns[i]->title);

		if (table->columns[i]->form == FORM_BAR && gantt_has_length(&table->range))
			table->widths[i] = BAR_MOST;
		else if (table->widths[i] && table->widths[i] < title)
			table->widths[i] = title;
	}
}

static size_t line_width(const struct table *table)
{
	size_t width = 0;

	for (size_t i = 0; i < table->count; i++)
		width += table->widths[i] ? table->widths[i] + (width ? strlen(GAP) : 0) : 0;
	return width;
}

static size_t narrowest_width(const struct column *column)
{
	return column->form == FORM_BAR ? BAR_LEAST : NARROWEST;
}

/*
 * Returns the weight of a column: the column with the greatest weight is narrowed first. A title
 * weighs half as much as another text.
 */
static size_t narrowing_weight(const struct table *table, size_t column)
{
	size_t width = table->widths[column];

	return table->columns[column]->form == FORM_TITLE ? width / 2 : width;
}

/* Returns the column with the greatest weight that may be narrowed, or count if there is none. */
static size_t find_widest(const struct table *table)
{
	size_t widest = table->count;

	for (size_t i = 0; i < table->count; i++) {
		if (field_fixed(table->columns[i]) ||
			table->widths[i] <= narrowest_width(table->columns[i]))
			continue;
		if (widest == table->count ||
			narrowing_weight(table, i) > narrowing_weight(table, widest))
			widest = i;
	}
	return widest;
}

static void fit_widths(struct table *table, size_t width)
{
	size_t widest;

	/* Limit each column to the width of the line. */
	for (size_t i = 0; i < table->count; i++)
		table->widths[i] = table->widths[i] > width ? width : table->widths[i];
	while (line_width(table) > width && (widest = find_widest(table)) < table->count)
		table->widths[widest]--;
	/* If the line is still too wide, leave out its last columns. */
	for (size_t i = table->count; i-- > 1 && line_width(table) > width;)
		table->widths[i] = 0;
}

/* How many columns a line has: up to the last that is shown. */
static size_t count_shown(const struct table *table)
{
	size_t count = table->count;

	while (count && !table->widths[count - 1])
		count--;
	return count;
}

/* Adds a text, cut or filled up to the width of its column. */
static void add_fitted(
	struct text *out, const char *text, size_t len, size_t width, bool fill, const char *color)
{
	(void)text_add(out, color ? color : "");
	size_t has = width_add_cut(out, text, len, width);
	(void)text_add(out, color ? "\033[0m" : "");
	for (; fill && has < width; has++)
		(void)text_add(out, " ");
}

/* Ends a line, and removes the blanks at its end. */
static void end_line(struct text *out)
{
	while (out->len && out->data[out->len - 1] == ' ')
		text_remove(out, out->len - 1, 1);
	(void)text_add(out, "\n");
}

static void add_titles(struct text *out, const struct table *table, const struct look *look)
{
	size_t shown = count_shown(table);

	for (size_t i = 0; i < table->count; i++) {
		const char *title = table->columns[i]->title;

		if (!table->widths[i])
			continue;
		add_fitted(out, title, strlen(title), table->widths[i], i + 1 < shown,
			look->color && *title ? "\033[1m" : NULL);
		(void)text_add(out, i + 1 < shown ? GAP : "");
	}
	end_line(out);
}

static void add_row(struct text *out, const struct table *table, struct span record, size_t row,
	const struct look *look)
{
	size_t shown = count_shown(table);

	for (size_t i = 0; i < table->count; i++) {
		const struct cell *cell = &table->cells[row * table->count + i];
		const char *text = text_string(&table->bytes) + cell->at;
		const struct column *column = table->columns[i];

		if (!table->widths[i])
			continue;
		if (column->form == FORM_BAR)
			gantt_add_bar(out, record, &table->range, table->widths[i]);
		else
			add_fitted(out, text, cell->len, table->widths[i], i + 1 < shown,
				look->color && column->form == FORM_STATUS
					? field_color(text, cell->len)
					: NULL);
		(void)text_add(out, i + 1 < shown ? GAP : "");
	}
	end_line(out);
}

void table_add(struct text *out, struct span list, const struct view_kind *kind,
	const struct look *look, const char *indent)
{
	scoped(table_done) struct table table = { .bytes = TEXT(TEXT_ANY) };
	size_t at = 0, indented = strlen(indent);

	for (const struct column *column = kind->columns; column->title; column++) {
		if (field_shown(column, SHOW_TABLE) && table.count < COLUMNS_MOST)
			table.columns[table.count++] = column;
	}
	if (!add_records(&table, list, look)) {
		out->failed = true;
		return;
	}
	measure_titles(&table);
	fit_widths(&table, look->width > indented ? look->width - indented : 1);
	(void)text_add(out, indent);
	add_titles(out, &table, look);
	for (size_t row = 0; row < table.rows; row++) {
		struct span record = span_next(list, &at);

		(void)text_add(out, indent);
		add_row(out, &table, record, row, look);
	}
}
