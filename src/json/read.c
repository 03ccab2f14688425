/* SPDX-License-Identifier: Apache-2.0 */
#include "json/read.h"

#include "base/shown.h"
#include "base/utf8.h"
#include "json/json.h"
#include "json/odd.h"
#include "json/tree.h"

#include <limits.h>
#include <string.h>

enum { PATH_SHOWN = 200 }; /* characters of a path in a sentence */

static const char too_large[] = "too many values to be held in memory";

/* The text that is read, its name in sentences, and the kind of its errors. */
struct source {
	const char *text;
	size_t len;
	const char *what;
	enum error_kind kind;
};

/* A place in a text. Line and column are counted from 1, columns in characters. */
struct position {
	size_t line, column;
};

static struct position position_of(const char *text, size_t at)
{
	struct position position = { .line = 1, .column = 1 };

	for (size_t i = 0; i < at; i++) {
		/* The continuation bytes of a character are not columns. */
		position.column += ((unsigned char)text[i] & 0xc0) != 0x80;
		if (text[i] == '\n') {
			position.line++;
			position.column = 1;
		}
	}
	return position;
}

static bool refuse(
	const struct source *source, const char *place, const char *why, struct error *err)
{
	struct position position = position_of(source->text, (size_t)(place - source->text));

	return error_set(err, source->kind, 0, "%s: line %zu, column %zu: %s", source->what,
		position.line, position.column, why);
}

/* Also names the path of the value: "service_keys/db: a text holds ...". */
static bool refuse_odd(const struct source *source, const struct tree *tree, struct error *err)
{
	scoped(text_done) struct text why = TEXT(TEXT_ANY);

	odd_place(tree->document, tree->problem_place, &why);
	/* The configuration is read too: a name in it may be a key at a wrong place. */
	if (!shown_name(text_string(&why), why.len)) {
		text_clear(&why);
	} else if (why.len) {
		text_remove(&why, 0, 1);
		why.len = utf8_cut_characters(why.data, why.len, PATH_SHOWN);
		(void)text_add(&why, ": ");
	}
	(void)text_add(&why, tree->problem);
	return refuse(source, tree->problem_place, text_string(&why), err);
}

static bool refuse_twice(const struct source *source, const struct tree *tree, struct error *err)
{
	scoped(text_done) struct text name = TEXT(TEXT_ANY);

	(void)!span_string(tree->twice, &name);
	bool shown = shown_name(text_string(&name), name.len);
	return error_set(err, source->kind, 0, "%s: the member \"%s\" appears twice", source->what,
		shown ? text_string(&name) : "***");
}

/* Returns whether the text begins as UTF-16 does: with its mark, or with a character of two bytes. */
static bool is_utf16(const struct source *source)
{
	return source->len >= 2 &&
	       (!memcmp(source->text, "\xff\xfe", 2) || !memcmp(source->text, "\xfe\xff", 2) ||
		       !source->text[0] || !source->text[1]);
}

/* Says why the text is not JSON from bad on. */
static const char *explain_bad(const struct source *source, const char *bad)
{
	static const char mark[] = "\xef\xbb\xbf";

	if (bad == source->text + source->len)
		return "not JSON: it ends too early";
	if (is_utf16(source))
		return "UTF-16, not UTF-8";
	if (bad == source->text && source->len >= strlen(mark) && !memcmp(bad, mark, strlen(mark)))
		return "not JSON: it begins with a byte order mark";
	if (*bad == '\'')
		return "not JSON: names and texts need double quotes";
	return "not JSON";
}

/* Reads the tree. Its names and values are checked later. */
static bool read_tree(const struct source *source, int depth, struct tree *out, struct error *err)
{
	const char *end = source->text + source->len;
	const char *bad = source->text + utf8_valid(source->text, source->len);

	if (bad < end)
		return refuse(
			source, bad, is_utf16(source) ? "UTF-16, not UTF-8" : "not UTF-8", err);
	if (source->len > INT_MAX - 1)
		return error_set(err, source->kind, 0, "%s: too long", source->what);
	switch (tree_read(source->text, source->len, depth, out, &bad)) {
	case TREE_READ:
		return true;
	case TREE_BAD:
		return refuse(source, bad, explain_bad(source, bad), err);
	case TREE_DEEP:
		return error_set(err, source->kind, 0, "%s: nested deeper than %d levels",
			source->what, depth);
	case TREE_LARGE:
		return error_set(err, source->kind, 0, "%s: %s", source->what, too_large);
	case TREE_NO_MEMORY:
		break;
	}
	return error_memory(err);
}

bool json_read(const char *text, size_t len, int depth, const char *what, enum error_kind kind,
	struct json_object **out_value, struct error *err)
{
	struct source source = { text, len, what, kind };
	struct tree tree = { 0 };

	if (!read_tree(&source, depth, &tree, err))
		return false;
	scoped(json_put_at) struct json_object *value = tree.value;
	if (tree.problem)
		return refuse_odd(&source, &tree, err);
	if (tree.twice.start)
		return refuse_twice(&source, &tree, err);
	*out_value = steal(value);
	return true;
}

bool json_read_odd(const char *text, size_t len, int depth, const char *what, enum error_kind kind,
	struct json_object **out_value, struct span *out_odd, struct error *err)
{
	struct source source = { text, len, what, kind };
	struct tree tree = { 0 };

	if (!read_tree(&source, depth, &tree, err))
		return false;
	scoped(json_put_at) struct json_object *value = tree.value;
	if (tree.twice.start)
		return refuse_twice(&source, &tree, err);
	*out_odd = tree.problem ? tree.document : (struct span){ 0 };
	*out_value = steal(value);
	return true;
}

bool json_read_reply(
	const char *text, size_t len, struct json_object **out_value, struct error *err)
{
	struct tree tree;
	const char *bad;

	enum tree_result result = len > INT_MAX - 1
					  ? TREE_LARGE
					  : tree_read(text, len, JSON_DEPTH_REPLY, &tree, &bad);
	if (result == TREE_READ)
		*out_value = tree.value;
	else if (err && result == TREE_LARGE)
		(void)error_set(err, ERROR_REPLY, 0, "the answer has %s", too_large);
	else if (err)
		(void)error_memory(err);
	return result == TREE_READ;
}
