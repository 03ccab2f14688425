/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbered locks between processes, in a file beside the queue. Each locks one byte of the file
 * with an open file description lock of Linux (fcntl(2), F_OFD_SETLK), which the kernel releases
 * when the process ends.
 */
#ifndef QUEUE_LOCK_H
#define QUEUE_LOCK_H

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* The lock of the process that creates or changes the tables. No lane has this number. */
#define LOCK_TABLES (INT64_MAX - 1)

/* A lock that may be held. Initialise it with LOCK. */
struct lock {
	int fd; /* below 0: not held */
};

#define LOCK       \
	{          \
		-1 \
	}

/*
 * Takes a lock of the queue at path. number is 0 or greater. Waits until end, in seconds of
 * clock_now(). *out_taken is false if another process still holds the lock then. Fails with
 * ERROR_CONFIG if the file cannot be created or locked.
 */
bool lock_take(const char *path, int64_t number, double end, struct lock *lock, bool *out_taken,
	struct error *err) MUST_CHECK;

void lock_done(struct lock *lock);

#endif
