/* SPDX-License-Identifier: Apache-2.0 */
/* Replies about several things at once, each with its own outcome. */
#ifndef REPLY_ITEMS_H
#define REPLY_ITEMS_H

#include "request/request.h"
#include "json/span.h"

/*
 * Looks into a 2xx document for things that were refused. Which they are, the row says in its
 * column outcome (struct outcome). Without that, they are the elements of an array, or of an array
 * that is a member of the document, of objects that all have a number "status", as POST
 * /schedules/{id}/overrides and the 207 of the REST API answer: those of 400 or above are refused.
 *
 * Fails with ERROR_REFUSED when there are any; the sentence counts them, and each is a problem of
 * err: "[1]: 400 Bad Request: ...". Any other document is fine.
 */
bool items_check(const struct request *request, struct span document, struct error *err) MUST_CHECK;

#endif
