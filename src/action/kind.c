/* SPDX-License-Identifier: Apache-2.0 */
#include "action/kind.h"

const char *kind_given(enum kind kind)
{
	(void)kind;
	return "id";
}
