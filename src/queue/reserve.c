/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/reserve.h"

#include "base/text.h"
#include "queue/file.h"
#include "queue/sql.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SIZE = 256 << 10 }; /* bytes */

static bool find_name(const char *path, struct text *out)
{
	return text_addf(out, "%s-reserve", path);
}

void reserve_keep(const char *path)
{
	scoped(text_done) struct text name = TEXT(TEXT_ANY);
	struct stat status;

	if (!find_name(path, &name))
		return;
	int fd = open(name.data, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return;
	/* A process that was killed may have left a file without its space. */
	if (fstat(fd, &status) || (status.st_size < SIZE && (posix_fallocate(fd, 0, SIZE) ||
								    !queue_file_share(fd, path))))
		(void)unlink(name.data);
	(void)close(fd);
}

bool reserve_release(const char *path)
{
	scoped(text_done) struct text name = TEXT(TEXT_ANY);

	return find_name(path, &name) && !unlink(name.data);
}

bool reserve_use(struct queue *queue)
{
	struct error ignored = { 0 };
	bool freed = reserve_release(queue->path);

	/*
	 * Writing the log back into the database lets SQLite begin the log anew. Without the limit
	 * it would do so only after 1000 pages.
	 */
	(void)!sql_run_all(
		queue, "PRAGMA wal_autocheckpoint=16;PRAGMA wal_checkpoint(TRUNCATE)", &ignored);
	queue->full = false;
	return freed;
}
