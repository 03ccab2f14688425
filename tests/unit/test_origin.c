/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/scope.h"
#include "http/origin.h"

static void test_good(void **state)
{
	static const char *const urls[] = { "https://api.pagerduty.com", "https://a.example.com/",
		"HTTPS://a.example.com:8443/prefix/x", "https://10.0.0.1",
		"https://[2001:db8::1]:443", "http://localhost", "http://LOCALHOST:80/x",
		"http://127.0.0.1:1", "http://127.255.255.254", "http://[::1]",
		"http://[::1]:8080/x", "https://a_b.example.com:65535",
		"https://xn--exmple-cua.com" };

	(void)state;
	for (size_t i = 0; i < COUNT(urls); i++)
		assert_null(origin_problem(urls[i]));
}

static void test_bad(void **state)
{
	static const char *const urls[] = { "", "api.pagerduty.com", "ftp://localhost", "https://",
		"https:///x", "https://:443", "http://example.com", "http://127.0.0.1.example.com",
		"http://localhost.example.com", "http://[::2]", "http://[::ffff:127.0.0.1",
		"http://128.0.0.1", "http://127.1", "http://2130706433", "https://0.0.0.0",
		"http://0.0.0.0", "https://[::]", "https://user@example.com",
		"https://u:p@example.com", "http://localhost@example.com",
		"https://example.com\\@localhost", "https://example.com/?x",
		"https://example.com#x", "https://example.com:port",
		"https://example.com:", "https://example.com:123456", "https://example.com/a b",
		"https://example.com/\n", "https://exa\tmple.com", "https://example.com:65536",
		"https://ex\xc3\xa4mple.com", "https://a%2fb.example.com", "https://[::1",
		"https://[::1]x", "https://[::1]:", "https://a@", "https://[]" };

	(void)state;
	for (size_t i = 0; i < COUNT(urls); i++) {
		if (!origin_problem(urls[i]))
			fail_msg("taken: %s", urls[i]);
	}
}

static void test_host(void **state)
{
	char host[ORIGIN_HOST];

	(void)state;
	origin_host("https://example.com:8443/x", host);
	assert_string_equal(host, "example.com:8443");
	origin_host("nothing", host);
	assert_string_equal(host, "");
}

static void test_exempt(void **state)
{
	static const char url[] = "https://api.pagerduty.com:443/x";

	(void)state;
	assert_true(origin_is_exempt(url, "*"));
	assert_true(origin_is_exempt(url, "localhost, API.pagerduty.com"));
	assert_true(origin_is_exempt(url, ".pagerduty.com"));
	assert_true(origin_is_exempt(url, "com"));
	assert_true(origin_is_exempt(url, "api.pagerduty.com."));
	assert_true(origin_is_exempt("https://api.pagerduty.com.", ".pagerduty.com"));
	assert_false(origin_is_exempt(url, "api.pagerduty.com.."));
	assert_true(origin_is_exempt(url, "10.0.0.0/8"));
	assert_false(origin_is_exempt(url, NULL));
	assert_false(origin_is_exempt(url, ""));
	assert_false(origin_is_exempt(url, "."));
	assert_false(origin_is_exempt(url, "api.pagerduty.com:443"));
	assert_false(origin_is_exempt(url, "*.pagerduty.com"));
	assert_false(origin_is_exempt(url, "duty.com"));
	assert_false(origin_is_exempt(url, "x.api.pagerduty.com"));
}

RUN(cmocka_unit_test(test_good), cmocka_unit_test(test_bad), cmocka_unit_test(test_host),
	cmocka_unit_test(test_exempt))
