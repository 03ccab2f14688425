/* SPDX-License-Identifier: Apache-2.0 */
/* The operations that most resources have: list, get, create, update, delete. */
#ifndef COLLECTIONS_H
#define COLLECTIONS_H

#include "call.h"

/*
 * Answers a request to a collection of the table. Returns false if the path is not one of theirs.
 */
bool collections_answer(struct call *call);

#endif
