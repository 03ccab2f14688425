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
 * Of POST /incidents with an incident_key: an incident with that key is open already. Lists the
 * open incidents with the key on the service, since each service has its own keys. Takes one that
 * was made since the call began; if that moment is not known, none.
 */
extern const struct recovery recovery_of_opening;

/*
 * Of PUT /incidents/ID with a status and nothing else: the incident is acknowledged or resolved
 * already. Takes the incident if it has that status.
 */
extern const struct recovery recovery_of_status;

#endif
