/* SPDX-License-Identifier: Apache-2.0 */
/* The examples of FIPS 180-4, and a text that is added in two parts. */
#include "unit.h"

#include "base/sha256.h"

static void digest(const char *text, size_t len, size_t cut, char hex[2 * SHA256_SIZE + 1])
{
	unsigned char out[SHA256_SIZE];
	struct sha256 hash;

	sha256_begin(&hash);
	sha256_add(&hash, text, cut);
	sha256_add(&hash, text + cut, len - cut);
	sha256_end(&hash, out);
	for (int i = 0; i < SHA256_SIZE; i++)
		(void)snprintf(hex + 2 * i, 3, "%02x", out[i]);
}

static void test_examples(void **state)
{
	static const struct {
		const char *text, *hex;
	} known[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	};
	char hex[2 * SHA256_SIZE + 1];

	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		for (size_t cut = 0; cut <= strlen(known[i].text); cut++) {
			digest(known[i].text, strlen(known[i].text), cut, hex);
			assert_string_equal(hex, known[i].hex);
		}
	}
}

static void test_million(void **state)
{
	char *text = malloc(1000000);
	char hex[2 * SHA256_SIZE + 1];

	(void)state;
	assert_non_null(text);
	memset(text, 'a', 1000000);
	digest(text, 1000000, 333, hex);
	assert_string_equal(
		hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	free(text);
}

RUN(cmocka_unit_test(test_examples), cmocka_unit_test(test_million))
