/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/file.h"

#include "base/owner.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Adds the folder of a file: "/var/lib/st2-pagerduty". Returns false if memory runs out. */
static bool find_folder(const char *path, struct text *out)
{
	const char *slash = strrchr(path, '/');

	return text_add_bytes(
		out, path, slash && slash > path ? (size_t)(slash - path) : (size_t)1);
}

/*
 * Refuses the queue at path because its file or folder cannot be used: says which user tried, and
 * to whom the file or folder belongs. what is its path, kind is "file" or "folder", reason an
 * errno.
 */
static bool refuse_access(
	const char *path, const char *what, const char *kind, int reason, struct error *err)
{
	char me[OWNER_NAME], owner[OWNER_NAME];
	struct stat status;

	owner_user(geteuid(), me);
	if (reason != EACCES || stat(what, &status))
		return error_set(err, ERROR_CONFIG, 0,
			QUEUE_WORDS "cannot be used by user %s: its %s %s: %s", path, me, kind,
			what, strerror(reason));
	owner_user(status.st_uid, owner);
	/* A folder such as /var/lib must stay its owner's. */
	return error_set(err, ERROR_CONFIG, 0,
		QUEUE_WORDS
		"cannot be used by user %s: its %s %s belongs to %s, with mode %04o; as root%s: chown -R %s %s",
		path, me, kind, what, owner, (unsigned)status.st_mode & 07777,
		S_ISDIR(status.st_mode) ? ", if the folder is for the queue alone" : "", me, what);
}

/* Refuses the queue at path because its folder does not exist and cannot be made. */
static bool refuse_folder(const char *path, const char *folder, int reason, struct error *err)
{
	return error_set(err, ERROR_CONFIG, 0,
		QUEUE_WORDS
		"cannot be made: its folder %s: %s; as root: install -d -m 700 -o USER %s, where USER is the user who runs StackStorm's actions",
		path, folder, strerror(reason), folder);
}

/* Refuses the queue at path because that is a symbolic link to no file. */
static bool refuse_link(const char *path, struct error *err)
{
	char target[256];
	ssize_t len = readlink(path, target, sizeof(target) - 1);

	target[len > 0 ? len : 0] = '\0';
	return error_set(err, ERROR_CONFIG, 0,
		QUEUE_WORDS
		"cannot be made: it is a symbolic link to %s, which does not exist; set event_queue.path to the path of the file itself",
		path, target);
}

/*
 * Takes a file's rights from other users: it contains keys, and a copy from a backup may be readable
 * by all. Leaves the target of a symbolic link alone, which may be any file. The descriptor only
 * names the file: closing one that was opened for reading would release SQLite's locks.
 */
static void make_private(const char *path)
{
	char name[32];
	struct stat status;
	int fd = open(path, O_PATH | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0)
		return;
	(void)snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	if (!fstat(fd, &status) && S_ISREG(status.st_mode))
		(void)chmod(name, 0600);
	(void)close(fd);
}

bool queue_file_check(const char *path, bool *out_there, struct error *err)
{
	scoped(text_done) struct text folder = TEXT(TEXT_ANY);
	struct stat status;

	*out_there = false;
	if (!find_folder(path, &folder))
		return error_memory(err);
	if (stat(path, &status)) {
		if (errno == ENOENT)
			return true;
		return refuse_access(path, folder.data, "folder", errno, err);
	}
	if (!S_ISREG(status.st_mode))
		return error_set(
			err, ERROR_CONFIG, 0, QUEUE_WORDS "cannot be used: it is not a file", path);
	if (faccessat(AT_FDCWD, path, R_OK | W_OK, AT_EACCESS))
		return refuse_access(path, path, "file", errno, err);
	if (faccessat(AT_FDCWD, folder.data, W_OK | X_OK, AT_EACCESS))
		return refuse_access(path, folder.data, "folder", errno, err);
	if (status.st_mode & 077)
		make_private(path);
	*out_there = true;
	return true;
}

/* Syncs a folder: only then is a file that was created in it sure to be on the disk. */
static bool sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && !fsync(fd);

	if (fd >= 0)
		(void)close(fd);
	return ok;
}

/* Creates a folder and its parents, unless they exist. */
static bool make_folder(const char *folder)
{
	scoped(text_done) struct text above = TEXT(TEXT_ANY);

	if (!mkdir(folder, 0700))
		return !chmod(folder, 0700) && find_folder(folder, &above) &&
		       (sync_folder(above.data) || errno == EACCES);
	if (errno == EEXIST)
		return true;
	if (errno != ENOENT || !strcmp(folder, "/") || !find_folder(folder, &above))
		return false;
	return make_folder(above.data) && make_folder(folder);
}

bool queue_file_share(int fd, const char *path)
{
	struct stat status;

	return geteuid() != 0 ||
	       (!stat(path, &status) && !fchown(fd, status.st_uid, status.st_gid));
}

bool queue_file_create(const char *path, struct error *err)
{
	scoped(text_done) struct text folder = TEXT(TEXT_ANY);

	if (!find_folder(path, &folder))
		return error_memory(err);
	if (!make_folder(folder.data))
		return refuse_folder(path, folder.data, errno, err);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	/* O_NOFOLLOW says so. */
	if (fd < 0 && errno == ELOOP)
		return refuse_link(path, err);
	if (fd < 0)
		return refuse_access(path, folder.data, "folder", errno, err);
	bool ok = !fchmod(fd, 0600) && queue_file_share(fd, folder.data) && !fsync(fd) &&
		  sync_folder(folder.data);
	int reason = errno;
	(void)close(fd);
	return ok || error_set(err, ERROR_CONFIG, 0, QUEUE_WORDS "cannot be made: %s", path,
			     strerror(reason));
}

/* Returns 0 if a folder could be made, or an errno. */
static int find_obstacle(const char *folder)
{
	scoped(text_done) struct text above = TEXT(TEXT_ANY);
	struct stat status;

	if (!find_folder(folder, &above))
		return ENOMEM;
	if (stat(above.data, &status) && errno == ENOENT && strcmp(above.data, "/") != 0)
		return find_obstacle(above.data);
	return faccessat(AT_FDCWD, above.data, W_OK | X_OK, AT_EACCESS) ? errno : 0;
}

bool queue_file_check_folder(const char *path, struct error *err)
{
	scoped(text_done) struct text folder = TEXT(TEXT_ANY);
	struct stat status;

	if (!find_folder(path, &folder))
		return error_memory(err);
	if (stat(folder.data, &status) && errno == ENOENT) {
		int obstacle = find_obstacle(folder.data);

		return !obstacle || refuse_folder(path, folder.data, obstacle, err);
	}
	return !faccessat(AT_FDCWD, folder.data, W_OK | X_OK, AT_EACCESS) ||
	       refuse_access(path, folder.data, "folder", errno, err);
}
