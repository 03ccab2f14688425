/* SPDX-License-Identifier: Apache-2.0 */
/* Writes one cell of a view: a member of a record. */
#ifndef VIEW_FIELD_H
#define VIEW_FIELD_H

#include "view/plain.h"
#include "json/span.h"

#include <stdint.h>

/* How results are to look. */
struct look {
	enum plain_for use;
	size_t width; /* columns of a line; 0: no limit */
	bool color; /* whether to write escape sequences for colours */
	int64_t now; /* seconds since 1970 */
};

/* What a member's value means. */
enum form {
	FORM_TEXT,
	FORM_TITLE, /* the most important text; narrowed last */
	FORM_WORD, /* an id, or one of a few fixed words; never narrowed */
	FORM_NUMBER, /* a number with "#": "#42"; other text is not changed */
	FORM_AGO, /* a time in the past; a line in chat says how long ago it was */
	FORM_MOMENT, /* a time at which something begins or ends */
	FORM_STATUS, /* a text with a colour */
	FORM_KIND, /* a type without its common ending: "trigger" for "trigger_log_entry" */
	FORM_LEVEL, /* "1" in a column; "level 1" in a line */
	FORM_LINK, /* an address, never cut */
	FORM_COUNT, /* the number of elements of an array */
	FORM_POSITION, /* the position of the record in the list, from 1 */
	/* A bar from a start to an end (gantt.h). The path names both members: "start/end". */
	FORM_BAR,
};

enum {
	SHOW_TABLE = 1, /* in a list on a terminal */
	SHOW_LINE = 2, /* in a list in chat */
	SHOW_ONE = 4, /* if a single thing is shown */
	SHOW_LISTS = SHOW_TABLE | SHOW_LINE,
};

/* A column of a list, a line of a single thing. */
struct column {
	const char *title; /* NULL ends the columns */
	/*
	 * "a/b" is the member b of the member a. "a[]/b" is the member b of each element of the
	 * array a, joined by commas. "a|b" is b if a is missing or empty.
	 */
	const char *path;
	enum form form;
	unsigned show; /* where it is shown, SHOW_...; 0: everywhere */
};

/* Returns whether a column is shown where, which is one of SHOW_... */
bool field_shown(const struct column *column, unsigned where);

/* Returns whether a column must not be narrowed. */
bool field_fixed(const struct column *column);

/* Adds the text at a path, unescaped. It is not made safe to show (plain.h). */
void field_add_raw(struct text *out, struct span record, const char *path);

/* Reads the time at a path, in seconds since 1970. Returns false if there is none. */
bool field_moment(struct span record, const char *path, int64_t *out_seconds) MUST_CHECK;

/* How times are written. */
enum field_time {
	FIELD_DISTANCE, /* "5 min ago" */
	FIELD_SHORT, /* "17:02 (5 min ago)" */
	FIELD_FULL, /* "Sun 2026-11-29 17:02 UTC (5 min ago)" */
};

/* Adds a cell. It is empty if the record has no such value. */
void field_add(struct text *out, struct span record, const struct column *column,
	const struct look *look, enum field_time time);

/* Returns the escape sequence that begins the colour of a status, or NULL. */
const char *field_color(const char *text, size_t len);

#endif
