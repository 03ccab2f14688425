/* SPDX-License-Identifier: Apache-2.0 */
/* The command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "base/error.h"

#define PROGRAM "st2-pagerduty"

/* The action that --check runs. */
#define CHECK_ACTION "auth.test"

/* What the command line asks for. */
struct command_line {
	enum {
		COMMAND_RUN,
		COMMAND_LIST,
		COMMAND_DESCRIBE,
		COMMAND_HELP,
		COMMAND_VERSION,
		COMMAND_CHECK
	} command;
	/* The name given, whether or not there is such an action; NULL: none was named. */
	const char *action;
	const char *config_file; /* NULL: not given */
	bool dry_run;
	bool json; /* the document on a terminal too */
};

/*
 * The text about one option. --help, the man page and the README are made from it or checked
 * against it.
 */
struct option_text {
	const char *name; /* "--config" */
	const char *argument; /* "FILE"; in brackets where it may be left out; NULL: none */
	const char *help; /* what it does: a sentence */
};

/* All options, in the order of their names; ended by one without a name. */
extern const struct option_text option_texts[];

/*
 * Reads the command line into *out_line, whose strings are those of argv. Options may stand before
 * and behind the action. ERROR_USAGE for an unknown option, a missing value, a second action.
 */
bool options_read(
	int argc, char **argv, struct command_line *out_line, struct error *err) MUST_CHECK;

#endif
