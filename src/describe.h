/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a row as StackStorm action metadata, as a reference page, as help. */
#ifndef DESCRIBE_H
#define DESCRIBE_H

#include "operation.h"
#include "text.h"

/* The action metadata: byte for byte the file actions/NAME.yaml. */
bool describe_action(const struct operation *operation, struct text *out) MUST_CHECK;

/* The action's section of docs/actions.md. */
bool describe_reference(const struct operation *operation, struct text *out) MUST_CHECK;

/* What `--help ACTION` prints. */
bool describe_help(const struct operation *operation, struct text *out) MUST_CHECK;

#endif
