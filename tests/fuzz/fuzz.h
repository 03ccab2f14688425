/* SPDX-License-Identifier: Apache-2.0 */
/* What every fuzz target includes. A target is one function, which libFuzzer calls, or replay.c. */
#ifndef FUZZ_H
#define FUZZ_H

#include "action/operation.h"
#include "base/error.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Takes the first line of an input, which names an action. NULL when it names none. */
const struct operation *fuzz_take_row(const uint8_t **data, size_t *size);

/* An error says what it is about, in sentences of one line each. */
void fuzz_check_error(const struct error *err);

/* Like assert(), but in every build: what does not hold ends the process. */
#define HOLDS(condition)                                                                       \
	do {                                                                                   \
		if (!(condition)) {                                                            \
			(void)fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, \
				#condition);                                                   \
			abort();                                                               \
		}                                                                              \
	} while (0)

#endif
