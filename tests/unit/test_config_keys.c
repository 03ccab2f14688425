/* SPDX-License-Identifier: Apache-2.0 */
/* Checks every key of the configuration. */
#include "unit.h"

#include "config/keys.h"

/* Fails, and names the key. */
#define EXPECT(condition, item)                                               \
	do {                                                                  \
		if (!(condition))                                             \
			fail_msg("%s: not so: %s", (item)->name, #condition); \
	} while (0)

static void test_names(void **state)
{
	(void)state;
	for (int key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item((enum config_key)key);

		assert_non_null(item->name);
		EXPECT(strspn(item->name, "abcdefghijklmnopqrstuvwxyz_.") == strlen(item->name),
			item);
		/* The key is found by its name, so no other key has it. */
		EXPECT((int)config_find_key(item->name) == key, item);
		EXPECT(config_key_name((enum config_key)key) == item->name, item);
		EXPECT(config_key_secret((enum config_key)key) == item->secret, item);
	}
	assert_int_equal(config_find_key(""), CONFIG_KEYS);
	assert_int_equal(config_find_key("oauth"), CONFIG_KEYS);
	assert_int_equal(config_find_key("api_key_"), CONFIG_KEYS);
}

static void test_descriptions(void **state)
{
	(void)state;
	for (int key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item((enum config_key)key);

		assert_non_null(item->description);
		size_t len = strlen(item->description);
		EXPECT(len > 10 && item->description[len - 1] == '.', item);
		EXPECT(!strchr(item->description, '\n'), item);
	}
}

/* A key whose name says so is a secret. A proxy's address may contain a password. */
static void test_secrets(void **state)
{
	static const char *const words[] = { "_key", "token", "secret", "proxy" };

	(void)state;
	for (int key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item((enum config_key)key);
		bool named = false;

		for (size_t i = 0; i < COUNT(words); i++)
			named = named || strstr(item->name, words[i]);
		EXPECT(item->secret == named, item);
	}
}

static void test_defaults(void **state)
{
	(void)state;
	for (int key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item((enum config_key)key);
		char *end = NULL;

		EXPECT(!item->values == !item->rule, item);
		EXPECT((item->type == CONFIG_TYPE_SECONDS || item->type == CONFIG_TYPE_COUNT) ==
				(item->most > 0),
			item);
		if (!item->initial)
			continue;
		EXPECT(!item->secret, item);
		if (item->type == CONFIG_TYPE_FLAG)
			EXPECT(!strcmp(item->initial, "false"), item);
		else if (item->type != CONFIG_TYPE_SECONDS)
			EXPECT(!config_text_problem(item, item->initial), item);
		else
			EXPECT(strtod(item->initial, &end) <= item->most && !*end, item);
	}
}

static void test_text_problems(void **state)
{
	static const struct {
		enum config_key key;
		const char *text, *says; /* If says is NULL, the value is valid. */
	} rows[] = {
		{ CONFIG_API_KEY, "any text", NULL },
		{ CONFIG_API_KEY, "a\r\nFrom: b",
			"must not hold line breaks or other control characters" },
		{ CONFIG_API_KEY, "a\x7f",
			"must not hold line breaks or other control characters" },
		{ CONFIG_FROM_EMAIL, "ana@example.com", NULL },
		{ CONFIG_FROM_EMAIL, "ana", "must be an e-mail address" },
		{ CONFIG_REGION, "eu", NULL },
		{ CONFIG_REGION, "EU", "must be us or eu" },
		{ CONFIG_REGION, "", "must be us or eu" },
		{ CONFIG_PROXY, "proxy.example.com:3128", NULL },
		{ CONFIG_PROXY, "SOCKS5H://proxy.example.com", NULL },
		{ CONFIG_PROXY, "http://a b", "must not hold white space" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *problem = config_text_problem(config_item(rows[i].key), rows[i].text);

		if (!problem != !rows[i].says || (problem && strcmp(problem, rows[i].says) != 0))
			fail_msg("%s: %s: %s", config_key_name(rows[i].key), rows[i].text,
				problem ? problem : "accepted");
	}
}

RUN(cmocka_unit_test(test_names), cmocka_unit_test(test_descriptions),
	cmocka_unit_test(test_secrets), cmocka_unit_test(test_defaults),
	cmocka_unit_test(test_text_problems))
