/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Generates files from the tables of operations and of configuration keys.
 *
 *     generate FOLDER    actions/NAME.yaml for each row, docs/actions.md, and config.schema.yaml;
 *                        FOLDER must have the folders actions and docs
 *     generate --man     the source of the man page, for scdoc, to stdout
 *
 * Files in the folder that belong to no operation are not changed: the drift test reports them.
 */
#include "action/metadata.h"
#include "action/operation.h"
#include "actions_page.h"
#include "config_schema.h"
#include "help.h"
#include "options.h"
#include "schema/schema.h"

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

/* Escapes underscores and asterisks, which scdoc takes for mark-up. */
static void add_escaped(struct text *out, const char *text)
{
	for (; *text; text++)
		(void)text_addf(out, "%s%c", strchr("_*\\#[]", *text) ? "\\" : "", *text);
}

static void add_manual_options(struct text *manual)
{
	(void)text_add(manual, "# OPTIONS\n\n");
	for (const struct option_text *option = option_texts; option->name; option++) {
		(void)text_addf(manual, "*%s*", option->name);
		if (option->argument) {
			(void)text_add(manual, " _");
			add_escaped(manual, option->argument);
			(void)text_add(manual, "_");
		}
		(void)text_addf(manual, "\n\t%s\n\n", option->help);
	}
}

static void add_manual_statuses(struct text *manual)
{
	(void)text_add(manual, "# EXIT STATUS\n\n");
	for (int kind = ERROR_NONE; kind < ERROR_KINDS; kind++)
		(void)text_addf(manual, "*%d* (%s)\n\t%s.\n\n",
			error_exit_status((enum error_kind)kind),
			kind == ERROR_NONE ? "success" : error_kind_name((enum error_kind)kind),
			help_kind_meaning((enum error_kind)kind));
}

static void write_manual(void)
{
	struct text manual = TEXT(TEXT_ANY);
	const struct operation *operation;

	(void)text_add(&manual,
		"st2-pagerduty(1)\n\n# NAME\n\nst2-pagerduty - run an action of the PagerDuty pack "
		"for StackStorm\n\n"
		"# SYNOPSIS\n\n*st2-pagerduty* _ACTION_ [_OPTION_...] < parameters.json\n\n"
		"# DESCRIPTION\n\n"
		"Reads the parameters of an action as one JSON object from stdin, calls PagerDuty, "
		"and prints one JSON\n"
		"document. On failure that document is {\"error\":{...}}, stderr has one line, and "
		"the exit status tells\n"
		"what kind of failure it was.\n\n");
	add_manual_options(&manual);
	add_manual_statuses(&manual);
	(void)text_add(&manual, "# ACTIONS\n\n");
	for (operation = operation_next(NULL); operation; operation = operation_next(operation)) {
		(void)text_add(&manual, "*");
		add_escaped(&manual, operation->name);
		(void)text_add(&manual, "*\n\t");
		add_escaped(&manual, operation->summary);
		(void)text_add(&manual, "\n\n");
	}
	if (manual.failed || fwrite(manual.data, 1, manual.len - 1, stdout) != manual.len - 1 ||
		fflush(stdout))
		fail("stdout", strerror(errno));
	text_done(&manual);
}

int main(int argc, char **argv)
{
	struct text reference = TEXT(TEXT_ANY), config_schema = TEXT(TEXT_ANY);
	const struct operation *operation;

	if (argc != 2)
		fail("usage", "generate FOLDER | --man");
	if (!strcmp(argv[1], "--man")) {
		write_manual();
		return 0;
	}
	for (operation = operation_next(NULL); operation; operation = operation_next(operation)) {
		scoped(text_done) struct text action = TEXT(TEXT_ANY);
		char name[256];

		(void)snprintf(name, sizeof(name), "actions/%s.yaml", operation->name);
		if (!metadata_write(operation, &action))
			fail(name, "out of memory");
		write_file(argv[1], name, &action);
	}
	if (!actions_page_write(&reference))
		fail("docs/actions.md", "out of memory");
	write_file(argv[1], "docs/actions.md", &reference);
	if (!config_schema_write(&config_schema))
		fail("config.schema.yaml", "out of memory");
	write_file(argv[1], "config.schema.yaml", &config_schema);
	text_done(&config_schema);
	text_done(&reference);
	schema_free_all();
	return 0;
}
