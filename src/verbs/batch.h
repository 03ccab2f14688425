/* SPDX-License-Identifier: Apache-2.0 */
/* Incidents that are changed by one request. */
#ifndef VERBS_BATCH_H
#define VERBS_BATCH_H

#include "verbs/progress.h"
#include "verbs/verb.h"

/*
 * Sends a batch and notes what happened to each incident. PagerDuty refuses a whole
 * batch because of one incident that it does not know. So a refused batch is halved until that
 * incident is alone; progress->splits is how often that may still be done. If PagerDuty refuses the
 * batch because some incidents already have the status, these are found first (again.h), and the
 * others are sent once more, in the same way.
 *
 * After a refusal the next batch is sent. After any other failure, which the next batch would meet
 * too, progress->over is set, and some incidents may have no outcome yet. Returns false if memory
 * runs out.
 */
bool batch_change(struct run *run, struct json_object *batch, struct progress *progress,
	struct error *err) MUST_CHECK;

#endif
