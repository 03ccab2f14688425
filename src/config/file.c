/* SPDX-License-Identifier: Apache-2.0 */
#include "config/file.h"

#include "base/owner.h"
#include "config/config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* StackStorm runs commands as its own user, who often may not read files of st2. */
static bool refuse_access(const char *name, struct error *err)
{
	static const char passed[] =
		"st2ctl reload --register-configs, so that StackStorm passes it to actions; or ";
	char me[OWNER_NAME], own[OWNER_NAME], owner[OWNER_NAME], group[OWNER_NAME];
	struct stat status;

	owner_user(geteuid(), me);
	if (stat(name, &status))
		return error_set(err, ERROR_CONFIG, 0,
			"%s cannot be reached by user %s: let that user pass through its folders (chmod o+x)",
			name, me);
	owner_user(status.st_uid, owner);
	owner_group(status.st_gid, group);
	owner_group(getegid(), own);
	return error_set(err, ERROR_CONFIG, 0,
		"%s cannot be read by user %s: it is %s:%s, mode %04o; as root: %schgrp %s %s && chmod g+r %s",
		name, me, owner, group, (unsigned)status.st_mode & 07777,
		strcmp(name, CONFIG_FILE) ? "" : passed, own, name, name);
}

static bool refuse_open(const char *name, int reason, bool *out_missing, struct error *err)
{
	struct stat link;

	if (reason == EACCES)
		return refuse_access(name, err);
	if (reason != ENOENT && reason != ENOTDIR)
		return error_set(
			err, ERROR_CONFIG, 0, "%s cannot be read: %s", name, strerror(reason));
	if (!lstat(name, &link) && S_ISLNK(link.st_mode))
		return error_set(
			err, ERROR_CONFIG, 0, "%s is a link to a file that is not there", name);
	*out_missing = true;
	return true;
}

static bool read_all(int fd, const char *name, struct text *out, struct error *err)
{
	char part[4096];
	ssize_t len;

	while ((len = read(fd, part, sizeof(part))) > 0 || (len < 0 && errno == EINTR)) {
		if (len > 0 && !text_add_bytes(out, part, (size_t)len))
			break;
	}
	explicit_bzero(part, sizeof(part));
	if (len < 0)
		return error_set(
			err, ERROR_CONFIG, 0, "%s cannot be read: %s", name, strerror(errno));
	return !out->failed || error_set(err, ERROR_CONFIG, 0, "%s is larger than %d KiB", name,
				       CONFIG_FILE_MOST >> 10);
}

bool config_file_read(const char *name, struct text *out, bool *out_missing, struct error *err)
{
	/* Do not block on a FIFO. */
	int fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat status;
	bool ok = false;

	if (fd < 0)
		return refuse_open(name, errno, out_missing, err);
	if (fstat(fd, &status))
		(void)error_set(
			err, ERROR_CONFIG, 0, "%s cannot be read: %s", name, strerror(errno));
	else if (!S_ISREG(status.st_mode))
		(void)error_set(err, ERROR_CONFIG, 0, "%s is %s, not a file", name,
			S_ISDIR(status.st_mode) ? "a folder" : "a device or a pipe");
	else
		ok = read_all(fd, name, out, err);
	(void)close(fd);
	return ok;
}
