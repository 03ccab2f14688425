/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Recognizes the incidents that an earlier try of the same call opened or changed (struct
 * recovery).
 */
#ifndef OPERATIONS_OWN_INCIDENT_H
#define OPERATIONS_OWN_INCIDENT_H

#include "action/recovery.h"

/* Seconds by which the clocks of PagerDuty's servers may differ. Their times are whole seconds. */
#define OWN_INCIDENT_SLACK 2

/*
 * For POST /incidents with an incident_key: an incident with that key is already open. Lists the
 * open incidents with the key on the service, because each service has its own keys. Takes one that
 * was created since the call began; if that time is not known, takes none.
 */
extern const struct recovery recovery_of_opening;

/*
 * For PUT /incidents/ID with only a status: the incident is already acknowledged or resolved. Takes
 * the incident if it has that status.
 */
extern const struct recovery recovery_of_status;

/*
 * Returns the status that an incident is to get, as it is sent in a PUT, borrowed. Returns NULL if
 * it gets none, or if something else is to be changed as well: then the incident's status does not
 * show whether that was done. incident may be NULL.
 */
const char *own_incident_new_status(struct json_object *incident);

#endif
