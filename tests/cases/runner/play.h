/* SPDX-License-Identifier: Apache-2.0 */
/* Runs a case, from its file to its verdict. */
#ifndef PLAY_H
#define PLAY_H

#include "base/text.h"

enum play_end { PLAY_PASSED, PLAY_FAILED, PLAY_SKIPPED };

/*
 * Runs the case. Must be called only once in a process. report becomes what is wrong with the case,
 * or why it is skipped.
 */
enum play_end play(const char *path, const char *program, const char *wrapper, struct text *report);

/* Seconds that a case may take, unless it says more itself. */
enum { PLAY_SECONDS = 30, WRAPPED_SLOWER = 20 };

#endif
