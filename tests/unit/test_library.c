/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "http/http.h"
#include "http/library.h"

static curl_version_info_data info;

/* The program's code calls this function. */
curl_version_info_data *curl_version_info(CURLversion version)
{
	(void)version;
	return &info;
}

static void be(unsigned number, const char *version, const char *tls)
{
	info = (curl_version_info_data){ .age = CURLVERSION_FIRST,
		.version = version,
		.version_num = number,
		.ssl_version = tls };
}

/* A library that is too old is refused before any option is set. */
static void test_too_old(void **state)
{
	const struct http_options options = { .connect_timeout = 1 };
	struct error err = { 0 };

	(void)state;
	be(0x073a00, "7.58.0", "OpenSSL/1.1.1");
	assert_null(http_open(&options, &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	assert_non_null(strstr(err.text, "7.58.0"));
	assert_non_null(strstr(err.text, "7.61.1"));
	be(0x073d01, "7.61.1", "OpenSSL/1.1.1");
	assert_true(library_check(&err));
}

/* An option that libcurl refuses is reported. */
static void test_refused_option(void **state)
{
	struct error err = { 0 };

	(void)state;
	be(0x074400, "7.68.0", "OpenSSL/1.1.1");
	assert_false(library_refuse(CURLE_UNKNOWN_OPTION, LIBRARY_QUICK_EXIT, &err));
	assert_int_equal(err.kind, ERROR_INTERNAL);
	assert_non_null(strstr(err.text, "libcurl 7.68.0 does not take the option 322"));
	assert_null(strstr(err.text, "memory"));
	err = (struct error){ 0 };
	assert_false(library_refuse(CURLE_OUT_OF_MEMORY, LIBRARY_QUICK_EXIT, &err));
	assert_string_equal(err.text, "out of memory");
}

/* If a newer library does not name its folder, the folder is not guessed. */
static void test_authorities(void **state)
{
	CURL *curl = curl_easy_init();

	(void)state;
	assert_non_null(curl);
	be(0x075800, "7.88.0", "GnuTLS/3.7");
	assert_null(library_authorities(curl));
	be(0x075800, "7.88.0", NULL);
	assert_null(library_authorities(curl));
#if LIBCURL_VERSION_NUM >= 0x074600
	/* Since 7.70 libcurl names its folder, and may have none. */
	be(0x075100, "7.81.0", "OpenSSL/3.0");
	info.age = CURLVERSION_SEVENTH;
	assert_null(library_authorities(curl));
	info.capath = "/nothing";
	assert_null(library_authorities(curl));
#endif
	curl_easy_cleanup(curl);
}

RUN(cmocka_unit_test(test_too_old), cmocka_unit_test(test_refused_option),
	cmocka_unit_test(test_authorities))
