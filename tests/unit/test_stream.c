/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/interrupt.h"
#include "base/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

enum { LARGE = 300000 }; /* bytes; more than a pipe holds */

/* Makes a pipe whose ends do not block. */
static void open_pipe(int ends[2])
{
	assert_int_equal(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
}

/* Reads everything from a pipe after it is full, and counts the bytes. */
static void *drain(void *data)
{
	int fd = *(int *)data;
	static char part[LARGE];
	static size_t total;
	ssize_t len;

	total = 0;
	while (poll(&(struct pollfd){ .fd = fd, .events = POLLIN }, 1, -1) > 0 &&
		(len = read(fd, part, sizeof(part))) > 0)
		total += (size_t)len;
	return &total;
}

static void test_write_waits(void **state)
{
	static char bytes[LARGE];
	pthread_t thread;
	void *total;
	int ends[2];

	(void)state;
	open_pipe(ends);
	assert_int_equal(pthread_create(&thread, NULL, drain, &ends[0]), 0);
	assert_true(stream_write(ends[1], bytes, sizeof(bytes)));
	assert_int_equal(close(ends[1]), 0);
	assert_int_equal(pthread_join(thread, &total), 0);
	assert_int_equal(*(size_t *)total, LARGE);
	assert_int_equal(close(ends[0]), 0);
}

/* Writes two parts and ends. */
static void *feed(void *data)
{
	int fd = *(int *)data;

	(void)!write(fd, "{\"a\":", 5);
	while (poll(&(struct pollfd){ .fd = fd, .events = POLLOUT }, 1, -1) < 0)
		;
	(void)!write(fd, "1}", 2);
	(void)close(fd);
	return NULL;
}

static void test_read_waits(void **state)
{
	struct text out = TEXT(TEXT_ANY);
	pthread_t thread;
	int ends[2];

	(void)state;
	open_pipe(ends);
	assert_int_equal(pthread_create(&thread, NULL, feed, &ends[1]), 0);
	assert_true(stream_read(ends[0], &out));
	assert_string_equal(text_string(&out), "{\"a\":1}");
	assert_int_equal(pthread_join(thread, NULL), 0);
	assert_int_equal(close(ends[0]), 0);
	text_done(&out);
}

static void test_what_cannot_be(void **state)
{
	struct text out = TEXT(4);
	int ends[2];

	(void)state;
	(void)signal(SIGPIPE, SIG_IGN);
	open_pipe(ends);
	assert_int_equal(write(ends[1], "12345", 5), 5);
	assert_false(stream_read(ends[0], &out));
	assert_true(out.failed);
	assert_int_equal(close(ends[0]), 0);
	assert_false(stream_write(ends[1], "1", 1));
	assert_int_equal(errno, EPIPE);
	assert_int_equal(close(ends[1]), 0);
	text_done(&out);
	out = (struct text)TEXT(TEXT_ANY);
	assert_false(stream_read(ends[0], &out));
	assert_int_equal(errno, EBADF);
	assert_false(out.failed);
}

/*
 * A read must end if a signal came just before it. This is the last test, because an interrupt
 * cannot be undone.
 */
static void test_read_told_before(void **state)
{
	struct text out = TEXT(TEXT_ANY);
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	interrupt();
	assert_false(stream_read(ends[0], &out));
	assert_int_equal(errno, EINTR);
	assert_int_equal(close(ends[0]), 0);
	assert_int_equal(close(ends[1]), 0);
	text_done(&out);
}

RUN(cmocka_unit_test(test_write_waits), cmocka_unit_test(test_read_waits),
	cmocka_unit_test(test_what_cannot_be), cmocka_unit_test(test_read_told_before))
