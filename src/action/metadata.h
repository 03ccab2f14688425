/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a row as StackStorm's action metadata (st2common/models/api/action.py). */
#ifndef ACTION_METADATA_H
#define ACTION_METADATA_H

#include "action/operation.h"
#include "base/text.h"

/* Adds the text of actions/NAME.yaml, byte for byte. Returns false if memory runs out. */
bool metadata_write(const struct operation *operation, struct text *out) MUST_CHECK;

#endif
