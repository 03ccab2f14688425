/* SPDX-License-Identifier: Apache-2.0 */
/* One cell of a view: a member of a record, written as the view says. */
#ifndef VIEW_FIELD_H
#define VIEW_FIELD_H

#include "view/plain.h"
#include "json/span.h"

#include <stdint.h>

/* How results are to look. */
struct look {
	enum plain_for use;
	size_t width; /* columns of a line; 0: as many as there are */
	bool color; /* escape sequences of our own */
	int64_t now; /* seconds since 1970 */
};

/* What a member's value means. */
enum form {
	FORM_TEXT,
	FORM_TITLE, /* the most important text: narrowed last */
	FORM_WORD, /* an id, or one of a few fixed words: never narrowed */
	FORM_NUMBER, /* "#42"; a text that is no number as it is */
	FORM_AGO, /* a time in the past; in a line it is written as how long ago */
	FORM_MOMENT, /* a time at which something begins or ends */
	FORM_STATUS, /* a text that has a colour of its own */
	FORM_KIND, /* a type without its common ending: "trigger" for "trigger_log_entry" */
	FORM_LEVEL, /* "1" in a column; "level 1" in a line */
	FORM_LINK, /* an address, never cut */
	FORM_COUNT, /* of an array: how many */
	FORM_POSITION, /* which record of the list it is, from 1 */
	FORM_BAR, /* when, between the earliest and the latest of the list; its path names start and end: "start/end" */
};

enum {
	SHOW_TABLE = 1, /* a list on a terminal */
	SHOW_LINE = 2, /* a list in chat */
	SHOW_ONE = 4, /* one thing */
	SHOW_LISTS = SHOW_TABLE | SHOW_LINE,
};

/* A column of a list, a line of a single thing. */
struct column {
	const char *title; /* NULL ends the columns */
	/*
	 * "a/b" is the member b of the member a; "a[]/b" that of each element of the array a,
	 * joined by commas; "a|b" is b where a says nothing.
	 */
	const char *path;
	enum form form;
	unsigned show; /* SHOW_... where it is shown; 0: everywhere */
};

/* Whether a column has a place in what is shown: one of SHOW_... */
bool field_shown(const struct column *column, unsigned where);

/* Whether a column is never narrowed. */
bool field_fixed(const struct column *column);

/* Adds the text that a path leads to, as it stands in the document: unescaped, not made plain. */
void field_add_raw(struct text *out, struct span record, const char *path);

/* The time that a path leads to; false when there is none. */
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

/* The escape sequence that begins the colour of a status, or NULL. */
const char *field_color(const char *text, size_t len);

#endif
