/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Space that is kept for a full disk: a file of zeros beside the queue. Before an event is sent,
 * and after it was delivered, the queue is written to. Without this space a full disk would keep
 * all events in the queue, although PagerDuty can be reached.
 */
#ifndef QUEUE_RESERVE_H
#define QUEUE_RESERVE_H

#include <stdbool.h>

struct queue;

/*
 * Creates the file of the queue at path, unless it exists. If the disk has no room for it, there is
 * none: the next event that is stored tries again.
 */
void reserve_keep(const char *path);

/* Removes the file, so that its space is free. Returns false if there was none. */
bool reserve_release(const char *path);

/*
 * Makes room on a full disk for the changes of a drain: removes the file, and keeps SQLite's log
 * short from now on. Nothing may be under way on the queue. Returns whether space became free.
 */
bool reserve_use(struct queue *queue);

#endif
