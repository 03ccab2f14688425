/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a result for chat (view/view.h). */
#include "view/details.h"
#include "view/line.h"
#include "view/newest.h"
#include "view/noun.h"
#include "view/sentence.h"
#include "view/shape.h"
#include "view/view.h"

#include <string.h>

enum { STATUS_MOST = 100 }; /* characters */

/* Adds "No incidents are triggered or acknowledged." or a similar sentence. */
static void add_empty_list(struct text *out, const struct view_call *call)
{
	struct json_object *statuses = json_member(call->parameters, "statuses");
	size_t count = json_object_is_type(statuses, json_type_array)
			       ? json_object_array_length(statuses)
			       : 0;

	if (!strncmp(call->action, "on_call.", strlen("on_call."))) {
		(void)text_add(out, "Nobody is on call there.");
		return;
	}
	noun_add_count(out, 0, NULL, call->member);
	for (size_t i = 0; i < count; i++) {
		const char *status = json_object_get_string(json_object_array_get_idx(statuses, i));

		(void)text_add(out, i ? " or " : " are ");
		plain_add_chat(out, status ? status : "", STATUS_MOST);
	}
	(void)text_add(out, ".");
}

/* Adds "3 incidents:" or "The newest 25 of 312 incidents:". */
static void add_heading(struct text *out, long count, const struct view_kind *kind,
	const struct view_call *call, bool newest)
{
	long total = call->total > count ? call->total : count;
	bool cut = total > LINE_LIST_MOST || total > count;
	bool more = !call->total && call->maximum && count >= call->maximum;

	if (cut)
		(void)text_addf(out, "The %s %ld of %s", newest ? "newest" : "first",
			count < LINE_LIST_MOST ? count : LINE_LIST_MOST, more ? "at least " : "");
	noun_add_count(out, total, kind, call->member);
	if (more && !cut)
		(void)text_add(out,
			", and there may be more: add maximum=100 at the end of the phrase "
			"to see them");
	(void)text_add(out, ":");
}

static void add_list(
	struct text *out, struct span list, const struct view_call *call, const struct look *look)
{
	scoped(newest_done) struct newest newest = { 0 };
	struct span record;

	if (!newest_read(&newest, list, !call->sorted)) {
		out->failed = true;
		return;
	}
	if (!newest.count) {
		add_empty_list(out, call);
		return;
	}
	if (call->changes && !strcmp(view_kind_of(newest.records[0].span)->one, "incident")) {
		sentence_add_incidents(out, list, (long)newest.count, call, look);
		return;
	}
	if (call->changes && !strcmp(view_kind_of(newest.records[0].span)->one, "override")) {
		sentence_add_overrides(out, list, call, look);
		return;
	}
	add_heading(
		out, (long)newest.count, view_kind_of(newest.records[0].span), call, newest.dated);
	for (size_t i = 0; i < newest.count && i < LINE_LIST_MOST; i++) {
		record = newest.records[i].span;
		(void)text_add(out, "\n");
		line_add(out, record, view_kind_of(record), look);
	}
}

void view_add_chat(struct text *out, struct span document, const struct view_call *call,
	const struct look *look)
{
	struct shape shape = shape_of(document);

	switch (shape.what) {
	case SHAPE_LIST:
		add_list(out, shape.value, call, look);
		return;
	case SHAPE_ONE:
		if (call->changes)
			sentence_add(out, shape.value, call, look);
		else
			details_add(out, shape.value, look);
		return;
	case SHAPE_DONE:
		sentence_add_done(out, call);
		return;
	case SHAPE_OTHER:
		field_add(out, shape.value,
			&(struct column){ .title = "", .path = "", .form = FORM_TEXT }, look,
			FIELD_FULL);
		return;
	}
}
