/* SPDX-License-Identifier: Apache-2.0 */
#include "queue_folder.h"
#include "unit.h"

#include <ftw.h>
#include <unistd.h>

char queue_path[128];
static char folder[64];

int queue_folder_make(void **state)
{
	(void)state;
	(void)snprintf(folder, sizeof(folder), "/tmp/queue-unit-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(queue_path, sizeof(queue_path), "%s/queue/events.db", folder);
	return 0;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *at)
{
	(void)status, (void)type, (void)at;
	return remove(path);
}

int queue_folder_remove(void **state)
{
	(void)state;
	return nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

struct queue *queue_opened(void)
{
	struct error err = { 0 };
	struct queue *queue = NULL;

	if (!queue_open(queue_path, QUEUE_MAKE, 5, &queue, &err))
		fail_msg("%s", err.text);
	assert_non_null(queue);
	return queue;
}

int64_t queue_put(struct queue *queue, const char *verb, const char *dedup_key, int64_t stored)
{
	struct queue_event event = { .lane = 1,
		.key_name = "routing_key",
		.api = "v2",
		.verb = verb,
		.dedup_key = dedup_key,
		.body = "{}",
		.stored = stored };
	struct error err = { 0 };

	if (!event_store(queue, &event, &err))
		fail_msg("%s", err.text);
	return event.id;
}
