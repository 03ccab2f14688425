/* SPDX-License-Identifier: Apache-2.0 */
/* One case, from its file to its verdict. */
#ifndef PLAY_H
#define PLAY_H

#include "base/text.h"

enum play_end { PLAY_PASSED, PLAY_FAILED, PLAY_SKIPPED };

/* Plays the case, once in a process. report becomes what is wrong with it, or why it is skipped. */
enum play_end play(const char *path, const char *program, const char *wrapper, struct text *report);

/* Seconds that a case may take at the most, when it does not say more itself. */
enum { PLAY_SECONDS = 30, WRAPPED_SLOWER = 20 };

#endif
