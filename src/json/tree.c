/* SPDX-License-Identifier: Apache-2.0 */
#include "json/tree.h"

#include "json/json.h"
#include "json/odd.h"
#include "json/plain.h"
#include "json/scan.h"

#include <stdlib.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

/*
 * What json-c allocates for a value, without the bytes of its text and its place in an array: an
 * object begins with a table for 16 members, an array with 32 elements.
 */
enum { OBJECT_COST = 768, ARRAY_COST = 384, SCALAR_COST = 64 };

struct reader {
	struct scan scan;
	struct tree tree; /* neither the value nor the document is included */
	size_t room; /* bytes that the values that follow may take */
	bool no_memory, large;
};

static bool refuse_memory(struct reader *reader)
{
	reader->no_memory = true;
	return false;
}

/* Counts the memory of a value. Returns false if it is too much. */
static bool take_room(struct reader *reader, char kind)
{
	size_t cost = kind == '{' ? OBJECT_COST : kind == '[' ? ARRAY_COST : SCALAR_COST;

	reader->large = cost > reader->room;
	if (!reader->large)
		reader->room -= cost;
	return !reader->large;
}

/* Remembers the first scalar or name with an odd value. */
static void keep_problem(struct reader *reader, struct span scalar)
{
	struct tree *tree = &reader->tree;

	if (!tree->problem)
		tree->problem = odd_problem(scalar, &tree->problem_place);
}

static struct json_object *make_string(struct span value)
{
	/* The text may be a secret. */
	scoped(text_done) struct text text = TEXT_SECRET(TEXT_ANY);

	if (!memchr(value.start, '\\', value.len))
		return json_object_new_string_len(value.start + 1, (int)value.len - 2);
	return span_string(value, &text)
		       ? json_object_new_string_len(text_string(&text), (int)text.len)
		       : NULL;
}

static struct json_object *make_number(struct span value)
{
	scoped(text_done) struct text digits = TEXT(TEXT_ANY);
	int64_t integer;

	if (span_int64(value, &integer))
		return json_object_new_int64(integer);
	/* json-c prints this text instead of the double. */
	return text_add_bytes(&digits, value.start, value.len)
		       ? json_object_new_double_s(strtod(digits.data, NULL), digits.data)
		       : NULL;
}

/*
 * Each of these functions reads the value at the scan. It returns false if the text is wrong or
 * memory runs out.
 */
static bool read_value(struct reader *reader, struct json_object **out);

static bool read_scalar(struct reader *reader, struct json_object **out)
{
	char kind = scan_kind(&reader->scan);
	struct span value;

	if (scan_value(&reader->scan, &value) != SCAN_VALUE)
		return false;
	keep_problem(reader, value);
	*out = NULL;
	if (kind == 'n')
		return true;
	if (kind == '"')
		*out = make_string(value);
	else if (kind == 't' || kind == 'f')
		*out = json_object_new_boolean(kind == 't');
	else
		*out = make_number(value);
	return *out || refuse_memory(reader);
}

/*
 * Adds value and takes it over. If the name exists, replaces the member, so that the object does
 * not grow. A duplicate name inside value is found first, although it may stand after this one.
 */
static bool add_member(struct reader *reader, struct json_object *object, struct span name,
	struct json_object *value)
{
	scoped(text_done) struct text key = TEXT(TEXT_ANY);
	struct tree *tree = &reader->tree;
	int count = json_object_object_length(object);

	if (!span_string(name, &key) || json_object_object_add(object, text_string(&key), value)) {
		json_object_put(value);
		return refuse_memory(reader);
	}
	bool again = json_object_object_length(object) == count &&
		     !(tree->problem && strstr(text_string(&key), REPLACEMENT));
	if (again && (!tree->twice.start || name.start < tree->twice.start))
		tree->twice = name;
	return true;
}

static bool read_members(struct reader *reader, struct json_object *object)
{
	struct json_object *value;
	enum scan_result result;
	struct span name;

	while ((result = scan_name(&reader->scan, &name)) == SCAN_VALUE) {
		keep_problem(reader, name);
		if (!read_value(reader, &value) || !add_member(reader, object, name, value))
			return false;
	}
	return result == SCAN_END;
}

static bool read_elements(struct reader *reader, struct json_object *array)
{
	struct json_object *value;
	enum scan_result result;

	while ((result = scan_item(&reader->scan)) == SCAN_VALUE) {
		if (!read_value(reader, &value))
			return false;
		if (json_object_array_add(array, value)) {
			json_object_put(value);
			return refuse_memory(reader);
		}
	}
	return result == SCAN_END;
}

/* The recursion is as deep as the document, which the scan limits. */
static bool read_value(struct reader *reader, struct json_object **out)
{
	char kind = scan_kind(&reader->scan);

	if (!take_room(reader, kind))
		return false;
	if (kind != '{' && kind != '[')
		return read_scalar(reader, out);
	if (scan_enter(&reader->scan, kind) != SCAN_VALUE)
		return false;
	scoped(json_put_at) struct json_object *made =
		kind == '{' ? json_object_new_object() : json_object_new_array();
	if (!made)
		return refuse_memory(reader);
	if (!(kind == '{' ? read_members(reader, made) : read_elements(reader, made)))
		return false;
	*out = steal(made);
	return true;
}

enum tree_result tree_read(
	const char *text, size_t len, int depth, struct tree *out, const char **out_bad)
{
	const char *start = plain_skip_space(text, text + len);
	struct reader reader = { .scan = { .at = start, .end = text + len, .depth = depth },
		.room = TREE_ROOM + TREE_ROOM_PER_BYTE * len };
	scoped(json_put_at) struct json_object *value = NULL;
	bool read = read_value(&reader, &value);
	const char *behind = reader.scan.at;

	if (reader.no_memory)
		return TREE_NO_MEMORY;
	if (reader.large)
		return TREE_LARGE;
	if (!read || !scan_is_done(&reader.scan)) {
		char kind = scan_kind(&reader.scan);

		*out_bad = reader.scan.at;
		return !reader.scan.depth && (kind == '{' || kind == '[') ? TREE_DEEP : TREE_BAD;
	}
	*out = reader.tree;
	out->document = (struct span){ start, (size_t)(behind - start) };
	out->value = steal(value);
	return TREE_READ;
}
