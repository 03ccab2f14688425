/* SPDX-License-Identifier: Apache-2.0 */
/* What an HTTP status says by itself, whoever answered. */
#ifndef HTTP_STATUS_H
#define HTTP_STATUS_H

#include <stdbool.h>

/*
 * Whether the same request may succeed later: 408, 429, 500, 502, 503, 504. The one answer to
 * this question: what is tried again, and what a caller is told to be retryable, follow from it.
 */
bool http_status_passes(long status);

#endif
