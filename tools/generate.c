/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes what is made from the table of operations: actions/NAME.yaml for each, and docs/actions.md.
 *
 *     generate FOLDER
 *
 * FOLDER has the folders actions and docs. Files there that belong to no operation are left alone: the drift test names
 * them.
 */
#include "describe.h"
#include "operation.h"
#include "schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *what, const char *why)
{
	(void)fprintf(stderr, "generate: %s: %s\n", what, why);
	exit(EXIT_FAILURE);
}

static void write_file(const char *folder, const char *name, const struct text *content)
{
	char path[4096];

	if ((size_t)snprintf(path, sizeof(path), "%s/%s", folder, name) >= sizeof(path))
		fail(name, "too long");
	FILE *file = fopen(path, "w");
	if (!file || fwrite(content->data, 1, content->len, file) != content->len || fclose(file))
		fail(path, strerror(errno));
}

static void add_contents(struct text *reference)
{
	const struct operation *operation;

	(void)text_add(reference, "# Actions\n\n"
				  "Made from the table in `src/operations/` by `ninja -C build "
				  "actions`; do not edit.\n\n"
				  "Each is run as `st2 run pagerduty.NAME parameter=value ...`, or "
				  "as `st2-pagerduty NAME` with the\n"
				  "parameters as JSON on stdin. Times are ISO 8601. The result is "
				  "in `result.stdout` of the execution.\n\n");
	for (operation = operation_next(NULL); operation; operation = operation_next(operation)) {
		(void)text_addf(reference, "- [%s](#", operation->name);
		/* The anchor that a heading gets: its dots are dropped. */
		for (const char *c = operation->name; *c; c++) {
			if (*c != '.')
				(void)text_add_bytes(reference, c, 1);
		}
		(void)text_addf(reference, "): %s\n", operation->summary);
	}
	(void)text_add(reference, "\n");
}

int main(int argc, char **argv)
{
	struct text reference = TEXT(TEXT_ANY);
	const struct operation *operation;

	if (argc != 2)
		fail("usage", "generate FOLDER");
	add_contents(&reference);
	for (operation = operation_next(NULL); operation; operation = operation_next(operation)) {
		scoped(text_done) struct text action = TEXT(TEXT_ANY);
		char name[256];

		(void)snprintf(name, sizeof(name), "actions/%s.yaml", operation->name);
		if (!describe_action(operation, &action) ||
			!describe_reference(operation, &reference))
			fail(name, "out of memory");
		write_file(argv[1], name, &action);
	}
	/* Each section ends with an empty line; the file does not. */
	reference.len--;
	write_file(argv[1], "docs/actions.md", &reference);
	text_done(&reference);
	schema_free_all();
	return 0;
}
