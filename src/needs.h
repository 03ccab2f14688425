/* SPDX-License-Identifier: Apache-2.0 */
/* Finds out which values of the configuration a run needs, from its row. */
#ifndef NEEDS_H
#define NEEDS_H

#include "verbs/verb.h"

/*
 * Resolves the values that the run needs, and no others. Those in StackStorm's datastore are looked
 * up here, in one step, before the request is built. sends says that the request is sent, and not
 * only shown (--dry-run). run->operation, values, lookup, config and user must be set. Fails as
 * config_resolve() does.
 */
bool needs_resolve(const struct run *run, bool sends, struct error *err) MUST_CHECK;

#endif
