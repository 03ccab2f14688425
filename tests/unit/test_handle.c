/* SPDX-License-Identifier: Apache-2.0 */
/* Checks which authorities libcurl is told to trust: curl_easy_setopt() is wrapped at link time. */
#include "unit.h"

#include "http/handle.h"

#include <unistd.h>

/* Without the check by the header's macro. */
#undef curl_easy_setopt

static const char unset[] = "not set";
static const char *file, *folder, *proxy_file, *proxy_folder;

/*
 * NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the linker's --wrap makes
 * these names.
 */
CURLcode __real_curl_easy_setopt(CURL *curl, CURLoption option, ...);
CURLcode __wrap_curl_easy_setopt(CURL *curl, CURLoption option, ...);

CURLcode __wrap_curl_easy_setopt(CURL *curl, CURLoption option, ...)
{
	static const struct {
		CURLoption option;
		const char **value;
	} watched[] = { { CURLOPT_CAINFO, &file }, { CURLOPT_CAPATH, &folder },
		{ CURLOPT_PROXY_CAINFO, &proxy_file }, { CURLOPT_PROXY_CAPATH, &proxy_folder } };
	va_list arguments;

	va_start(arguments, option);
	/* On the supported systems a long is passed like a pointer. */
	char *value = va_arg(arguments, char *);
	va_end(arguments);
	for (size_t i = 0; i < COUNT(watched); i++) {
		if (watched[i].option == option)
			*watched[i].value = value;
	}
	return __real_curl_easy_setopt(curl, option, value);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

/* With OpenSSL an empty folder is set, because newer libcurls take NULL for the system's folder. */
static void assert_no_authorities(const char *name)
{
	if (!strncmp(curl_version_info(CURLVERSION_NOW)->ssl_version, "OpenSSL", 7))
		assert_string_equal(name, "/dev/null");
	else
		assert_null(name);
}

/* Only the named file is trusted. libcurl would trust the system's folder too. */
static void test_own_file_alone(void **state)
{
	char path[] = "/tmp/test_handle_XXXXXX", detail[CURL_ERROR_SIZE];
	static const char certificate[] = "-----BEGIN CERTIFICATE-----\n";
	struct handle_options options = {
		.ca_file = path, .ca_name = "ca_file", .user_agent = "test", .detail = detail
	};
	struct error err = { 0 };
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(write(fd, certificate, strlen(certificate)), strlen(certificate));
	file = folder = proxy_file = proxy_folder = unset;
	CURL *curl = handle_open(&options, &err);
	assert_non_null(curl);
	assert_string_equal(file, path);
	assert_no_authorities(folder);
	assert_string_equal(proxy_file, path);
	assert_no_authorities(proxy_folder);
	curl_easy_cleanup(curl);
	assert_int_equal(close(fd), 0);
	assert_int_equal(unlink(path), 0);
}

RUN(cmocka_unit_test(test_own_file_alone))
