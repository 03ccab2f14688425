/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/scope.h"
#include "http/failure.h"
#include "http/trust.h"

#include <fcntl.h>
#include <unistd.h>

/* Returns whether a folder with this one file counts as hashed. */
static bool hashed_with(const char *name)
{
	char folder[] = "/tmp/st2-trust-XXXXXX", path[128];

	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	int file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
	assert_true(file >= 0);
	bool hashed = trust_is_hashed(folder);
	assert_int_equal(close(file), 0);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(folder), 0);
	return hashed;
}

static void test_names(void **state)
{
	static const char *const hashes[] = { "5ed36f99.0", "00000000.9", "deadbeef.10" };
	static const char *const others[] = { "5ed36f99", "5ed36f99.r0", "5ed36f9.0", "5ed36f991.0",
		"5ED36F99.0", "5ed36f99-0", "ca-certificates.crt" };

	(void)state;
	for (size_t i = 0; i < COUNT(hashes); i++)
		assert_true(hashed_with(hashes[i]));
	for (size_t i = 0; i < COUNT(others); i++)
		assert_false(hashed_with(others[i]));
}

static void test_no_folder(void **state)
{
	(void)state;
	assert_false(trust_is_hashed(NULL));
	assert_false(trust_is_hashed("/nothing"));
}

/* A host without the package of the authorities is told so, and ca_file that holds none is named. */
static void test_no_authorities(void **state)
{
	struct http_failure failure = { .code = CURLE_SSL_CACERT_BADFILE,
		.detail = "error adding trust anchors",
		.url = "https://api.pagerduty.com/users",
		.ca_name = "ca_file" };
	struct error err = { 0 };

	(void)state;
	assert_false(http_failure_explain(&failure, &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	assert_string_equal(err.text,
		"this host has no certificates of authorities: install ca-certificates, or set ca_file: "
		"error adding trust anchors");
	failure.own_trust = true;
	assert_false(http_failure_explain(&failure, &err));
	assert_string_equal(err.text, "ca_file holds no certificates: error adding trust anchors");
}

RUN(cmocka_unit_test(test_names), cmocka_unit_test(test_no_folder),
	cmocka_unit_test(test_no_authorities))
