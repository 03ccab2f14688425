/* SPDX-License-Identifier: Apache-2.0 */
/* The list that a path of rest.request leads to, where an action of its own knows more about it. */
#ifndef REQUEST_KNOWN_LIST_H
#define REQUEST_KNOWN_LIST_H

#include "action/operation.h"

/*
 * The row of a list with a time range whose path this is, NULL if there is none: "/incidents",
 * "/incidents/PT4KHLK/log_entries".
 */
const struct operation *known_list_find(const char *path);

#endif
