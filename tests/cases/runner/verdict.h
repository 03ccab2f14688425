/* SPDX-License-Identifier: Apache-2.0 */
/* Compares what the program printed and did with what the case expects. */
#ifndef VERDICT_H
#define VERDICT_H

#include "child.h"
#include "pattern.h"
#include "test_case.h"

/* Complains about each difference. timed: whether the seconds count (they do not under a wrapper). */
void verdict(const struct test_case *test, const struct outcome *outcome, bool timed,
	struct bindings *bindings);

#endif
