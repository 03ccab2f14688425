/* SPDX-License-Identifier: Apache-2.0 */
#include "base/process.h"

#include "base/stream.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>

void process_guard(void)
{
	const struct rlimit none = { 0, 0 };

	stream_fill();
	(void)unsetenv("SSLKEYLOGFILE");
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	(void)setrlimit(RLIMIT_CORE, &none);
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
