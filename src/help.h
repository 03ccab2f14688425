/* SPDX-License-Identifier: Apache-2.0 */
/* What the program tells about itself and its actions, without a network. */
#ifndef HELP_H
#define HELP_H

#include "action/operation.h"
#include "options.h"

/*
 * The row of an action that a person named, or NULL with ERROR_USAGE: no name, or an unknown one,
 * with the nearest there is.
 */
const struct operation *help_find_operation(const char *name, struct error *err) MUST_CHECK;

/* What a kind of failure means for the caller, behind its exit status: "PagerDuty said no". */
const char *help_kind_meaning(enum error_kind kind);

/* Prints what the command line asks for: any command but running an action. */
bool help_print(const struct command_line *line, struct error *err) MUST_CHECK;

#endif
