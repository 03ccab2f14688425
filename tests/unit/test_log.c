/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/error.h"
#include "base/log.h"
#include "base/redact.h"

#include <unistd.h>

/* Returns the text that a call wrote to stderr. */
static const char *captured(const char *text)
{
	static char buffer[4096];
	int pipes[2], old = dup(STDERR_FILENO);

	assert_int_equal(pipe(pipes), 0);
	assert_true(dup2(pipes[1], STDERR_FILENO) >= 0);
	log_line("%s", text);
	log_debug("%s", text);
	assert_true(dup2(old, STDERR_FILENO) >= 0);
	(void)close(old);
	(void)close(pipes[1]);
	ssize_t len = read(pipes[0], buffer, sizeof(buffer) - 1);
	(void)close(pipes[0]);
	assert_true(len > 0);
	buffer[len] = '\0';
	return buffer;
}

static void test_one_line(void **state)
{
	(void)state;
	assert_string_equal(captured("text"), "text\n");
	assert_string_equal(captured("a\nb\tc\x7f"), "a b c \n");
	assert_string_equal(captured("\x1b[31mred"), " [31mred\n");
	assert_string_equal(captured("a\xc2\x9b"
				     "b\xe2\x80\xa8"
				     "c"),
		"a  b   c\n");
	assert_string_equal(captured("\xff\xc3\xa9"), "?\xc3\xa9\n");
}

static void test_debug(void **state)
{
	(void)state;
	log_debug_on(true);
	assert_string_equal(captured("text"), "text\ndebug: text\n");
	log_debug_on(false);
}

static void test_redacted(void **state)
{
	char line[3000];

	(void)state;
	assert_true(redact_remember("0123456789abcdefghij"));
	assert_string_equal(captured("key 0123456789abcdefghij"), "key ***\n");
	/* Also at the place where the line is cut. */
	for (size_t before = ERROR_TEXT; before < 2000; before += 7) {
		memset(line, 'x', before);
		(void)snprintf(line + before, sizeof(line) - before, "0123456789abcdefghij");
		assert_null(strstr(captured(line), "01234567"));
	}
	redact_forget();
}

RUN(cmocka_unit_test(test_one_line), cmocka_unit_test(test_debug), cmocka_unit_test(test_redacted))
