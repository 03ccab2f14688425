/* SPDX-License-Identifier: Apache-2.0 */
#include "base/interrupt.h"

#include <signal.h>

static volatile sig_atomic_t told;

void interrupt(void)
{
	told = 1;
}

bool interrupted(void)
{
	return told != 0;
}
