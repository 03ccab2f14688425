/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/match.h"

#include "base/fold.h"
#include "base/nearest.h"
#include "base/utf8.h"

#include <string.h>

enum {
	SHOWN_MOST = 10, /* records that are listed if several fit */
	NEAREST_MOST = 3,
	COMPARED_MOST = 2000, /* names that are compared to find the nearest */
	SHOWN_NAME = 30, /* characters of a name if ten must fit into a sentence */
	SENTENCE = 440, /* bytes that such a list may take */
};

/* Records that fit. */
struct fits {
	size_t count;
	struct span records[SHOWN_MOST];
};

static void add_fit(struct fits *fits, struct span record)
{
	if (fits->count < SHOWN_MOST)
		fits->records[fits->count] = record;
	fits->count++;
}

/* The id and the names of a record. */
struct called {
	struct span id, name, also;
};

static struct called read_names(enum kind kind, struct span record)
{
	const struct kind_row *row = kind_row(kind);
	const char *names[] = { "id", row->name, "summary", row->also ? row->also : row->name };
	struct span spans[COUNT(names)];

	span_members(record, names, spans, COUNT(names));
	return (struct called){ spans[0], span_kind(spans[1]) == '"' ? spans[1] : spans[2],
		row->also ? spans[3] : (struct span){ 0 } };
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Adds bytes in small letters, without white space around them. */
static void fold_trimmed(struct text *out, const char *bytes, size_t len)
{
	while (len && is_blank(*bytes)) {
		bytes++;
		len--;
	}
	while (len && is_blank(bytes[len - 1]))
		len--;
	(void)fold_add(out, bytes, len);
}

/* Returns whether the text of a span equals or contains the wanted text, both in small letters. */
static void compare_name(
	struct span value, const struct text *wanted, bool *out_equal, bool *out_contains)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY), folded = TEXT(TEXT_ANY);

	if (span_kind(value) != '"' || !span_string(value, &text))
		return;
	fold_trimmed(&folded, text_string(&text), text.len);
	if (folded.failed || folded.len < wanted->len)
		return;
	*out_equal |= folded.len == wanted->len && !memcmp(folded.data, wanted->data, wanted->len);
	*out_contains |= memmem(folded.data, folded.len, wanted->data, wanted->len) != NULL;
}

/* Sorts the records into those with exactly the wanted name, and those whose name contains it. */
static bool sort_records(const struct wanted *wanted, struct span list, struct fits *exact,
	struct fits *loose, struct error *err)
{
	scoped(text_done) struct text folded = TEXT(TEXT_ANY);
	struct span record;

	fold_trimmed(&folded, wanted->name, strlen(wanted->name));
	if (folded.failed || !folded.len)
		return error_memory(err);
	for (size_t at = 0; (record = span_next(list, &at)).start;) {
		struct called record_called = read_names(wanted->kind, record);
		bool equal = false, contains = false, ignored = false;

		if (span_kind(record_called.id) != '"')
			continue;
		compare_name(record_called.name, &folded, &equal, &contains);
		compare_name(record_called.also, &folded, &equal, &ignored);
		if (equal)
			add_fit(exact, record);
		if (contains)
			add_fit(loose, record);
	}
	return true;
}

/* Adds "Web shop (PIJ90N7)", with at most so many characters of the name; 0: no limit. */
static void describe_record(enum kind kind, struct span record, size_t most, struct text *out)
{
	struct called is = read_names(kind, record);
	scoped(text_done) struct text name = TEXT(TEXT_ANY), id = TEXT(TEXT_ANY);

	(void)span_string(is.name, &name);
	(void)span_string(is.id, &id);
	size_t cut = most ? utf8_cut_characters(text_string(&name), name.len, most) : name.len;
	(void)text_add_quoted(out, text_string(&name), cut);
	(void)text_addf(out, "%s (%s)", cut < name.len ? "..." : "", text_string(&id));
}

/* Adds the records to the sentence, and each to the problems. */
static void list_records(enum kind kind, const struct fits *fits, struct error *err)
{
	scoped(text_done) struct text whole = TEXT(TEXT_ANY), cut = TEXT(TEXT_ANY);
	size_t count = fits->count < SHOWN_MOST ? fits->count : SHOWN_MOST;

	for (size_t i = 0; i < count; i++) {
		scoped(text_done) struct text one = TEXT(TEXT_ANY);

		describe_record(kind, fits->records[i], 0, &one);
		error_add_problem(err, "%s", text_string(&one));
		(void)text_addf(&whole, "%s%s", i ? ", " : "", text_string(&one));
		(void)text_add(&cut, i ? ", " : "");
		describe_record(kind, fits->records[i], SHOWN_NAME, &cut);
	}
	(void)error_append(err, "%s", text_string(whole.len <= SENTENCE ? &whole : &cut));
}

/* Adds the wanted name for a sentence. */
static void quote(const struct wanted *wanted, struct text *out)
{
	size_t len = strlen(wanted->name);
	size_t cut = utf8_cut_characters(wanted->name, len, SHOWN_NAME);

	(void)text_add_quoted(out, wanted->name, cut);
	(void)text_add(out, cut < len ? "..." : "");
}

static bool refuse_several(
	const struct wanted *wanted, const struct fits *fits, const char *how, struct error *err)
{
	const struct kind_row *row = kind_row(wanted->kind);
	scoped(text_done) struct text name = TEXT(TEXT_ANY);

	quote(wanted, &name);
	(void)error_set(err, ERROR_USAGE, 0,
		"%s: %zu %s %s %s; give the id of one%s: ", wanted->param, fits->count, row->things,
		how, text_string(&name), fits->count > SHOWN_MOST ? ", such as" : "");
	list_records(wanted->kind, fits, err);
	return false;
}

/* The records whose names are most similar to a name, the nearest first. */
struct near {
	struct fits fits;
	size_t changes[NEAREST_MOST]; /* how many changes make the name of each the wanted one */
};

static void add_near(struct near *near, struct span record, size_t changes)
{
	size_t at = near->fits.count;

	while (at && near->changes[at - 1] > changes)
		at--;
	if (at == NEAREST_MOST)
		return;
	if (near->fits.count < NEAREST_MOST)
		near->fits.count++;
	for (size_t i = near->fits.count - 1; i > at; i--) {
		near->changes[i] = near->changes[i - 1];
		near->fits.records[i] = near->fits.records[i - 1];
	}
	near->changes[at] = changes;
	near->fits.records[at] = record;
}

/* Finds the records of a list whose names are most similar to the wanted one. */
static void find_nearest(const struct wanted *wanted, struct span list, struct near *out)
{
	scoped(text_done) struct text folded = TEXT(TEXT_ANY);
	struct span record;
	size_t compared = 0;

	fold_trimmed(&folded, wanted->name, strlen(wanted->name));
	for (size_t at = 0; compared++ < COMPARED_MOST && (record = span_next(list, &at)).start;) {
		scoped(text_done) struct text name = TEXT(TEXT_ANY), other = TEXT(TEXT_ANY);
		struct called is = read_names(wanted->kind, record);

		if (span_kind(is.id) != '"' || !span_string(is.name, &name))
			continue;
		fold_trimmed(&other, text_string(&name), name.len);
		size_t changes = nearest_changes(text_string(&folded), text_string(&other));
		if (changes < nearest_limit(text_string(&folded)))
			add_near(out, record, changes);
	}
}

static bool refuse_none(
	const struct wanted *wanted, struct span list, const struct fits *loose, struct error *err)
{
	const struct kind_row *row = kind_row(wanted->kind);
	scoped(text_done) struct text name = TEXT(TEXT_ANY);
	struct near near = { 0 };

	quote(wanted, &name);
	(void)error_set(err, ERROR_USAGE, 0, "%s: there is no %s %s", wanted->param, row->thing,
		text_string(&name));
	if (!loose->count)
		find_nearest(wanted, list, &near);
	/* With a query PagerDuty has left out the names that do not contain the text. */
	if (!loose->count && !near.fits.count)
		return error_append(err, row->query ? ", and none whose name contains that"
						    : ", and none with a name like it");
	(void)error_append(err, "; the nearest %s",
		loose->count == 1 || near.fits.count == 1 ? "is " : "are ");
	list_records(wanted->kind, loose->count ? loose : &near.fits, err);
	return false;
}

bool match_find(const struct wanted *wanted, struct span list, struct text *out, struct error *err)
{
	struct fits exact = { 0 }, loose = { 0 };

	if (!sort_records(wanted, list, &exact, &loose, err))
		return false;
	if (exact.count > 1)
		return refuse_several(wanted, &exact, "are called", err);
	if (!exact.count && wanted->loosely && loose.count > 1)
		return refuse_several(wanted, &loose, "have a name with", err);
	if (!exact.count && !(wanted->loosely && loose.count == 1))
		return refuse_none(wanted, list, &loose, err);
	struct span record = exact.count ? exact.records[0] : loose.records[0];
	return span_string(read_names(wanted->kind, record).id, out) || error_memory(err);
}

size_t match_count(
	const struct wanted *wanted, struct span list, struct text *out_id, struct text *out_shown)
{
	struct fits exact = { 0 }, loose = { 0 };
	struct error err = { 0 };

	if (!sort_records(wanted, list, &exact, &loose, &err))
		return 0;
	const struct fits *fits = exact.count || !wanted->loosely ? &exact : &loose;
	for (size_t i = 0; i < fits->count && i < SHOWN_MOST; i++) {
		(void)text_addf(out_shown, "%s%s ", out_shown->len ? ", " : "",
			kind_row(wanted->kind)->thing);
		describe_record(wanted->kind, fits->records[i], SHOWN_NAME, out_shown);
		text_clear(out_id);
		(void)span_string(read_names(wanted->kind, fits->records[i]).id, out_id);
	}
	return fits->count;
}
