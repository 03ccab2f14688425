/* SPDX-License-Identifier: Apache-2.0 */
/* The standard streams, whatever the caller made of them: closed, full, slow, not blocking. */
#ifndef BASE_STREAM_H
#define BASE_STREAM_H

#include "base/text.h"

#include <stdbool.h>

/*
 * To be called before anything is opened. A standard stream that is closed would give its number
 * to a connection, and what is written to the stream would go there. Afterwards such a one reads
 * as empty and cannot be written to.
 */
void stream_fill(void);

/*
 * Adds what comes on a stream until it ends. Returns false, with errno, when it cannot be read;
 * EINTR: the process was told to stop (interrupt.h). Also false, whatever errno is, when out has
 * failed.
 */
bool stream_read(int fd, struct text *out) MUST_CHECK;

/*
 * Writes all of it, waiting for a reader that is slow. Returns false, with errno, when not all of
 * it was taken; EINTR: the process was told to stop.
 */
bool stream_write(int fd, const char *bytes, size_t len) MUST_CHECK;

#endif
