/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Handles a batch of incidents that PagerDuty refuses because some already have the wanted status.
 */
#ifndef VERBS_AGAIN_H
#define VERBS_AGAIN_H

#include "verbs/progress.h"
#include "verbs/verb.h"

/*
 * Asks for each incident of the batch, sends those once more that do not have the status, and notes
 * what became of each. failure is the refusal; *out_go_on as of batch_change. Returns false if
 * memory runs out.
 */
bool again_note(struct run *run, struct progress *progress, struct json_object *batch,
	const struct error *failure, bool *out_go_on, struct error *err) MUST_CHECK;

#endif
