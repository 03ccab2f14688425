/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the row of the list that a path of rest.request names. */
#ifndef REQUEST_KNOWN_LIST_H
#define REQUEST_KNOWN_LIST_H

#include "action/operation.h"

/*
 * Returns the row of a list with a time range that has this path, such as "/incidents" or
 * "/incidents/PT4KHLK/log_entries", or NULL.
 */
const struct operation *known_list_find(const char *path);

#endif
