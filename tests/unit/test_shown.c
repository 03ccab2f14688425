/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/shown.h"

static void check_all(bool (*may_show)(const char *, size_t), const char *const *texts,
	size_t count, bool expected)
{
	for (size_t i = 0; i < count; i++) {
		if (may_show(texts[i], strlen(texts[i])) != expected)
			fail_msg("%s: %s", expected ? "hidden" : "shown", texts[i]);
	}
}

static void test_names(void **state)
{
	static const char *const shown[] = { "", "ana", "U012AB3CD", "nbakkc66rytw123", "Team2026",
		"database-prod-eu1", "production-eu-west-1", "PagerDutyProduction",
		"ana.maria.lopez@example.com", "Datenbank f\xc3\xbcr Kunden 2026",
		"CUSTOMER_DATABASE_01", "24x7-support-of-customers", "webhook_signing_secret",
		"accounts.emea.routing_keys.database" };
	static const char *const hidden[] = { "y_NbAkKc66ryYTWUXYEu", "u+AbCdEfGh12345_-xyZ9",
		"0123456789abcdef0123456789abcdef", "abcdefabcdefabcdefabcdefabcdefab",
		"pdus+_0XBPWQQ_8c5d0f2e-1a2b", "01234567890123456789", "users.y_NbAkKc66ryYTWUXYEu",
		"S3same", "a-S3same", "1ab2-c3d4-1ab2-c3d4", "DataBaseForTheQX",
		"api_key:u+AbCdEfGh12345_-xyZ9" };

	(void)state;
	check_all(shown_name, shown, COUNT(shown), true);
	check_all(shown_name, hidden, COUNT(hidden), false);
}

static void test_values(void **state)
{
	static const char *const shown[] = { "", "uk", "Uk", "UK", "0", "-1", "+5", ".inf", "12.5",
		"\"30\"", "on failure", "ops@example.com", "localhost:9120", "[::1]:9120",
		"/metrics", "on_failure", "\xc3\xa9 @x", "20261129" };
	static const char *const hidden[] = { "hunter2", "2hunter", "Hunter2", "huntEr", "HuntER",
		"0123456789abcdef", "123456789", "correct horse staple", "correct-horse-battery",
		"ana:sesame@proxy.test", "u+AbCdEf", "abcdefghijklmnop", "S3cret",
		"ABCDEFGHIJKLMNOP", "one.two.three.four.five.six", "\xc3\xa9X\xc3\xa9" };

	(void)state;
	check_all(shown_value, shown, COUNT(shown), true);
	check_all(shown_value, hidden, COUNT(hidden), false);
}

static void test_adding(void **state)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY);

	(void)state;
	assert_true(shown_add_name("\xc3\xa9t\xc3\xa9", 2, &text));
	assert_true(shown_add_name("y_NbAkKc66ryYTWUXYEu", 2, &text));
	assert_true(shown_add_name("ana", SHOWN_WHOLE, &text));
	assert_string_equal(text_string(&text), "\xc3\xa9t***ana");
}

RUN(cmocka_unit_test(test_names), cmocka_unit_test(test_values), cmocka_unit_test(test_adding))
