/* SPDX-License-Identifier: Apache-2.0 */
/* How many events wait in the event queue of this host, for the metrics. */
#ifndef WEBHOOK_BACKLOG_H
#define WEBHOOK_BACKLOG_H

#include "base/scope.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Counts what waits in the queue at path. False where it cannot be read, or is held by others for
 * longer than 50 ms: then nothing is known. A queue that is not there yet holds nothing.
 */
bool backlog_count(const char *path, int64_t *out) MUST_CHECK;

#endif
