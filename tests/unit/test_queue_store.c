/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The file of a queue: creating it, opening it again, and every state in which it cannot be used.
 */
#include "queue_folder.h"

#include "unit.h"

#include "base/clock.h"
#include "queue/lock.h"
#include "queue/sql.h"
#include "queue/tables.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static mode_t mode_of(const char *path)
{
	struct stat status;

	assert_int_equal(stat(path, &status), 0);
	return status.st_mode & 07777;
}

/* Checks that opening fails with an error that names the file, and does not change its bytes. */
static void expect_refusal(enum error_kind kind, const char *words)
{
	struct error err = { 0 };
	struct queue *queue = NULL;

	if (queue_open(queue_path, QUEUE_MAKE, 0.2, &queue, &err)) {
		queue_close(queue);
		fail_msg("it was opened");
	}
	assert_null(queue);
	assert_int_equal(err.kind, kind);
	if (!strstr(err.text, words) || !strstr(err.text, queue_path))
		fail_msg("\"%s\" lacks \"%s\"", err.text, words);
}

static void run_sql(const char *text)
{
	struct error err = { 0 };
	struct queue *queue = queue_opened();

	if (!sql_run_all(queue, text, &err))
		fail_msg("%s", err.text);
	queue_close(queue);
}

static void test_made_for_nobody_else(void **state)
{
	static const char *const others[] = { "", "-lock", "-wal", "-shm" };
	char *slash;
	mode_t before = umask(0777);
	struct queue *queue = queue_opened();
	char path[256];

	(void)state;
	(void)umask(0);
	(void)queue_put(queue, "trigger", "k", 1);
	for (size_t i = 0; i < COUNT(others); i++) {
		(void)snprintf(path, sizeof(path), "%s%s", queue_path, others[i]);
		assert_int_equal(mode_of(path), 0600);
	}
	queue_close(queue);
	(void)umask(before);
	(void)snprintf(path, sizeof(path), "%s", queue_path);
	slash = strrchr(path, '/');
	*slash = '\0';
	assert_int_equal(mode_of(path), 0700);
}

static void test_not_made_unless_asked(void **state)
{
	struct error err = { 0 };
	struct queue *queue = NULL;

	(void)state;
	assert_true(queue_open(queue_path, QUEUE_READ, 0, &queue, &err));
	assert_null(queue);
	assert_int_equal(access(queue_path, F_OK), -1);
}

static void test_there_again(void **state)
{
	struct queue *queue = queue_opened();
	struct queue_event event = { 0 };
	struct error err = { 0 };
	bool found = false;

	(void)state;
	(void)queue_put(queue, "trigger", "k", 7);
	queue_close(queue);
	queue = queue_opened();
	assert_true(event_first(queue, 1, 0, &event, &found, &err));
	assert_true(found);
	assert_string_equal(event.key_name, "routing_key");
	assert_null(event.key);
	assert_null(event.account);
	assert_string_equal(event.dedup_key, "k");
	assert_string_equal(event.body, "{}");
	assert_int_equal(event.stored, 7);
	event_done(&event);
	queue_close(queue);
}

static void test_open_to_others_is_closed(void **state)
{
	(void)state;
	queue_close(queue_opened());
	assert_int_equal(chmod(queue_path, 0644), 0);
	queue_close(queue_opened());
	assert_int_equal(mode_of(queue_path), 0600);
}

/* What a symbolic link points to may be any file: its mode stays. */
static void test_target_of_a_link(void **state)
{
	char target[256];

	(void)state;
	queue_close(queue_opened());
	(void)snprintf(target, sizeof(target), "%s-elsewhere", queue_path);
	assert_int_equal(rename(queue_path, target), 0);
	assert_int_equal(symlink(target, queue_path), 0);
	assert_int_equal(chmod(target, 0644), 0);
	queue_close(queue_opened());
	assert_int_equal(mode_of(target), 0644);
}

static void test_newer_version(void **state)
{
	(void)state;
	run_sql("PRAGMA user_version=99");
	expect_refusal(ERROR_CONFIG, "has version 99");
}

static void test_other_program(void **state)
{
	(void)state;
	run_sql("PRAGMA application_id=7");
	expect_refusal(ERROR_CONFIG, "another program's");
	/* A database without a version, but with a table. */
	queue_folder_remove(state);
	assert_int_equal(queue_folder_make(state), 0);
	run_sql("DROP TABLE wait; PRAGMA user_version=0");
	expect_refusal(ERROR_CONFIG, "another program's");
}

/* Overwrites the file from a byte on. */
static void overwrite(off_t at, const char *bytes, size_t len)
{
	int fd = open(queue_path, O_WRONLY);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, bytes, len, at), (int)len);
	assert_int_equal(close(fd), 0);
}

static void test_no_database(void **state)
{
	char found[9] = "";
	int fd;

	(void)state;
	queue_close(queue_opened());
	overwrite(0, "nonsense", 8);
	expect_refusal(ERROR_CONFIG, "damaged");
	fd = open(queue_path, O_RDONLY);
	assert_int_equal(read(fd, found, 8), 8);
	assert_int_equal(close(fd), 0);
	assert_string_equal(found, "nonsense");
}

static void test_cut_short(void **state)
{
	struct queue *queue = queue_opened();

	(void)state;
	for (int i = 0; i < 200; i++)
		(void)queue_put(queue, "trigger", "a key of some length that fills the pages", i);
	queue_close(queue);
	assert_int_equal(truncate(queue_path, 4096 * 2), 0);
	struct error err = { 0 };
	int64_t count = 0;
	queue = NULL;
	assert_false(queue_open(queue_path, QUEUE_MAKE, 1, &queue, &err) &&
		     event_count(queue, 0, &count, &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	assert_non_null(strstr(err.text, "damaged"));
	queue_close(queue);
}

static void test_empty_file(void **state)
{
	(void)state;
	queue_close(queue_opened());
	assert_int_equal(truncate(queue_path, 0), 0);
	queue_close(queue_opened());
}

static void test_folder_in_its_place(void **state)
{
	char path[256];

	(void)state;
	queue_close(queue_opened());
	assert_int_equal(unlink(queue_path), 0);
	assert_int_equal(mkdir(queue_path, 0700), 0);
	expect_refusal(ERROR_CONFIG, "not a file");
	assert_int_equal(rmdir(queue_path), 0);
	/* A file in the place of the folder. */
	(void)snprintf(path, sizeof(path), "%s-lock", queue_path);
	assert_int_equal(unlink(path), 0);
	*strrchr(path, '/') = '\0';
	assert_int_equal(rmdir(path), 0);
	int fd = open(path, O_WRONLY | O_CREAT, 0600);
	assert_true(fd >= 0);
	assert_int_equal(close(fd), 0);
	expect_refusal(ERROR_CONFIG, "Not a directory");
}

static void test_held_by_another(void **state)
{
	struct queue *writer = queue_opened(), *other;
	struct transaction transaction = { 0 }, second = { 0 };
	struct error err = { 0 };

	(void)state;
	assert_true(transaction_begin(&transaction, writer, &err));
	assert_true(queue_open(queue_path, QUEUE_READ, 0.1, &other, &err));
	assert_false(transaction_begin(&second, other, &err));
	assert_int_equal(err.kind, ERROR_UNAVAILABLE);
	assert_non_null(strstr(err.text, "another process"));
	/* The time limit begins again with each wait, however long the queue has been open. */
	double began = clock_now();
	assert_false(transaction_begin(&second, other, &err));
	assert_true(clock_now() - began >= 0.1);
	transaction_done(&second);
	transaction_done(&transaction);
	queue_close(other);
	queue_close(writer);
}

static void test_one_makes_the_tables(void **state)
{
	struct error err = { 0 };
	struct lock lock = LOCK;
	bool taken = false;

	(void)state;
	queue_close(queue_opened());
	assert_int_equal(truncate(queue_path, 0), 0);
	assert_true(lock_take(queue_path, LOCK_TABLES, 0, &lock, &taken, &err));
	assert_true(taken);
	expect_refusal(ERROR_UNAVAILABLE, "another process");
	lock_done(&lock);
	queue_close(queue_opened());
}

static void test_locks(void **state)
{
	struct error err = { 0 };
	struct lock first = LOCK, second = LOCK, third = LOCK;
	bool taken = false;

	(void)state;
	queue_close(queue_opened());
	assert_true(lock_take(queue_path, 5, 0, &first, &taken, &err) && taken);
	assert_true(lock_take(queue_path, 5, 0, &second, &taken, &err) && !taken);
	assert_true(lock_take(queue_path, 6, 0, &third, &taken, &err) && taken);
	lock_done(&first);
	assert_true(lock_take(queue_path, 5, 0, &second, &taken, &err) && taken);
	lock_done(&second);
	lock_done(&third);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(test_##name, queue_folder_make, queue_folder_remove)

RUN(TEST(made_for_nobody_else), TEST(not_made_unless_asked), TEST(there_again),
	TEST(open_to_others_is_closed), TEST(target_of_a_link), TEST(newer_version),
	TEST(other_program), TEST(no_database), TEST(cut_short), TEST(empty_file),
	TEST(folder_in_its_place), TEST(held_by_another), TEST(one_makes_the_tables), TEST(locks))
