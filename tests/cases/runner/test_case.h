/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One case file, parsed. README.md of tests/cases describes the keys. A case lives as long as its
 * process, which ends with the case: nothing of it is ever freed.
 */
#ifndef TEST_CASE_H
#define TEST_CASE_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/* The value of a key. */
struct value {
	bool given;
	unsigned line; /* its line in the case file, from 1 */
	struct text text; /* may contain NUL bytes after it is expanded */
};

/* All values of a key that may be repeated. */
struct list {
	struct value *items;
	size_t count;
};

/* A request that the program must make, and what the mock answers. */
struct expected {
	struct value request; /* "METHOD TARGET" */
	struct list header, no_header;
	struct value body, body_is, no_body;
	struct value connection; /* "new" or "reused" */
	struct value times; /* a number, or "some" for at least once */
	struct value reply, reply_body, fault, delay;
	struct list reply_header;
};

/* A file to be written into the case's folder. */
struct extra_file {
	struct value name, content, mode;
	struct value link; /* a symbolic link to this instead */
};

struct test_case {
	const char *path;

	/* How the program is run. */
	struct value action, arguments, parameters, config, config_raw, config_file, configs;
	struct value stdin_from, stdout_to, stderr_to, signal, limit_stack, limit_memory, user;
	struct value columns;
	struct list argument, environment;
	struct extra_file *files;
	size_t file_count;

	/* The server that it calls. */
	struct value fault, tls, proxy, requests, connections;
	struct list list, proxy_connect, proxy_header;
	struct expected *expected;
	size_t expected_count;

	/* The expected outcome. */
	struct value exit, out, out_includes, out_is, out_records, err, err_lines;
	struct list out_has, out_lacks, err_has, err_lacks, no_file;
	struct value seconds_at_most, seconds_at_least;
};

/* Reads a case. Returns false with a sentence in why if the file is not a case. */
bool test_case_read(struct test_case *test, const char *path, struct text *why) MUST_CHECK;

/* Calls change for every value that is given. Returns false as soon as change does. */
bool test_case_each(struct test_case *test, bool (*change)(struct value *value, void *context),
	void *context) MUST_CHECK;

/* Returns the value as a string, or missing if it is not given. */
const char *value_string(const struct value *value, const char *missing);

/*
 * Returns the value as a number, or missing if it is not given. A file with anything else was
 * refused.
 */
double value_number(const struct value *value, double missing);

#endif
