/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/text.h"
#include "base/utf8.h"
#include "operations/event_size.h"
#include "json/json.h"

enum { MOST = 512000 };

static void put(struct json_object *object, const char *name, struct json_object *value)
{
	assert_true(json_add(object, name, value));
}

/* Makes a text of count times unit. */
static struct json_object *repeated(const char *unit, size_t count)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY);

	while (count--)
		assert_true(text_add(&text, unit));
	return json_object_new_string_len(text_string(&text), (int)text.len);
}

/* Makes an event with a summary. */
static struct json_object *event(struct json_object *summary)
{
	struct json_object *body = json_object_new_object();
	struct json_object *payload = json_object_new_object();

	put(body, "routing_key", json_object_new_string("k"));
	put(body, "payload", payload);
	put(payload, "summary", summary);
	put(payload, "source", json_object_new_string("db1"));
	return body;
}

/* Makes an array of one object, whose href has len bytes. */
static struct json_object *links(size_t len)
{
	struct json_object *list = json_object_new_array();
	struct json_object *link = json_object_new_object();

	put(link, "href", repeated("l", len));
	assert_true(json_append(list, link));
	return list;
}

static struct json_object *details(size_t len)
{
	struct json_object *object = json_object_new_object();

	put(object, "log", repeated("d", len));
	return object;
}

static struct json_object *payload_of(struct json_object *body)
{
	return json_member(body, "payload");
}

static void fit(struct json_object *body)
{
	struct error err = { 0 };

	assert_true(event_fit(NULL, NULL, body, &err));
	assert_true(strlen(json_object_to_json_string_ext(body,
			    JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)) <= MOST);
}

static const char *truncated(struct json_object *body)
{
	return json_string(json_member(payload_of(body), "custom_details"), "truncated");
}

/*
 * Shortens a summary of count units, and compares the rest: kept units, and an ellipsis if it was
 * cut.
 */
static void expect_summary(const char *unit, size_t count, size_t kept)
{
	struct json_object *body = event(repeated(unit, count));
	struct json_object *left = repeated(unit, kept);
	scoped(text_done) struct text expected = TEXT(TEXT_ANY);

	assert_true(text_add(&expected, json_object_get_string(left)));
	if (kept < count)
		assert_true(text_add(&expected, "\xe2\x80\xa6"));
	fit(body);
	assert_string_equal(json_string(payload_of(body), "summary"), text_string(&expected));
	json_object_put(left);
	json_object_put(body);
}

static void test_summary(void **state)
{
	(void)state;
	expect_summary("a", 1, 1);
	expect_summary("a", 1023, 1023);
	expect_summary("a", 1024, 1024);
	expect_summary("a", 1025, 1023);
	expect_summary("a", 400000, 1023);
	expect_summary("\xc3\xa9", 1024, 1024);
	expect_summary("\xc3\xa9", 1025, 1023);
	expect_summary("\xf0\x9f\x98\x80", 1024, 1024);
	expect_summary("\xf0\x9f\x98\x80", 1025, 1023);
}

static void test_small_is_untouched(void **state)
{
	struct json_object *body = event(json_object_new_string("Disk full"));

	(void)state;
	put(payload_of(body), "custom_details", details(10));
	put(body, "links", links(10));
	put(body, "images", links(10));
	put(body, "client_url", repeated("u", 2000));
	struct json_object *before = NULL;

	assert_int_equal(json_object_deep_copy(body, &before, NULL), 0);
	fit(body);
	assert_true(json_object_equal(body, before));
	json_object_put(before);
	json_object_put(body);
}

static void test_limit(void **state)
{
	(void)state;
	for (size_t over = 0; over < 2; over++) {
		struct json_object *body = event(json_object_new_string("Disk full"));

		put(payload_of(body), "custom_details", details(0));
		size_t rest = strlen(json_object_to_json_string_ext(body, JSON_C_TO_STRING_PLAIN));

		put(payload_of(body), "custom_details", details(MOST - rest + over));
		fit(body);
		assert_int_equal(truncated(body) != NULL, over);
		json_object_put(body);
	}
}

/* A text that is large in JSON may be small: each of these characters takes six bytes in JSON. */
static void test_size_is_that_of_the_json(void **state)
{
	struct json_object *body = event(json_object_new_string("Disk full"));
	struct json_object *object = json_object_new_object();

	(void)state;
	put(object, "log", repeated("\x01", 100000));
	put(payload_of(body), "custom_details", object);
	fit(body);
	assert_non_null(truncated(body));
	json_object_put(body);
}

static void test_details_give_way(void **state)
{
	struct json_object *body = event(json_object_new_string("Disk full"));

	(void)state;
	put(payload_of(body), "custom_details", details(600000));
	put(body, "links", links(1000));
	fit(body);
	assert_string_equal(truncated(body), "left out, since an event holds at most 512000 bytes: "
					     "custom_details (600010 bytes)");
	assert_null(json_member(json_member(payload_of(body), "custom_details"), "log"));
	assert_non_null(json_member(body, "links"));
	json_object_put(body);
}

/* A detail of the caller with the same name is kept. */
static void test_own_detail_stays(void **state)
{
	struct json_object *body = event(json_object_new_string("Disk full"));
	struct json_object *object = json_object_new_object();

	(void)state;
	put(object, "truncated", json_object_new_string("mine"));
	put(payload_of(body), "custom_details", object);
	put(body, "links", links(600000));
	fit(body);
	assert_string_equal(truncated(body), "mine");
	assert_non_null(
		strstr(json_string(json_member(payload_of(body), "custom_details"), "left_out"),
			"links ("));
	json_object_put(body);
}

/* Details that are small enough stay, and say what is missing. */
static void test_links_give_way(void **state)
{
	struct json_object *body = event(json_object_new_string("Disk full"));

	(void)state;
	put(payload_of(body), "custom_details", details(20));
	put(body, "links", links(600000));
	put(body, "images", links(20));
	fit(body);
	assert_string_equal(truncated(body),
		"left out, since an event holds at most 512000 bytes: links (600013 bytes)");
	assert_non_null(json_string(json_member(payload_of(body), "custom_details"), "log"));
	assert_null(json_member(body, "links"));
	assert_non_null(json_member(body, "images"));
	json_object_put(body);
}

static void test_marked_without_details(void **state)
{
	struct json_object *body = event(json_object_new_string("Disk full"));

	(void)state;
	put(body, "images", links(600000));
	fit(body);
	assert_non_null(strstr(truncated(body), "images (600013 bytes)"));
	json_object_put(body);
}

static void test_all_give_way(void **state)
{
	struct json_object *body = event(json_object_new_string("Disk full"));

	(void)state;
	put(payload_of(body), "custom_details", details(600000));
	put(body, "links", links(700000));
	put(body, "images", links(800000));
	fit(body);
	assert_string_equal(truncated(body), "left out, since an event holds at most 512000 bytes: "
					     "images (800013 bytes), links (700013 bytes), "
					     "custom_details (600010 bytes)");
	json_object_put(body);
}

/* The event is sent whatever it contains. */
static void test_texts_give_way_last(void **state)
{
	static const char *const names[] = { "source", "component", "group", "class" };
	struct json_object *body = event(repeated("s", 2000));

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		put(payload_of(body), names[i], repeated("t", 300000));
	put(body, "client", repeated("t", 300000));
	put(body, "client_url", repeated("t", 300000));
	fit(body);
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *text = json_string(payload_of(body), names[i]);

		assert_int_equal(strlen(text), 1023 + 3);
		assert_string_equal(text + 1023, "\xe2\x80\xa6");
	}
	json_object_put(body);
}

RUN(cmocka_unit_test(test_summary), cmocka_unit_test(test_small_is_untouched),
	cmocka_unit_test(test_limit), cmocka_unit_test(test_size_is_that_of_the_json),
	cmocka_unit_test(test_details_give_way), cmocka_unit_test(test_own_detail_stays),
	cmocka_unit_test(test_links_give_way), cmocka_unit_test(test_marked_without_details),
	cmocka_unit_test(test_all_give_way), cmocka_unit_test(test_texts_give_way_last))
