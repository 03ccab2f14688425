/* SPDX-License-Identifier: Apache-2.0 */
/* The command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "base/error.h"

#define PROGRAM "st2-pagerduty"

/* The action that --check runs. */
#define CHECK_ACTION "auth.test"

/* The command and its options. */
struct command_line {
	enum {
		COMMAND_RUN,
		COMMAND_LIST,
		COMMAND_DESCRIBE,
		COMMAND_HELP,
		COMMAND_VERSION,
		COMMAND_CHECK
	} command;
	/* The name of the action, which may be unknown; NULL: none was given. */
	const char *action;
	const char *config_file; /* NULL: not given */
	bool dry_run;
	bool json; /* print the document on a terminal too */
};

/*
 * The text about one option. --help, the man page and the README are made from it or checked
 * against it.
 */
struct option_text {
	const char *name; /* "--config" */
	const char *argument; /* "FILE"; in brackets if it is optional; NULL: none */
	const char *help; /* a sentence that says what it does */
};

/* All options in the order of their names. The last element has no name. */
extern const struct option_text option_texts[];

/*
 * Reads the command line. The strings of *out_line are borrowed from argv. Options may stand before
 * or after the action. Fails with ERROR_USAGE for an unknown option, a missing value or a second
 * action.
 */
bool options_read(
	int argc, char **argv, struct command_line *out_line, struct error *err) MUST_CHECK;

#endif
