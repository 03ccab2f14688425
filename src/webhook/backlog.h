/* SPDX-License-Identifier: Apache-2.0 */
/* Counts the events in the event queue of this host, for the metrics. */
#ifndef WEBHOOK_BACKLOG_H
#define WEBHOOK_BACKLOG_H

#include "base/scope.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Counts the events in the queue at path that are to be delivered: 0 if there is no file yet.
 * Returns false if the queue cannot be read, or if other processes hold it for longer than 50 ms.
 */
bool backlog_count(const char *path, int64_t *out) MUST_CHECK;

#endif
