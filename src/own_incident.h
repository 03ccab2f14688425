/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A new incident whose first try got no answer, and whose second is refused because an incident with its incident_key is open:
 * the first one opened it. PagerDuty has no other way to say so.
 */
#ifndef OWN_INCIDENT_H
#define OWN_INCIDENT_H

#include "http.h"
#include "request.h"

/* Whether this is such a refusal: of POST /incidents with an incident_key, saying that one is open. */
bool own_incident_is_refused(const struct request *request, const struct error *refusal);

/*
 * Builds the request that finds it: the open incidents with that key on that service, since each service has its own
 * keys. Borrows from request. Returns false without memory. To be ended by request_done().
 */
bool own_incident_find(struct request *find, const struct request *request) MUST_CHECK;

/*
 * Makes the reply to it what the refused request's would have been: {"incident": {...}}. Returns false when there is no
 * such incident, or the reply is not readable.
 */
bool own_incident_take(struct http_reply *reply) MUST_CHECK;

#endif
