/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/store.h"

#include "base/clock.h"
#include "queue/lock.h"
#include "queue/place.h"
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
 * Waits a little for another process. SQLite's own waits grow, so that the process that waited
 * longest would ask most rarely.
 */
static int wait_for_others(void *data, int count)
{
	struct queue *queue = data;
	/*
	 * Processes must not wake at the same time. The address of the handle differs in each
	 * process.
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

/* Makes the tables, which one process does at a time: SQLite does not wait where it changes to its log. */
static bool bring_up_to_date(struct queue *queue, struct error *err)
{
	scoped(lock_done) struct lock lock = LOCK;
	bool taken = false;
	int64_t version = 0;

	if (!lock_take(queue->path, LOCK_TABLES, clock_now() + queue->patience, &lock, &taken, err))
		return false;
	if (!taken)
		return error_set(err, ERROR_UNAVAILABLE, 0,
			PLACE_WORDS "is held by another process", queue->path);
	/* Another process may just have made them. */
	return tables_look(queue, &version, err) &&
	       (version == tables_version() || tables_make(queue, err));
}

static bool prepare(struct queue *queue, struct error *err)
{
	int64_t version = 0;

	(void)sqlite3_busy_handler(queue->handle, wait_for_others, queue);
	(void)sqlite3_extended_result_codes(queue->handle, 1);
	/*
	 * Whatever SQLite's defaults are: an event that is reported as kept is on the disk, and a
	 * deleted one is overwritten.
	 */
	return sql_run_all(queue, "PRAGMA synchronous=FULL;PRAGMA secure_delete=ON", err) &&
	       tables_look(queue, &version, err) &&
	       (version == tables_version() || bring_up_to_date(queue, err));
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

bool queue_open(const char *path, bool make, double patience, struct queue **out, struct error *err)
{
	scoped(queue_close_at) struct queue *queue = NULL;
	bool there = false;

	*out = NULL;
	if (!place_look(path, &there, err) || (!there && make && !place_make(path, err)))
		return false;
	if (!there && !make)
		return true;
	queue = queue_new(path, patience);
	if (!queue)
		return error_memory(err);
	if (!open_file(queue, err) || !prepare(queue, err))
		return false;
	*out = steal(queue);
	return true;
}
