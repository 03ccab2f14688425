/* SPDX-License-Identifier: Apache-2.0 */
#include "help.h"

#include "action/metadata.h"
#include "action/reference.h"
#include "report.h"

#include <stdio.h>

static bool add_list(struct text *out)
{
	const struct operation *operation;

	for (operation = operation_next(NULL); operation; operation = operation_next(operation))
		(void)text_addf(out, "%-40s %s\n", operation->name, operation->summary);
	return !out->failed;
}

static const char *const meanings[] = {
	[ERROR_NONE] = "the action succeeded",
	[ERROR_USAGE] = "the call is wrong: nothing was changed",
	[ERROR_CONFIG] = "the configuration is wrong or incomplete",
	[ERROR_TRANSPORT] = "PagerDuty was not reached, or its answer was incomplete",
	[ERROR_REFUSED] = "PagerDuty refused the request",
	[ERROR_UNAVAILABLE] =
		"PagerDuty was busy in all tries, the time was over, or a signal came",
	[ERROR_REPLY] = "the answer could not be understood",
	[ERROR_INTERNAL] = "any other failure",
};
_Static_assert(COUNT(meanings) == ERROR_KINDS, "every kind has a meaning");

const char *help_kind_meaning(enum error_kind kind)
{
	return meanings[kind];
}

static void add_options(struct text *out)
{
	for (const struct option_text *option = option_texts; option->name; option++) {
		char form[32];

		(void)snprintf(form, sizeof(form), "%s%s%s", option->name,
			option->argument ? " " : "", option->argument ? option->argument : "");
		(void)text_addf(out, "  %-20s %s\n", form, option->help);
	}
}

static bool add_usage(struct text *out)
{
	(void)text_add(out,
		"Usage: " PROGRAM " ACTION [OPTION...] < parameters.json\n"
		"\n"
		"The parameters are one JSON object on stdin; nothing, or {}, is no parameters. The result is one JSON\n"
		"document on stdout, which a terminal shows as text. On failure it is {\"error\":{...}}, stderr has one line, and\n"
		"the exit status says why.\n"
		"\n"
		"Options:\n");
	add_options(out);
	(void)text_add(out, "\nExit status:\n");
	for (int kind = ERROR_NONE; kind < ERROR_KINDS; kind++)
		(void)text_addf(out, "  %d  %-12s %s\n", error_exit_status((enum error_kind)kind),
			kind == ERROR_NONE ? "" : error_kind_name((enum error_kind)kind),
			meanings[kind]);
	return !out->failed;
}

const struct operation *help_find_operation(const char *name, struct error *err)
{
	const struct operation *operation = name ? operation_find(name) : NULL;
	const char *near = name && !operation ? operation_nearest(name) : NULL;

	if (!name)
		(void)error_set(err, ERROR_USAGE, 0, "no action was named; see " PROGRAM " --list");
	else if (!operation)
		(void)error_set(err, ERROR_USAGE, 0,
			"there is no action \"%s\"%s%s%s; see " PROGRAM " --list", name,
			near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
	return operation;
}

/* All commands that need no network. */
bool help_print(const struct command_line *line, struct error *err)
{
	bool one = line->command == COMMAND_DESCRIBE ||
		   (line->command == COMMAND_HELP && line->action);
	const struct operation *operation = one ? help_find_operation(line->action, err) : NULL;
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	bool printed = false;

	if (one && !operation)
		return false;
	switch (line->command) {
	case COMMAND_LIST:
		printed = add_list(&out);
		break;
	case COMMAND_DESCRIBE:
		printed = metadata_write(operation, &out);
		break;
	case COMMAND_HELP:
		printed = operation ? describe_help(operation, &out) : add_usage(&out);
		break;
	case COMMAND_VERSION:
		printed = text_add(&out, PROGRAM " " VERSION "\n");
		break;
	case COMMAND_RUN:
	case COMMAND_CHECK:
		break;
	}
	return (printed || error_memory(err)) && report_text(&out, err);
}
