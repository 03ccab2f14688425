/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a row for people: as help, or as a section of docs/actions.md. */
#ifndef ACTION_REFERENCE_H
#define ACTION_REFERENCE_H

#include "action/operation.h"
#include "base/text.h"

/*
 * Adds the action's section of docs/actions.md. Returns false if memory runs out; so does the next.
 */
bool describe_reference(const struct operation *operation, struct text *out) MUST_CHECK;

/* Adds the text of `--help ACTION`. */
bool describe_help(const struct operation *operation, struct text *out) MUST_CHECK;

#endif
