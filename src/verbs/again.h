/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Handles a batch of incidents that PagerDuty refuses because some already have the wanted status.
 */
#ifndef VERBS_AGAIN_H
#define VERBS_AGAIN_H

#include "verbs/progress.h"
#include "verbs/verb.h"

/*
 * Finds out what the incidents of the batch are, in a part of the time that is left and until
 * PagerDuty cannot be asked: hundreds of requests would use up its rate limit. If there are more
 * than progress->looks, reads pages of the newest incidents, until they have all of the batch or
 * progress->pages were read. Asks for each that is not on them, as often as progress->looks allows.
 * Notes those that have the status, that are resolved, or that PagerDuty does not know. Returns a
 * new array of the others, which may be sent once more, or NULL if memory runs out. refusal is that
 * of the batch.
 */
struct json_object *again_note(struct run *run, struct progress *progress,
	struct json_object *batch, const struct error *refusal, struct error *err) MUST_CHECK;

#endif
