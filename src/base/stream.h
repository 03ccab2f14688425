/* SPDX-License-Identifier: Apache-2.0 */
/* The standard streams, whatever the caller made of them: closed, full, slow, not blocking. */
#ifndef BASE_STREAM_H
#define BASE_STREAM_H

#include "base/text.h"

#include <stdbool.h>

/*
 * Must be called before anything is opened. If stdout is closed, the next file or connection gets
 * its number, and what is written to stdout would go there. So each closed standard stream is
 * opened here: it reads as empty, and writing to it fails.
 */
void stream_fill(void);

/*
 * Adds what comes on a stream until it ends. Returns false, with errno, when it cannot be read;
 * EINTR: the process was told to stop (interrupt.h). Also false, whatever errno is, when out has
 * failed.
 */
bool stream_read(int fd, struct text *out) MUST_CHECK;

/*
 * Writes all bytes, and waits for a slow reader. Returns false, with errno, if not all of them were
 * written; EINTR: the process was told to stop.
 */
bool stream_write(int fd, const char *bytes, size_t len) MUST_CHECK;

#endif
