/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a row as StackStorm's action metadata (st2common/models/api/action.py). */
#ifndef ACTION_METADATA_H
#define ACTION_METADATA_H

#include "action/operation.h"
#include "base/text.h"

/* Byte for byte the file actions/NAME.yaml. False without memory. */
bool metadata_write(const struct operation *operation, struct text *out) MUST_CHECK;

#endif
