/* SPDX-License-Identifier: Apache-2.0 */
/* What is said of a configuration file that the user may not read. */
#include "unit.h"

#include "config/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOBODY = 65534 };

static char folder[] = "/tmp/test_config_file_XXXXXX";
static char name[64];

static int make(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(name, sizeof(name), "%s/pagerduty.yaml", folder);
	int fd = open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	return fd < 0 ? -1 : close(fd);
}

static int clean(void **state)
{
	(void)state;
	return unlink(name) || rmdir(folder) ? -1 : 0;
}

/* Reads the file as another user, which needs root. */
static void read_as_nobody(struct error *err)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	bool missing = false;

	assert_int_equal(seteuid(NOBODY), 0);
	bool read = config_file_read(name, &out, &missing, err);
	assert_int_equal(seteuid(0), 0);
	assert_false(read);
	assert_false(missing);
	assert_int_equal(err->kind, ERROR_CONFIG);
}

static void test_not_readable(void **state)
{
	struct error err = { 0 };

	(void)state;
	if (geteuid() != 0)
		skip();
	assert_int_equal(chmod(folder, 0755), 0);
	read_as_nobody(&err);
	assert_non_null(strstr(err.text, "cannot be read by user "));
	assert_non_null(strstr(err.text, "mode 0600; as root: chgrp "));
}

static void test_not_reachable(void **state)
{
	struct error err = { 0 };

	(void)state;
	if (geteuid() != 0)
		skip();
	assert_int_equal(chmod(folder, 0700), 0);
	read_as_nobody(&err);
	assert_non_null(strstr(err.text, "cannot be reached by user "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_not_readable),
		cmocka_unit_test(test_not_reachable),
	};

	return cmocka_run_group_tests(tests, make, clean);
}
