/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Recognizes our own work. If the answer to a first try is lost, a second try may be refused
 * because the first one succeeded: an incident with its incident_key is open already, or the
 * incident is acknowledged or resolved already. PagerDuty does not say that it was the same caller,
 * so the incident is looked up.
 */
#ifndef CLIENT_OWN_INCIDENT_H
#define CLIENT_OWN_INCIDENT_H

#include "http/http.h"
#include "request/request.h"

/* Whether this is such a refusal: of POST /incidents with an incident_key, or of PUT /incidents/ID with a status. */
bool own_incident_is_refused(const struct request *request, const struct error *refusal);

/*
 * Builds the request that finds the incident: a list of the open incidents with that key on that
 * service, since each service has its own keys; or the one incident that was changed. Borrows from
 * request. Returns false without memory. To be ended by request_done().
 */
bool own_incident_find(struct request *find, const struct request *request) MUST_CHECK;

/* Seconds by which the clocks of PagerDuty's servers, which tell whole seconds, may differ. */
#define OWN_INCIDENT_SLACK 2

/*
 * Turns the reply to that request into what the refused request would have been answered:
 * {"incident": {...}}. The call opened an incident only if it was made since the call began. began
 * is that moment by PagerDuty's clock, in seconds since 1970; below 0: not known, so that no
 * incident counts. Returns false if there is no such incident, if it does not have the status that
 * was asked for, or if the reply cannot be read.
 */
bool own_incident_take(
	const struct request *request, double began, struct http_reply *reply) MUST_CHECK;

#endif
