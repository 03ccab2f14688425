/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Puts a secret at every place of a configuration where none belongs. Whatever is said about the
 * configuration, the secret is not in it.
 */
#include "unit.h"

#include "config/config.h"

#include <unistd.h>

static const char *const secrets[] = {
	"u+AbCdEfGh12345_-xyZ9",
	"y_NbAkKc66ryYTWUXYEu",
	"0123456789abcdef0123456789abcdef",
	"pdus+_0XBPWQQ_8c5d0f2e-1a2b-4c3d",
	"ZmVhZDQ1NjIyMjExNTY2MTg5MTIzNDU2Nzg5MGFiY2RlZg",
	"012345678901234567890123456789012",
	"S3same!0penX",
	"hunter2-S3same",
};

/* In each shape, K is the name of a key and S the secret. */
static const char *const yaml_shapes[] = {
	"K: S",
	"K: 'S'",
	"K: \"S",
	"K: @S",
	"K: %S",
	"K: S: x",
	"K: S:",
	"K: [S]",
	"K: [S",
	"K: [[S]]",
	"K:\n  - S: x",
	"K:\n  - x: S",
	"K: {S: x}",
	"K: {S: [x]}",
	"K: {x: S}",
	"K: {x: [S]}",
	"K:\n  S: x",
	"K:\n  S: x\n  S: y",
	"K:\n  x: S",
	"K:\n  x: S\n  x: S",
	"K:\n  x: {S: y}",
	"K:\n  x: y\n   z: S",
	"K:\n\tS",
	"K: x # S",
	"K: |\n  S",
	"K: x\nK: S",
	"K:S",
	"K:S: x",
	"KS: x",
	"Kx: S",
	"xK: S",
	"S: K",
	"S: {K: x}",
	"S: x\nS: y",
	"users: &k\n  S: x\nK: *k",
	"service_keys: &k\n  x: S\nK: *k",
	"service_keys: &k\n  x: [S]\nK: *k",
	"users: {x: {K: S}}",
	"accounts: {S: {K: x, y: z}}",
	"accounts: {S: S, K: S}",
	"accounts: {x: {x: {K: S}}}",
	"accounts: {x: {accounts: S, K: S}}",
};

static const char *const json_shapes[] = {
	"{\"K\": \"S\"}",
	"{\"K\": [\"S\"]}",
	"{\"K\": [[\"S\"]]}",
	"{\"K\": {\"S\": \"x\"}}",
	"{\"K\": {\"S\": 1}}",
	"{\"K\": {\"x\": [\"S\"]}}",
	"{\"K\": {\"S\": \"x\\u0000\"}}",
	"{\"K\": {\"S\": 1, \"S\": 2}}",
	"{\"S\": {\"K\": 1}}",
	"{\"S\": 1, \"K\": \"S\"}",
	"{\"S\": 1, \"S\": 2}",
	"{\"K\": \"S\" \"S\"}",
	"{\"K\": S}",
	"{\"accounts\": {\"S\": {\"K\": {\"x\": []}}}}",
	"{\"accounts\": {\"S\": \"S\"}}",
};

static char file[] = "/tmp/test_misplaced_XXXXXX";

/* Writes a shape: K becomes the name of a key, S the secret. */
static void fill_in(const char *shape, const char *key, const char *secret, FILE *out)
{
	for (const char *at = shape; *at; at++) {
		const char *word = *at == 'K' ? key : *at == 'S' ? secret : NULL;

		if (word)
			assert_true(fputs(word, out) >= 0);
		else
			assert_int_equal(putc(*at, out), *at);
	}
}

static void write_file(const char *shape, const char *key, const char *secret)
{
	FILE *out = fopen(file, "w");

	assert_non_null(out);
	fill_in(shape, key, secret, out);
	assert_int_equal(putc('\n', out), '\n');
	assert_int_equal(fclose(out), 0);
}

static void set_environment(const char *shape, const char *key, const char *secret)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	assert_non_null(out);
	fill_in(shape, key, secret, out);
	assert_int_equal(fclose(out), 0);
	assert_int_equal(setenv("ST2_PAGERDUTY_CONFIG", text, 1), 0);
	free(text);
}

/* Gives each key another secret for a shape, so that each shape gets each secret. */
static const char *choose_secret(enum config_key key, size_t shape)
{
	return secrets[((size_t)key + shape) % COUNT(secrets)];
}

/* Reads the configuration. Returns whether it was refused. */
static bool check_said(const char *from, const char *shape, const char *key, const char *secret)
{
	struct problems list = { 0 };
	struct error err = { .problems = &list };
	scoped(config_free_at) struct config *config = config_load(from, &err);

	if (memmem(err.text, sizeof(err.text), secret, strlen(secret)) ||
		memmem(list.list, sizeof(list.list), secret, strlen(secret)))
		fail_msg("%s of %s with %s: %s", shape, key, secret, err.text);
	if (config && !config_use_account(config, "other", &err))
		assert_null(strstr(err.text, secret));
	return !config;
}

/* Returns the last part of the name of a key: "url" of "oauth.url". */
static const char *name_of(enum config_key key)
{
	const char *name = config_key_name(key), *dot = strrchr(name, '.');

	return dot ? dot + 1 : name;
}

/*
 * Puts each secret at the place of each key in each shape. from: the file to read, NULL for the
 * environment. Most of these are wrong: if not, the test does not test what it should.
 */
static void check_shapes(const char *const *shapes, size_t count, const char *from)
{
	size_t refused = 0;

	for (enum config_key key = 0; key < CONFIG_KEYS; key++) {
		const char *name = from ? name_of(key) : config_key_name(key);

		for (size_t i = 0; i < count; i++) {
			const char *secret = choose_secret(key, i);

			if (from)
				write_file(shapes[i], name, secret);
			else
				set_environment(shapes[i], name, secret);
			refused += check_said(from, shapes[i], name, secret);
		}
	}
	assert_true(refused > (size_t)CONFIG_KEYS * count / 2);
}

static void test_files(void **state)
{
	(void)state;
	check_shapes(yaml_shapes, COUNT(yaml_shapes), file);
}

/* The same within a mapping of the file, such as oauth, and within an account. */
static void test_inner_files(void **state)
{
	static const char *const inner[] = { "oauth: {K: S}", "webhook:\n  K: S",
		"webhook:\n  K: [S]", "event_queue:\n  K: S", "event_queue:\n  S: x",
		"event_queue:\n  K: {S: x}", "stackstorm:\n  K: S", "oauth:\n  K: {x: S}",
		"accounts:\n  x:\n    K: S", "accounts:\n  x:\n    K: [S]",
		"accounts:\n  S:\n    K: {x: []}", "accounts:\n  x:\n    K:\n      S: x" };

	(void)state;
	check_shapes(inner, COUNT(inner), file);
}

static void test_environment(void **state)
{
	(void)state;
	check_shapes(json_shapes, COUNT(json_shapes), NULL);
}

static int make_file(void **state)
{
	int fd = mkstemp(file);

	(void)state;
	return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state)
{
	(void)state;
	return unlink(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_files),
		cmocka_unit_test(test_inner_files), cmocka_unit_test(test_environment) };

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
