/* SPDX-License-Identifier: Apache-2.0 */
/* Incidents that are changed by one request. */
#ifndef VERBS_BATCH_H
#define VERBS_BATCH_H

#include "verbs/progress.h"
#include "verbs/verb.h"

/* Returns whether PagerDuty may have carried out a request that failed. */
bool batch_is_unknown(const struct client *client, const struct error *failure);

/*
 * Adds why an incident of a request with count of them was not changed. lost: nobody knows whether
 * it was.
 */
void batch_add_reason(struct text *out, const struct error *failure, size_t count, bool lost);

/*
 * Sends PUT /incidents for the incidents of an array. Fails as client_call, or as reply_read. *out
 * is the answer, and points into the body of reply.
 */
bool batch_send(struct run *run, struct json_object *batch, struct http_reply *reply,
	struct span *out, struct error *err) MUST_CHECK;

/*
 * Sends a batch and notes what happened to each incident. PagerDuty refuses all of it for one that
 * it does not know, so a batch that is refused is halved until that one is alone; progress->splits
 * is how often that may still be done. *out_go_on: whether to send the next batch. After a refusal
 * it is sent; after any other failure it would fail in the same way. Returns false if memory runs
 * out.
 */
bool batch_change(struct run *run, struct json_object *batch, struct progress *progress,
	bool *out_go_on, struct error *err) MUST_CHECK;

/* Makes a new array of a slice of an array. Returns NULL if memory runs out. */
struct json_object *batch_slice(struct json_object *list, size_t start, size_t most);

#endif
