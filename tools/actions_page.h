/* SPDX-License-Identifier: Apache-2.0 */
/* Writes docs/actions.md: every action, grouped by its resource, with an index. */
#ifndef ACTIONS_PAGE_H
#define ACTIONS_PAGE_H

#include "base/text.h"

/* Adds the page. Returns false if memory runs out. */
bool actions_page_write(struct text *out) MUST_CHECK;

#endif
