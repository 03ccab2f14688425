/* SPDX-License-Identifier: Apache-2.0 */
/* For LD_PRELOAD: shifts the wall clock by CLOCK_OFFSET seconds, and no other clock. */
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

int clock_gettime(clockid_t id, struct timespec *out)
{
	static int (*real)(clockid_t, struct timespec *);
	const char *offset = getenv("CLOCK_OFFSET");

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "clock_gettime");
	int result = real(id, out);
	if (id == CLOCK_REALTIME && offset && !result)
		out->tv_sec += strtol(offset, NULL, 10);
	return result;
}
