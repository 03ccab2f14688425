/* SPDX-License-Identifier: Apache-2.0 */
/* Lines on stderr for people. Secrets are redacted, and control characters become blanks. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/scope.h"

#include <stdbool.h>

/* Turns debug lines on. */
void log_debug_on(bool on);

/* Writes a line if debug is on: "debug: GET /incidents 200 request_id=... 123 ms try 1". */
void log_debug(const char *format, ...) PRINTF(1, 2);

/* Writes a line that an operator must see. */
void log_line(const char *format, ...) PRINTF(1, 2);

#endif
