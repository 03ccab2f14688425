/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "json/scan.h"

#include <sys/mman.h>
#include <unistd.h>

enum { DEPTH = 8 };

/* Places the text so that reading one byte more is a memory fault. */
struct fence {
	char *pages;
	size_t size;
	char *text;
};

static struct fence fence(const char *text, size_t len)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), size = (len / page + 2) * page;
	char *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_ptr_not_equal(pages, MAP_FAILED);
	assert_int_equal(mprotect(pages + size - page, page, PROT_NONE), 0);
	char *start = pages + size - page - len;
	memcpy(start, text, len);
	return (struct fence){ pages, size, start };
}

static void fence_done(struct fence *fence)
{
	(void)munmap(fence->pages, fence->size);
}

static void accept(const char *text)
{
	size_t len = strlen(text), at = 0;
	struct fence fenced = fence(text, len);
	struct span span = { 0 };

	if (!scan_document(fenced.text, len, DEPTH, &span, &at))
		fail_msg("refused at byte %zu: %s", at, text);
	size_t before = strspn(text, " \t\r\n"), after = len;
	while (strchr(" \t\r\n", text[after - 1]))
		after--;
	assert_ptr_equal(span.start, fenced.text + before);
	assert_int_equal(span.len, after - before);
	fence_done(&fenced);
}

static void refuse_bytes(const char *text, size_t len, size_t expected)
{
	struct fence fenced = fence(text, len);
	struct span span = { 0 };
	size_t at = 0;

	if (scan_document(fenced.text, len, DEPTH, &span, &at))
		fail_msg("accepted: %s", text);
	if (at != expected)
		fail_msg("refused at byte %zu, not %zu: %s", at, expected, text);
	assert_null(span.start);
	fence_done(&fenced);
}

static void refuse(const char *text, size_t expected)
{
	refuse_bytes(text, strlen(text), expected);
}

static void test_accepts(void **state)
{
	(void)state;
	static const char *const documents[] = { "null", "true", "false", "0", "-0", "10",
		"-1.5e+10", "0.0", "1E5", "1e-05", "123456789012345678901234567890", "\"\"",
		"\"a\"", "\"1234567\"", "\"12345678\"", "\"123456789\"", "[]", "{}", "[ ]", "{ }",
		" [1 , 2 ]\r\n", "\t{ \"a\" : 1 , \"b\" : [ { } , null ] }\n", "[[],[[]],{}]",
		"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uABCD\\ud83d\\ude00\"",
		/* Half a surrogate pair is valid in the grammar; repair.h replaces it. */
		"\"\\ud800\"",
		/* Duplicate names, an empty name, and an escaped NUL are valid too. */
		"{\"a\":1,\"a\":2,\"\":\"\\u0000\"}", "\"\x7f\xc3\xa9\xf0\x9f\x98\x80\"",
		"[[[[[[[[]]]]]]]]", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}" };

	for (size_t i = 0; i < COUNT(documents); i++)
		accept(documents[i]);
}

/* Documents that are not JSON, and the place of the first wrong byte. */
static const struct {
	const char *text;
	size_t at;
} refused[] = {
	{ "", 0 },
	{ "  ", 2 },
	{ "nul", 0 },
	{ "nulL", 0 },
	{ "True", 0 },
	{ "truex", 4 },
	{ "NaN", 0 },
	{ "Infinity", 0 },
	{ "-Infinity", 1 },
	{ "-", 1 },
	{ "+1", 0 },
	{ "01", 1 },
	{ "-01", 2 },
	{ "1.", 2 },
	{ ".5", 0 },
	{ "1.e5", 2 },
	{ "1e", 2 },
	{ "1e+", 3 },
	{ "0x10", 1 },
	{ "1 2", 2 },
	{ "\"a", 2 },
	{ "\"1234567890", 11 },
	{ "\"a\nb\"", 2 },
	{ "\"a\tb\"", 2 },
	{ "\"12345678\x1f\"", 9 },
	{ "\"\\", 2 },
	{ "\"\\x41\"", 2 },
	{ "\"\\u12\"", 5 },
	{ "\"\\u12g4\"", 5 },
	{ "\"\\u12", 5 },
	{ "'a'", 0 },
	{ "[", 1 },
	{ "[1", 2 },
	{ "[1,", 3 },
	{ "[1,]", 3 },
	{ "[,1]", 1 },
	{ "[1 2]", 3 },
	{ "[1}", 2 },
	{ "]", 0 },
	{ "[]]", 2 },
	{ "{", 1 },
	{ "{\"a\"", 4 },
	{ "{\"a\":", 5 },
	{ "{\"a\":1", 6 },
	{ "{\"a\":1,", 7 },
	{ "{\"a\":1,}", 7 },
	{ "{,}", 1 },
	{ "{\"a\" 1}", 5 },
	{ "{\"a\":}", 5 },
	{ "{a:1}", 1 },
	{ "{1:1}", 1 },
	{ "{\"a\":1]", 6 },
	{ "[1] // a comment", 4 },
	{ "/**/1", 0 },
	{ "\xef\xbb\xbf{}", 0 },
	{ "[\x0b]", 1 },
	{ "[[[[[[[[[]]]]]]]]]", 8 },
	{ "[{\"a\":[[[[[[[]]]]]]]}]", 12 },
};

static void test_refuses(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(refused); i++)
		refuse(refused[i].text, refused[i].at);
	refuse_bytes("\"\0\"", 3, 1);
	refuse_bytes("1\0", 2, 1);
}

/* A document that is cut anywhere is refused at its end, and no byte after it is read. */
static void test_cut(void **state)
{
	(void)state;
	static const char whole[] =
		"{\"incidents\":[{\"id\":\"PT4KHLK\",\"n\":[ -1.5e3 , true,false,null ],"
		"\"text\":\"caf\\u00e9 \\\"quoted\\\" and quite long, so that words of eight "
		"count\"}],"
		"\"more\":false}";

	accept(whole);
	for (size_t len = 0; len < sizeof(whole) - 1; len++) {
		struct fence fenced = fence(whole, len);
		struct span span;
		size_t at = SIZE_MAX;

		assert_false(scan_document(fenced.text, len, DEPTH, &span, &at));
		assert_true(at <= len);
		fence_done(&fenced);
	}
}

/* A special byte at every place of a string, also within a group of eight bytes. */
static void test_places(void **state)
{
	(void)state;
	char text[64];

	for (size_t len = 0; len < 40; len++) {
		for (size_t place = 0; place < len; place++) {
			(void)memset(text, 0xe9, sizeof(text));
			text[0] = text[len + 1] = '"';
			text[len + 2] = '\0';
			accept(text);
			text[place + 1] = '\x1f';
			refuse(text, place + 1);
			text[place + 1] = '\\';
			text[place + 2] = place + 1 < len ? '/' : '"';
			if (place + 1 < len)
				accept(text);
			else
				refuse(text, len + 2);
			text[place + 1] = '"';
			text[place + 2] = 'x';
			refuse(text, place + 2);
		}
	}
}

/* Too many levels are refused at the first level that is too deep, without more stack. */
static void test_depth(void **state)
{
	(void)state;
	enum { LEVELS = 1 << 20 };
	char *text = malloc(LEVELS);
	struct span span;
	size_t at = 0;

	assert_non_null(text);
	(void)memset(text, '[', LEVELS);
	assert_false(scan_document(text, LEVELS, 256, &span, &at));
	assert_int_equal(at, 256);
	for (size_t i = 0; i < LEVELS; i += 5)
		memcpy(text + i, "{\"a\":", i + 5 <= LEVELS ? 5 : LEVELS - i);
	assert_false(scan_document(text, LEVELS, 256, &span, &at));
	assert_int_equal(at, 256 * 5);
	for (size_t i = 0; i < 512; i++)
		text[i] = i < 256 ? '[' : ']';
	assert_true(scan_document(text, 512, 256, &span, &at));
	assert_false(scan_document(text, 512, 255, &span, &at));
	assert_false(scan_document("[]", 2, 0, &span, &at));
	assert_true(scan_document("1", 1, 0, &span, &at));
	free(text);
}

/* Enters every object and array. Returns the number of values, or -1 if the text is not valid. */
static long walk(struct scan *scan, char kind)
{
	struct span span;
	enum scan_result result;
	long count = 1;

	if (scan_enter(scan, kind) != SCAN_VALUE)
		return -1;
	for (;;) {
		if (kind == '{') {
			result = scan_name(scan, &span);
			if (result == SCAN_VALUE && (*scan->at == '{' || *scan->at == '[')) {
				long inner = walk(scan, *scan->at);

				if (inner < 0)
					return -1;
				count += inner;
				continue;
			}
			if (result == SCAN_VALUE)
				result = scan_value(scan, &span);
		} else {
			result = scan_element(scan, &span);
		}
		if (result != SCAN_VALUE)
			return result == SCAN_END ? count : -1;
		count++;
	}
}

static long walk_text(const char *text, size_t *out_at)
{
	size_t len = strlen(text);
	struct fence fenced = fence(text, len);
	struct scan scan = { .at = fenced.text, .end = fenced.text + len, .depth = DEPTH };
	long count = walk(&scan, '{');

	if (count >= 0 && !scan_is_done(&scan))
		count = -1;
	*out_at = (size_t)(scan.at - fenced.text);
	fence_done(&fenced);
	return count;
}

static void test_walks(void **state)
{
	(void)state;
	size_t at;

	assert_int_equal(walk_text("{}", &at), 1);
	assert_int_equal(walk_text(" { } ", &at), 1);
	assert_int_equal(walk_text("{\"a\":1}", &at), 2);
	assert_int_equal(
		walk_text("{ \"a\" : [ 1 , [ ] , { } ] , \"b\" : { \"c\" : { } } }\n", &at), 7);
	assert_int_equal(walk_text("{\"a\":[],\"b\":[1],\"c\":\"\"}", &at), 5);
	static const struct {
		const char *text;
		size_t at;
	} wrong[] = { { "", 0 }, { "[]", 0 }, { "{", 1 }, { "{,", 1 }, { "{\"a\":1,}", 7 },
		{ "{\"a\":[1,]}", 8 }, { "{\"a\":[,1]}", 6 }, { "{\"a\":[1 2]}", 8 },
		{ "{\"a\":[1}}", 7 }, { "{\"a\":1]", 6 }, { "{\"a\":1} x", 8 }, { "{\"a\":[1", 7 },
		{ "{\"a\":[]\"b\":1}", 7 }, { "{\"a\":tru}", 5 }, { "{\"a\"}", 4 } };
	for (size_t i = 0; i < COUNT(wrong); i++) {
		if (walk_text(wrong[i].text, &at) != -1)
			fail_msg("accepted: %s", wrong[i].text);
		if (at != wrong[i].at)
			fail_msg(
				"refused at byte %zu, not %zu: %s", at, wrong[i].at, wrong[i].text);
	}
}

/* Levels that were entered count. */
static void test_walk_depth(void **state)
{
	(void)state;
	static const char text[] = "{\"a\":[[[1]]],\"b\":[]}";

	for (int depth = 0; depth < 6; depth++) {
		struct scan scan = { .at = text, .end = text + strlen(text), .depth = depth };

		assert_int_equal(walk(&scan, '{'), depth >= 4 ? 4 : -1);
	}
}

static void test_name_span(void **state)
{
	(void)state;
	static const char text[] = "{\"a\\\":\" \t: \":\"}";
	struct scan scan = { .at = text, .end = text + strlen(text), .depth = 1 };
	struct span span;

	assert_int_equal(scan_enter(&scan, '{'), SCAN_VALUE);
	assert_int_equal(scan_name(&scan, &span), SCAN_VALUE);
	assert_int_equal(span.len, 6);
	assert_memory_equal(span.start, "\"a\\\":\"", 6);
	assert_int_equal(scan_value(&scan, &span), SCAN_VALUE);
	assert_int_equal(span.len, 3);
	assert_memory_equal(span.start, "\":\"", 3);
	assert_int_equal(scan_name(&scan, &span), SCAN_END);
	assert_true(scan_is_done(&scan));
}

RUN(cmocka_unit_test(test_accepts), cmocka_unit_test(test_refuses), cmocka_unit_test(test_cut),
	cmocka_unit_test(test_places), cmocka_unit_test(test_depth), cmocka_unit_test(test_walks),
	cmocka_unit_test(test_walk_depth), cmocka_unit_test(test_name_span))
