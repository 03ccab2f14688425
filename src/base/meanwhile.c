/* SPDX-License-Identifier: Apache-2.0 */
#include "base/meanwhile.h"

#include <stdbool.h>
#include <stddef.h>

static void (*present)(void *data);
static void *present_data;
static bool working;

void meanwhile_begin(void (*work)(void *data), void *data)
{
	present = work;
	present_data = data;
}

void meanwhile_end(void)
{
	present = NULL;
	present_data = NULL;
}

void meanwhile_work(void)
{
	if (!present || working)
		return;
	working = true;
	present(present_data);
	working = false;
}
