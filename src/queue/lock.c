/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/lock.h"

#include "base/clock.h"
#include "base/text.h"
#include "queue/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static bool refuse(const char *path, struct error *err)
{
	return error_set(err, ERROR_CONFIG, 0, QUEUE_WORDS "cannot be used: its file %s-lock: %s",
		path, path, strerror(errno));
}

/* Opens the file of the locks. If there is none, creates it like the queue's own file. */
static int open_file(const char *path, struct error *err)
{
	scoped(text_done) struct text name = TEXT(TEXT_ANY);
	struct stat status;

	if (!text_addf(&name, "%s-lock", path)) {
		(void)error_memory(err);
		return -1;
	}
	int fd = open(name.data, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0 && errno == ENOENT)
		fd = open(name.data, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return refuse(path, err), -1;
	if (!fstat(fd, &status) && (status.st_mode & 07777) != 0600)
		(void)fchmod(fd, 0600);
	(void)!queue_file_share(fd, path);
	return fd;
}

static bool try_lock(int fd, int64_t number)
{
	struct flock wanted = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = number, .l_len = 1
	};

	return !fcntl(fd, F_OFD_SETLK, &wanted);
}

bool lock_take(const char *path, int64_t number, double end, struct lock *lock, bool *out_taken,
	struct error *err)
{
	const struct timespec pause = { 0, 5L * 1000 * 1000 };

	*out_taken = false;
	lock->fd = open_file(path, err);
	if (lock->fd < 0)
		return false;
	while (!(*out_taken = try_lock(lock->fd, number))) {
		bool held = errno == EAGAIN || errno == EACCES;

		if (!held || clock_now() >= end) {
			bool ok = held || refuse(path, err);

			lock_done(lock);
			return ok;
		}
		(void)nanosleep(&pause, NULL);
	}
	return true;
}

void lock_done(struct lock *lock)
{
	if (lock->fd >= 0)
		(void)close(lock->fd);
	lock->fd = -1;
}
