/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Repairs the input, reads it as JSON with the functions of scan.h, span.h and tree.h, and compares
 * their results with each other and with json-c.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "json/repair.h"
#include "json/scan.h"
#include "json/tree.h"

#include <json-c/json.h>
#include <math.h>
#include <string.h>

enum { DEPTH = 64 };

/* Since 0.18 json-c refuses some valid UTF-8, and refuses large integers in strict mode. */
static bool is_odd(void)
{
	return json_c_version_num() >= 0x1200;
}

/*
 * Parses a text with json-c. The result is NULL both for the value null and for a failure; *out_ok
 * says which.
 */
static struct json_object *parse(const char *text, size_t len, bool *out_ok)
{
	struct json_tokener *parser = json_tokener_new_ex(DEPTH + 1);

	HOLDS(parser);
	json_tokener_set_flags(
		parser, JSON_TOKENER_STRICT | (is_odd() ? 0 : JSON_TOKENER_VALIDATE_UTF8));
	/* Include the NUL, so that a number at the end is complete. */
	struct json_object *value = json_tokener_parse_ex(parser, text, (int)len + 1);
	*out_ok = json_tokener_get_error(parser) == json_tokener_success &&
		  json_tokener_get_parse_end(parser) >= len;
	json_tokener_free(parser);
	return value;
}

/*
 * Returns whether json-c may accept a text that RFC 8259 does not allow: NaN, Infinity, control
 * characters in strings, and some forms of numbers.
 */
static bool is_lenient(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)text[i] < 0x20 || strchr("NIni-+.eE\\/", text[i]) ||
			(text[i] >= '0' && text[i] <= '9'))
			return true;
	}
	return false;
}

static void compare(struct span value, struct json_object *tree);

static void compare_object(struct span value, struct json_object *tree)
{
	struct span name, member;
	size_t at = 0;
	int members = 0;

	HOLDS(json_object_is_type(tree, json_type_object));
	while (span_next_member(value, &at, &name, &member))
		members++;
	HOLDS(members >= json_object_object_length(tree));
	/*
	 * A tree has only one of two equal names, also if they are escaped differently or end at a
	 * NUL.
	 */
	if (members != json_object_object_length(tree))
		return;
	for (at = 0; span_next_member(value, &at, &name, &member);) {
		struct text text = TEXT(TEXT_ANY);
		struct json_object *other = NULL;

		HOLDS(span_string(name, &text));
		HOLDS(json_object_object_get_ex(tree, text_string(&text), &other));
		if (text.len && !strpbrk(text.data, "/\\") &&
			span_is_name(name, text.data, text.len))
			HOLDS(span_member(value, text.data).start == member.start);
		compare(member, other);
		text_done(&text);
	}
}

static void compare_array(struct span value, struct json_object *tree)
{
	struct span element;
	size_t at = 0, count = 0;

	HOLDS(json_object_is_type(tree, json_type_array));
	while ((element = span_next(value, &at)).start)
		compare(element, json_object_array_get_idx(tree, count++));
	HOLDS(count == json_object_array_length(tree));
}

static void compare_string(struct span value, struct json_object *tree)
{
	struct text text = TEXT(TEXT_ANY);

	HOLDS(json_object_is_type(tree, json_type_string));
	HOLDS(span_string(value, &text));
	/* Versions of json-c differ in what they make of half a surrogate pair. */
	if (text.len && strstr(text.data, "\xef\xbf\xbd")) {
		text_done(&text);
		return;
	}
	HOLDS((size_t)json_object_get_string_len(tree) == text.len);
	HOLDS(!memcmp(json_object_get_string(tree), text_string(&text), text.len));
	text_done(&text);
}

static void compare(struct span value, struct json_object *tree)
{
	bool boolean = false;
	long integer = 0;

	switch (span_kind(value)) {
	case '{':
		compare_object(value, tree);
		break;
	case '[':
		compare_array(value, tree);
		break;
	case '"':
		compare_string(value, tree);
		break;
	case 'n':
		HOLDS(!tree);
		break;
	case 't':
	case 'f':
		HOLDS(span_boolean(value, &boolean));
		HOLDS(json_object_is_type(tree, json_type_boolean));
		HOLDS(json_object_get_boolean(tree) == boolean);
		break;
	default:
		HOLDS(json_object_is_type(tree, json_type_int) ||
			json_object_is_type(tree, json_type_double));
		if (span_integer(value, &integer))
			HOLDS(json_object_get_int64(tree) == integer);
	}
}

/* Enters every object and array. Returns false if the text is not valid. */
static bool walk(struct scan *scan, char kind)
{
	struct span span;
	enum scan_result result = scan_enter(scan, kind);

	if (result != SCAN_VALUE)
		return false;
	for (;;) {
		result = kind == '{' ? scan_name(scan, &span) : scan_element(scan, &span);
		if (result != SCAN_VALUE)
			return result == SCAN_END;
		if (kind == '[')
			continue;
		if (scan->at < scan->end && (*scan->at == '{' || *scan->at == '[')) {
			if (!walk(scan, *scan->at))
				return false;
		} else if (scan_value(scan, &span) != SCAN_VALUE) {
			return false;
		}
	}
}

/*
 * Reading step by step must give the same result as reading everything, and stop at the same byte.
 */
static void compare_walk(const char *text, size_t len, bool ok, size_t bad)
{
	size_t start = strspn(text, " \t\r\n");
	struct scan scan = { .at = text, .end = text + len, .depth = DEPTH };

	if (start >= len || (text[start] != '{' && text[start] != '['))
		return;
	bool walked = walk(&scan, text[start]) && scan_is_done(&scan);
	HOLDS(walked == ok);
	HOLDS(ok || scan.at == text + bad);
}

/* A tree must contain what the spans contain. */
static void compare_tree(const char *text, size_t len, bool ok, size_t wrong)
{
	const char *bad = NULL;
	struct tree tree;
	enum tree_result result = tree_read(text, len, DEPTH, &tree, &bad);

	HOLDS(ok == (result == TREE_READ));
	if (!ok) {
		HOLDS(bad == text + wrong);
		return;
	}
	compare(tree.document, tree.value);
	json_object_put(tree.value);
}

static void check(const char *text, size_t len)
{
	struct span span = { 0 };
	size_t bad = SIZE_MAX;
	bool known = false;
	bool ok = scan_document(text, len, DEPTH, &span, &bad);
	struct json_object *tree = parse(text, len, &known);

	if (ok) {
		HOLDS(span.start >= text && span.start + span.len <= text + len);
		HOLDS(known || is_odd());
		if (known)
			compare(span, tree);
	} else {
		HOLDS(bad <= len);
		/* json-c counts the level of empty innermost brackets differently. */
		size_t other;
		HOLDS(!known || is_lenient(text, len) ||
			scan_document(text, len, DEPTH + 1, &span, &other));
	}
	compare_walk(text, len, ok, bad);
	compare_tree(text, len, ok, bad);
	json_object_put(tree);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct text text = TEXT(TEXT_ANY);

	HOLDS(text_add_bytes(&text, (const char *)data, size));
	HOLDS(json_repair(&text));
	HOLDS(utf8_valid(text_string(&text), text.len) == text.len);
	check(text_string(&text), text.len);
	struct text again = TEXT(TEXT_ANY);
	HOLDS(text_add_bytes(&again, text_string(&text), text.len) && json_repair(&again));
	HOLDS(again.len <= text.len);
	text_done(&again);
	text_done(&text);
	return 0;
}
