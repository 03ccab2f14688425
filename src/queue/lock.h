/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Locks between processes, by number, in a file beside the queue. Each is a lock on one byte by an
 * open file description of Linux: the kernel releases it when the process ends.
 */
#ifndef QUEUE_LOCK_H
#define QUEUE_LOCK_H

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* The lock of who makes the tables; no lane has this number. */
#define LOCK_TABLES (INT64_MAX - 1)

/* A lock that is held. Start it with { -1 }. */
struct lock {
	int fd; /* below 0: none is held */
};

#define LOCK       \
	{          \
		-1 \
	}

/*
 * Takes the lock of a number, from 0 on, of the queue at path. It is waited for until end, on
 * clock_now(). *out_taken is false when another process holds it. Fails with ERROR_CONFIG where
 * the file cannot be made or locked.
 */
bool lock_take(const char *path, int64_t number, double end, struct lock *lock, bool *out_taken,
	struct error *err) MUST_CHECK;

void lock_done(struct lock *lock);

#endif
