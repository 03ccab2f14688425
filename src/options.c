/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include <getopt.h>

/* getopt's values of options that are no command; below every letter, as those of struct command_line are. */
enum { OPTION_CONFIG = 16, OPTION_DRY_RUN, OPTION_LAST };

/* There are no short options: of "-xy" getopt refuses the x and has not gone on to the next argument. */
static bool refuse_option(const char *argument, struct error *err)
{
	char letter[] = { '-', (char)optopt, '\0' };
	bool is_short = (unsigned char)optopt > OPTION_LAST;

	return error_set(err, ERROR_USAGE, 0, "unknown option %s; see " PROGRAM " --help",
		is_short ? letter : argument);
}

/* The option that takes no action, or NULL. */
static const char *option_alone(unsigned what)
{
	return what == COMMAND_CHECK     ? "--check"
	       : what == COMMAND_LIST    ? "--list"
	       : what == COMMAND_VERSION ? "--version"
					 : NULL;
}

bool options_read(int argc, char **argv, struct command_line *line, struct error *err)
{
	static const struct option options[] = {
		{ "check", no_argument, NULL, COMMAND_CHECK },
		{ "config", required_argument, NULL, OPTION_CONFIG },
		{ "describe", no_argument, NULL, COMMAND_DESCRIBE },
		{ "dry-run", no_argument, NULL, OPTION_DRY_RUN },
		{ "help", no_argument, NULL, COMMAND_HELP },
		{ "list", no_argument, NULL, COMMAND_LIST },
		{ "version", no_argument, NULL, COMMAND_VERSION },
		{ 0 },
	};
	int option;

	opterr = 0;
	while ((option = getopt_long(argc, argv, ":", options, NULL)) != -1) {
		if (option == ':')
			return error_set(err, ERROR_USAGE, 0, "%s wants a value", argv[optind - 1]);
		if (option == '?')
			return refuse_option(argv[optind - 1], err);
		if (option == OPTION_CONFIG)
			line->config_file = optarg;
		else if (option == OPTION_DRY_RUN)
			line->dry_run = true;
		else
			line->command = (unsigned)option;
	}
	if (argc - optind > 1)
		return error_set(err, ERROR_USAGE, 0,
			"one action at a time, not \"%s\" after \"%s\"; parameters are read as JSON from stdin",
			argv[optind + 1], argv[optind]);
	line->action = argv[optind];
	const char *alone = option_alone(line->command);
	if (alone && line->action)
		return error_set(err, ERROR_USAGE, 0, "%s takes no action, and so not \"%s\"",
			alone, line->action);
	if (line->command == COMMAND_CHECK)
		line->action = CHECK_ACTION;
	return true;
}
