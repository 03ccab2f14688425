/* SPDX-License-Identifier: Apache-2.0 */
/* Reads and writes the standard streams, also if they are closed, full, slow or not blocking. */
#ifndef BASE_STREAM_H
#define BASE_STREAM_H

#include "base/text.h"

#include <stdbool.h>

/*
 * Opens each standard stream that is closed: it then reads as empty, and writing to it fails. Must
 * be called before anything is opened. Otherwise the next file or connection would get the number
 * of a closed stdout, and our output would go there.
 */
void stream_fill(void);

/*
 * Adds all bytes of a stream until its end. Returns false with errno set if it cannot be read;
 * EINTR means that the process was asked to stop (interrupt.h). Also returns false if out has
 * failed; errno says nothing then.
 */
bool stream_read(int fd, struct text *out) MUST_CHECK;

/*
 * Writes all bytes, and waits for a slow reader. Returns false with errno set if not all bytes were
 * written; EINTR means that the process was asked to stop.
 */
bool stream_write(int fd, const char *bytes, size_t len) MUST_CHECK;

#endif
