/* SPDX-License-Identifier: Apache-2.0 */
#include "about.h"

#include "config.h"
#include "operation.h"

bool about_list(struct text *out)
{
	const struct operation *operation;

	for (operation = operation_next(NULL); operation; operation = operation_next(operation))
		(void)text_addf(out, "%-40s %s\n", operation->name, operation->summary);
	return !out->failed;
}

bool about_usage(struct text *out)
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
