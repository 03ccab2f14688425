/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/store.h"

#include "base/clock.h"
#include "queue/file.h"
#include "queue/lock.h"
#include "queue/reserve.h"
#include "queue/sql.h"
#include "queue/tables.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

void queue_close(struct queue *queue)
{
	if (!queue)
		return;
	(void)sqlite3_close(queue->handle);
	free(queue->path);
	free(queue);
}

void queue_close_at(struct queue **queue)
{
	queue_close(*queue);
}

/*
 * Waits a short time for another process. The waits of SQLite's own handler grow, so that the
 * process that has waited longest would try least often.
 */
static int wait_for_others(void *data, int count)
{
	struct queue *queue = data;
	/*
	 * Vary the wait, so that processes do not wake at the same time. The address of the handle
	 * is different in each process.
	 */
	long spread = (long)((uintptr_t)queue->handle >> 4) % 7 + 1;
	const struct timespec pause = { 0, (count < 10 ? spread : 2 * spread) * 500L * 1000 };

	if (!count)
		queue->since = clock_now();
	if (clock_now() - queue->since >= queue->patience)
		return 0;
	(void)nanosleep(&pause, NULL);
	return 1;
}

/*
 * Creates or updates the tables. Takes a lock first, because SQLite does not wait for other
 * processes when it changes the journal mode.
 */
static bool migrate(struct queue *queue, struct error *err)
{
	scoped(lock_done) struct lock lock = LOCK;
	bool taken = false;
	int64_t version = 0;

	if (!lock_take(queue->path, LOCK_TABLES, clock_now() + queue->patience, &lock, &taken, err))
		return false;
	if (!taken)
		return error_set(err, ERROR_UNAVAILABLE, 0,
			QUEUE_WORDS "is held by another process", queue->path);
	/* Another process may have created the tables meanwhile. */
	return tables_check(queue, &version, err) &&
	       (version == tables_version() || tables_make(queue, err));
}

static bool prepare(struct queue *queue, struct error *err)
{
	int64_t version = 0;

	(void)sqlite3_busy_handler(queue->handle, wait_for_others, queue);
	(void)sqlite3_extended_result_codes(queue->handle, 1);
	/*
	 * Set this whatever SQLite's defaults are: an event that is reported as kept must be on the
	 * disk, and a deleted event must be overwritten.
	 */
	return sql_run_all(queue, "PRAGMA synchronous=FULL;PRAGMA secure_delete=ON", err) &&
	       tables_check(queue, &version, err) &&
	       (version == tables_version() || migrate(queue, err));
}

static bool open_file(struct queue *queue, struct error *err)
{
	const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;

	if (sqlite3_open_v2(queue->path, &queue->handle, flags, NULL) == SQLITE_OK)
		return true;
	return queue->handle ? sql_refuse(queue, err) : error_memory(err);
}

static struct queue *queue_new(const char *path, double patience)
{
	struct queue *queue = calloc(1, sizeof(*queue));

	if (!queue)
		return NULL;
	queue->patience = patience;
	queue->path = strdup(path);
	return queue->path ? queue : (free(queue), NULL);
}

/* Opens a file that exists. *out_full says whether that failed because the disk is full. */
static bool open_queue(
	const char *path, double patience, struct queue **out, bool *out_full, struct error *err)
{
	scoped(queue_close_at) struct queue *queue = queue_new(path, patience);

	*out_full = false;
	if (!queue)
		return error_memory(err);
	if (!open_file(queue, err) || !prepare(queue, err)) {
		*out_full = queue->full;
		return false;
	}
	*out = steal(queue);
	return true;
}

bool queue_open(const char *path, enum queue_purpose purpose, double patience, struct queue **out,
	struct error *err)
{
	bool there = false, full = false;

	*out = NULL;
	if (!queue_file_check(path, &there, err) ||
		(!there && purpose == QUEUE_MAKE && !queue_file_create(path, err)))
		return false;
	if (!there && purpose != QUEUE_MAKE)
		return true;
	if (open_queue(path, patience, out, &full, err))
		return true;
	/* To open a queue, SQLite makes the file of the memory that its processes share. */
	if (!full || purpose != QUEUE_DRAIN || !reserve_release(path))
		return false;
	error_clear(err);
	return open_queue(path, patience, out, &full, err);
}

bool queue_check(const char *path, double patience, struct error *err)
{
	scoped(queue_close_at) struct queue *queue = NULL;

	return queue_open(path, QUEUE_READ, patience, &queue, err) &&
	       (queue || queue_file_check_folder(path, err));
}
