/* SPDX-License-Identifier: Apache-2.0 */
/* docs/actions.md: every action, grouped by its resource, with an index. */
#ifndef ACTIONS_PAGE_H
#define ACTIONS_PAGE_H

#include "base/text.h"

/* Adds the page. False without memory. */
bool actions_page_write(struct text *out) MUST_CHECK;

#endif
