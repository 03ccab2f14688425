/* SPDX-License-Identifier: Apache-2.0 */
/* The meaning of an HTTP status, whichever server sent it. */
#ifndef HTTP_STATUS_H
#define HTTP_STATUS_H

#include <stdbool.h>

/*
 * Returns whether the same request may succeed later: 408, 429, 500, 502, 503, 504. This is the
 * only such list: it decides what is tried again, and what the error document calls retryable.
 */
bool http_status_passes(long status);

#endif
