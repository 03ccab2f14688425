/* SPDX-License-Identifier: Apache-2.0 */
/* The file of a queue and its folder: creates them, and says why they cannot be used. */
#ifndef QUEUE_FILE_H
#define QUEUE_FILE_H

#include "base/error.h"

#include <stdbool.h>

/* How each error of the queue begins: "the event queue /var/lib/st2-pagerduty/events.db ". */
#define QUEUE_WORDS "the event queue %s "

/*
 * Checks that the file can be read and written, and that files can be created beside it. *out_there
 * is false if the file or its folder does not exist. Fails with ERROR_CONFIG if the file cannot be
 * used; the sentence says which user tried, and to whom the file belongs.
 */
bool queue_file_check(const char *path, bool *out_there, struct error *err) MUST_CHECK;

/*
 * Creates an empty file of mode 0600 and its folder of mode 0700, whatever the umask is, unless
 * they exist. They are on the disk when this returns true. If root creates the file, it belongs to
 * the owner of the folder. Fails with ERROR_CONFIG.
 */
bool queue_file_create(const char *path, struct error *err) MUST_CHECK;

/*
 * If the process runs as root, gives the open file fd to the owner of the file or folder at path,
 * so that StackStorm's user can use it. Returns false with errno set if that fails.
 */
bool queue_file_share(int fd, const char *path);

/*
 * Checks that queue_file_create() could create the file, and creates nothing: the folder, or the
 * nearest folder above it that exists, can be written to. Fails with ERROR_CONFIG.
 */
bool queue_file_check_folder(const char *path, struct error *err) MUST_CHECK;

#endif
