/* SPDX-License-Identifier: Apache-2.0 */
/* Where a queue lies: its folder and files, and why they cannot be used. */
#ifndef QUEUE_PLACE_H
#define QUEUE_PLACE_H

#include "base/error.h"

#include <stdbool.h>

/* Opens each of these sentences: "the event queue /var/lib/st2-pagerduty/events.db". */
#define PLACE_WORDS "the event queue %s "

/*
 * Looks whether the file is there and may be used: read, written, and other files made beside it.
 * *out_there is false when there is none, or no folder, and nothing else is wrong. Fails with
 * ERROR_CONFIG; the sentence says whose the file is, and who tried.
 */
bool place_look(const char *path, bool *out_there, struct error *err) MUST_CHECK;

/*
 * Makes an empty file of mode 0600 and its folder of mode 0700, if they are not there, whatever the
 * umask is. They are on the disk when it returns. If root makes the file, it belongs to the owner
 * of the folder.
 */
bool place_make(const char *path, struct error *err) MUST_CHECK;

#endif
