/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a first try did whose answer was lost, so that the second is refused: it opened an
 * incident, and one with its incident_key is open; or it acknowledged or resolved one, which is
 * acknowledged or resolved already. PagerDuty has no other way to say so.
 */
#ifndef CLIENT_OWN_INCIDENT_H
#define CLIENT_OWN_INCIDENT_H

#include "http/http.h"
#include "request/request.h"

/* Whether this is such a refusal: of POST /incidents with an incident_key, or of PUT /incidents/ID with a status. */
bool own_incident_is_refused(const struct request *request, const struct error *refusal);

/*
 * Builds the request that finds it: the open incidents with that key on that service, since each
 * service has its own keys; or the one that was moved. Borrows from request. Returns false
 * without memory. To be ended by request_done().
 */
bool own_incident_find(struct request *find, const struct request *request) MUST_CHECK;

/* Seconds by which the clocks of PagerDuty's servers, which tell whole seconds, may differ. */
#define OWN_INCIDENT_SLACK 2

/*
 * Makes the reply to it what the refused request's own would have been: {"incident": {...}}. An
 * incident is one that the call opened only when it was made since the call began: began is that
 * moment by PagerDuty's clock, in seconds since 1970; below 0: not known, so that none is.
 * Returns false when there is no such incident, or it has another status than it was moved to, or
 * the reply is not readable.
 */
bool own_incident_take(
	const struct request *request, double began, struct http_reply *reply) MUST_CHECK;

#endif
