/* SPDX-License-Identifier: Apache-2.0 */
/* Included by every fuzz target. A target is a function that libFuzzer or replay.c calls. */
#ifndef FUZZ_H
#define FUZZ_H

#include "action/operation.h"
#include "base/error.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads the action that the first line of an input names. Returns NULL if it names none. */
const struct operation *fuzz_take_row(const uint8_t **data, size_t *size);

/* Checks that an error has sentences, each of one line. */
void fuzz_check_error(const struct error *err);

/* Like assert(), but in every build: ends the process if the condition is false. */
#define HOLDS(condition)                                                                       \
	do {                                                                                   \
		if (!(condition)) {                                                            \
			(void)fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, \
				#condition);                                                   \
			abort();                                                               \
		}                                                                              \
	} while (0)

#endif
