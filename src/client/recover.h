/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds out whether an earlier try of a request was carried out, for rows that say how
 * (action/recovery.h).
 */
#ifndef CLIENT_RECOVER_H
#define CLIENT_RECOVER_H

#include "http/http.h"
#include "request/request.h"

/* Returns whether the refusal of a later try can mean that an earlier one was carried out. */
bool recover_is_refused(const struct request *request, const struct error *refusal);

/*
 * Builds the GET that shows the result of the earlier try. It borrows from request and must be
 * freed by request_done(). Returns false if memory runs out.
 */
bool recover_build(struct request *find, const struct request *request) MUST_CHECK;

/*
 * Turns the reply to that GET into the reply that the refused request would have had. began is when
 * the call began by PagerDuty's clock, in seconds since 1970; below 0: not known. Returns false if
 * the earlier try was not carried out, or if the reply cannot be read.
 */
bool recover_take(const struct request *request, double began, struct http_reply *reply) MUST_CHECK;

#endif
