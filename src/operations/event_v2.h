/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows that send the events of the v1 actions by Events API v2, with the same parameters. They are
 * used if the configuration has only keys of v2: see `other` in struct operation. Their names are
 * those of the v2 actions that send the same.
 */
#ifndef OPERATIONS_EVENT_V2_H
#define OPERATIONS_EVENT_V2_H

#include "action/operation.h"

extern const struct operation trigger_as_v2, acknowledge_as_v2, resolve_as_v2;

#endif
