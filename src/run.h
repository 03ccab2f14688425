/* SPDX-License-Identifier: Apache-2.0 */
/* One run of an action: parameters, configuration, request, exchange, result. */
#ifndef RUN_H
#define RUN_H

#include "options.h"

/*
 * Runs the action that the command line names, with the parameters on stdin, and prints its result
 * or its failure. started: on clock_now(), when the process began; the limit that StackStorm sets
 * (ST2_PAGERDUTY_TIMEOUT) counts from there. Returns the exit status.
 */
int run_action(const struct command_line *line, double started);

#endif
