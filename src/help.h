/* SPDX-License-Identifier: Apache-2.0 */
/* Prints help, lists and metadata: all that needs no network. */
#ifndef HELP_H
#define HELP_H

#include "action/operation.h"
#include "options.h"

/*
 * Finds the row of an action by its name. Returns NULL with ERROR_USAGE if name is NULL or unknown.
 * The error suggests the nearest name.
 */
const struct operation *help_find_operation(const char *name, struct error *err) MUST_CHECK;

/* Returns the meaning of a kind of failure: "PagerDuty refused the request". */
const char *help_kind_meaning(enum error_kind kind);

/* Prints what a command asks for. It must be a command that runs no action. */
bool help_print(const struct command_line *line, struct error *err) MUST_CHECK;

#endif
