/* SPDX-License-Identifier: Apache-2.0 */
/* Checks replies about several things, each of which has its own outcome. */
#ifndef REPLY_ITEMS_H
#define REPLY_ITEMS_H

#include "request/request.h"
#include "json/span.h"

/*
 * Finds things that were refused in a 2xx document. The column outcome of the row says how to find
 * them (struct outcome). Without this column, they are the elements of an array, or of an array
 * that is a member of the document, if all elements are objects with a number "status", as in the
 * answers to POST /schedules/{id}/overrides and the 207 of the REST API: those with 400 or more are
 * refused. Fails with ERROR_REFUSED if there are any; the sentence counts them, and each is a
 * problem of err: "[1]: 400 Bad Request: ...". Fails with ERROR_REPLY if none was refused, but the
 * document does not say of some what became of them.
 */
bool items_check(const struct request *request, struct span document, struct error *err) MUST_CHECK;

/* Returns "was" or "were", for a sentence about so many things. */
const char *items_was(size_t count);

/* Reads the member "status" of a thing in such a document. Returns 0 if it is no HTTP status. */
long items_read_status(struct span value);

/* Adds the reason why a thing was refused, each text after a colon: its errors or its message. */
void items_add_reason(struct span item, struct text *out);

#endif
