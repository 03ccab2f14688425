/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The events of Events API v1 as v2 takes them, with the same parameters, for who has a key of v2
 * alone: see `other` in struct operation. They bear the names of the actions that send the same.
 */
#ifndef OPERATIONS_EVENT_V2_H
#define OPERATIONS_EVENT_V2_H

#include "action/operation.h"

extern const struct operation trigger_as_v2, acknowledge_as_v2, resolve_as_v2;

#endif
