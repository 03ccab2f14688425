/* SPDX-License-Identifier: Apache-2.0 */
#include "view/view.h"

#include "view/details.h"
#include "view/noun.h"
#include "view/shape.h"
#include "view/table.h"
#include "view/width.h"

static void add_done(struct text *out, const struct view_call *call)
{
	(void)text_add(out, "Done: ");
	noun_add_command(out, call);
	noun_add_subject(out, call, " (", ")");
	(void)text_add(out, ".\n");
}

/* Adds the line below a table, which says how many records there are, cut as the others are. */
static void add_count(struct text *out, long count, const struct view_kind *kind,
	const struct view_call *call, const struct look *look)
{
	scoped(text_done) struct text line = TEXT(TEXT_ANY);

	noun_add_count(&line, count, kind, call->member);
	if (call->total > count)
		(void)text_addf(&line, " of %ld", call->total);
	if (!call->total && call->maximum && count >= call->maximum)
		(void)text_add(&line, "; there may be more: {\"maximum\": 0} lists all");
	(void)text_add(&line, ".");
	(void)width_add_cut(out, text_string(&line), line.len, look->width);
	(void)text_add(out, "\n");
}

static void add_list(
	struct text *out, struct span list, const struct view_call *call, const struct look *look)
{
	size_t at = 0;
	long count = 0;
	struct span first = span_next(list, &at);
	const struct view_kind *kind = first.start ? view_kind_of(first) : NULL;

	for (at = 0; span_next(list, &at).start;)
		count++;
	if (kind)
		table_add(out, list, kind, look, "");
	add_count(out, count, kind, call, look);
}

static void add_value(struct text *out, struct span value, const struct look *look)
{
	static const struct column column = { .title = "", .path = "", .form = FORM_TEXT };
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);

	field_add(&shown, value, &column, look, FIELD_FULL);
	(void)width_add_cut(out, text_string(&shown), shown.len, look->width);
	(void)text_add(out, "\n");
}

void view_add_terminal(struct text *out, struct span document, const struct view_call *call,
	const struct look *look)
{
	struct shape shape = shape_of(document);

	switch (shape.what) {
	case SHAPE_LIST:
		add_list(out, shape.value, call, look);
		return;
	case SHAPE_ONE:
		details_add(out, shape.value, look);
		return;
	case SHAPE_DONE:
		add_done(out, call);
		return;
	case SHAPE_OTHER:
		add_value(out, shape.value, look);
		return;
	}
}
