/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a row for people: as help, as a section of the reference. */
#ifndef ACTION_REFERENCE_H
#define ACTION_REFERENCE_H

#include "action/operation.h"
#include "base/text.h"

/* The action's section of docs/actions.md. */
bool describe_reference(const struct operation *operation, struct text *out) MUST_CHECK;

/* What `--help ACTION` prints. */
bool describe_help(const struct operation *operation, struct text *out) MUST_CHECK;

#endif
