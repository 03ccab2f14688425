/* SPDX-License-Identifier: Apache-2.0 */
/* Prepares the run of a case: its folder with its files, the environment and the command line. */
#ifndef STAGE_H
#define STAGE_H

#include "expand.h"
#include "mock.h"
#include "test_case.h"

enum { WORDS_MOST = 256 }; /* words of the command line, and variables */

/* What a case needs while it runs. */
struct stage {
	struct test_case test;
	char folder[64];
	char ca[96];
	struct mock_places places;
	struct name names[8];
	struct bindings bindings;
	char *argv[WORDS_MOST], *envp[WORDS_MOST];
	size_t argc, envc;
};

/*
 * Replaces the @...@ of the case, writes its files, and makes argv and envp. The folder must exist,
 * and the mock must be open. Complains and returns false if that is not possible.
 */
bool stage_prepare(struct stage *stage, const char *program, const char *wrapper);

/*
 * Copies the program into the folder, because another user may not enter the folder in which it was
 * built. Returns its path there. Complains and returns NULL on failure.
 */
const char *stage_copy_program(struct stage *stage, const char *program);

#endif
