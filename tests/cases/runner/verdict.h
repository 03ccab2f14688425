/* SPDX-License-Identifier: Apache-2.0 */
/* Compares the outcome of the program with the case. */
#ifndef VERDICT_H
#define VERDICT_H

#include "child.h"
#include "pattern.h"
#include "test_case.h"

/*
 * Complains about each difference. timed says whether seconds are checked, which they are not under
 * a wrapper.
 */
void verdict(const struct test_case *test, const struct outcome *outcome, bool timed,
	struct bindings *bindings);

#endif
