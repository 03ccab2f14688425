/* SPDX-License-Identifier: Apache-2.0 */
/* Replies that answer several things at once, each with a status of its own. */
#ifndef REPLY_ITEMS_H
#define REPLY_ITEMS_H

#include "base/error.h"
#include "json/span.h"

/*
 * Looks for such items in a 2xx document: an array, or an array that is a member of the document,
 * of objects that all have a number "status", as POST /schedules/{id}/overrides and the 207 of
 * the REST API answer. Fails with ERROR_REFUSED when the status of one or more is 400 or above;
 * the sentence counts them, and each is a problem of err: "[1]: 400 Bad Request: ...". Any other
 * document is fine.
 */
bool items_check(struct span document, struct error *err) MUST_CHECK;

#endif
