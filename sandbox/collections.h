/* SPDX-License-Identifier: Apache-2.0 */
/* What most of PagerDuty's resources have in common: list, get, create, update, delete. */
#ifndef COLLECTIONS_H
#define COLLECTIONS_H

#include "call.h"

/* Answers a request to a collection of the table. Returns false when the path is none of theirs. */
bool collections_answer(struct call *call);

#endif
