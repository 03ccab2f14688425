/* SPDX-License-Identifier: Apache-2.0 */
#include "help.h"

#include "action/metadata.h"
#include "action/reference.h"
#include "config/config.h"
#include "report.h"

static bool add_list(struct text *out)
{
	const struct operation *operation;

	for (operation = operation_next(NULL); operation; operation = operation_next(operation))
		(void)text_addf(out, "%-40s %s\n", operation->name, operation->summary);
	return !out->failed;
}

static bool add_usage(struct text *out)
{
	return text_add(out,
		"Usage: " PROGRAM " ACTION < parameters.json      run an action\n"
		"       " PROGRAM
		" --check                       tell whether the configuration works\n"
		"       " PROGRAM
		" --list                        every action with one line about it\n"
		"       " PROGRAM " --describe ACTION             its StackStorm action metadata\n"
		"       " PROGRAM " --help [ACTION] | --version\n"
		"\n"
		"  --config FILE   use this configuration file instead of " CONFIG_FILE "\n"
		"  --dry-run       print the request, secrets redacted, and send nothing\n"
		"\n"
		"The parameters are one JSON object on stdin; nothing, or {}, is no parameters. The result is one JSON\n"
		"document on stdout. On failure that is {\"error\":{...}}, stderr has one line, and the exit status says why:\n"
		"  2 the call is wrong     3 the configuration is wrong   4 PagerDuty was not reached   5 PagerDuty refused\n"
		"  6 PagerDuty is busy     7 the reply makes no sense     1 anything else\n");
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

/* Answers what needs no network: everything but running an action. */
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
