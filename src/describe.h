/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a row for people: as help, as a section of the reference. */
#ifndef DESCRIBE_H
#define DESCRIBE_H

#include "operation.h"
#include "text.h"

/* The action's section of docs/actions.md. */
bool describe_reference(const struct operation *operation, struct text *out) MUST_CHECK;

/* What `--help ACTION` prints. */
bool describe_help(const struct operation *operation, struct text *out) MUST_CHECK;

#endif
