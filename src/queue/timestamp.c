/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/timestamp.h"

#include "base/sha256.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int64_t milliseconds(clockid_t clock)
{
	struct timespec now = { 0 };

	(void)clock_gettime(clock, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/*
 * Returns a number for this boot, from the UUID that Linux makes at each boot; 0 if there is none.
 */
static int64_t this_boot(void)
{
	unsigned char digest[SHA256_SIZE];
	struct sha256 hash;
	char id[64];
	int64_t number = 0;
	int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
	ssize_t len = fd < 0 ? -1 : read(fd, id, sizeof(id));

	if (fd >= 0)
		(void)close(fd);
	if (len <= 0)
		return 0;
	sha256_begin(&hash);
	sha256_add(&hash, id, (size_t)len);
	sha256_end(&hash, digest);
	memcpy(&number, digest, sizeof(number));
	return number;
}

void timestamp_now(struct timestamp *out)
{
	*out = (struct timestamp){ milliseconds(CLOCK_REALTIME), milliseconds(CLOCK_BOOTTIME),
		this_boot() };
}

int64_t timestamp_left(const struct timestamp *then, int64_t length, const struct timestamp *now)
{
	int64_t passed = now->wall - then->wall;
	int64_t ran = now->uptime - then->uptime;

	if (then->boot && then->boot == now->boot && ran >= 0) {
		if (passed < ran)
			passed = ran;
	} else if (passed < 0) {
		return 0;
	}
	return passed < length ? length - passed : 0;
}
