/* SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include "config/config.h"

#include <getopt.h>

/* What getopt returns for an option: a command, or one of these. All are below the first letter. */
enum { OPTION_CONFIG = 16, OPTION_DRY_RUN, OPTION_JSON, OPTION_LAST };

enum { OPTIONS = 8 };

/* The options for getopt, in the order of option_texts. */
static const struct option options[OPTIONS + 1] = {
	{ "check", no_argument, NULL, COMMAND_CHECK },
	{ "config", required_argument, NULL, OPTION_CONFIG },
	{ "describe", no_argument, NULL, COMMAND_DESCRIBE },
	{ "dry-run", no_argument, NULL, OPTION_DRY_RUN },
	{ "help", no_argument, NULL, COMMAND_HELP },
	{ "json", no_argument, NULL, OPTION_JSON },
	{ "list", no_argument, NULL, COMMAND_LIST },
	{ "version", no_argument, NULL, COMMAND_VERSION },
	{ 0 },
};

const struct option_text option_texts[OPTIONS + 1] = {
	{ "--check", NULL,
		"Tell whether the configuration works: what is set, and whether PagerDuty accepts it." },
	{ "--config", "FILE", "Use this configuration file instead of " CONFIG_FILE "." },
	{ "--describe", "ACTION", "Print the action's StackStorm metadata." },
	{ "--dry-run", NULL, "Print the request, secrets redacted, and send nothing." },
	{ "--help", "[ACTION]", "Print the usage, or the parameters of an action." },
	{ "--json", NULL,
		"Print the document, indented, on a terminal too, instead of a text for people." },
	{ "--list", NULL, "Print every action with one line about it." },
	{ "--version", NULL, "Print the version." },
	{ 0 },
};

/*
 * There are no short options. If "-xy" is given, getopt refuses the x, and its index still points
 * to this argument.
 */
static bool refuse_option(const char *argument, struct error *err)
{
	char letter[] = { '-', (char)optopt, '\0' };
	bool is_short = (unsigned char)optopt > OPTION_LAST;

	return error_set(err, ERROR_USAGE, 0, "unknown option %s; see " PROGRAM " --help",
		is_short ? letter : argument);
}

/* Returns the option of a command that takes no action, or NULL for another command. */
static const char *command_without_action(unsigned command)
{
	for (size_t i = 0; i < OPTIONS; i++) {
		if (options[i].val == (int)command && !option_texts[i].argument)
			return option_texts[i].name;
	}
	return NULL;
}

static bool handle_option(
	struct command_line *line, int option, const char *argument, struct error *err)
{
	if (option == ':')
		return error_set(err, ERROR_USAGE, 0, "%s needs a value", argument);
	if (option == '?')
		return refuse_option(argument, err);
	if (option == OPTION_CONFIG)
		line->config_file = optarg;
	else if (option == OPTION_DRY_RUN)
		line->dry_run = true;
	else if (option == OPTION_JSON)
		line->json = true;
	else
		line->command = (unsigned)option;
	return true;
}

bool options_read(int argc, char **argv, struct command_line *line, struct error *err)
{
	int option;

	opterr = 0;
	while ((option = getopt_long(argc, argv, ":", options, NULL)) != -1) {
		if (!handle_option(line, option, argv[optind - 1], err))
			return false;
	}
	if (argc - optind > 1)
		return error_set(err, ERROR_USAGE, 0,
			"one action at a time, not \"%s\" after \"%s\"; parameters are read as JSON from stdin",
			argv[optind + 1], argv[optind]);
	line->action = argv[optind];
	const char *alone = command_without_action(line->command);
	if (alone && line->action)
		return error_set(err, ERROR_USAGE, 0, "%s takes no action, and so not \"%s\"",
			alone, line->action);
	if (line->command == COMMAND_CHECK)
		line->action = CHECK_ACTION;
	return true;
}
