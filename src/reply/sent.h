/* SPDX-License-Identifier: Apache-2.0 */
/* Compares the things that were sent to be changed with those in the answer. */
#ifndef REPLY_SENT_H
#define REPLY_SENT_H

#include "json/json.h"

/*
 * Whether a thing that was sent, {"id", ...}, is in the answer and has the status that it was sent
 * with, if any. answer is the whole document; its member list is an array. If not, why becomes the
 * reason in words.
 */
bool sent_is_done(struct json_object *sent, struct json_object *answer, const char *list,
	struct text *why) MUST_CHECK;

#endif
