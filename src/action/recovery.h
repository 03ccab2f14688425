/* SPDX-License-Identifier: Apache-2.0 */
/* How a row finds out whether an earlier try of its request was carried out. */
#ifndef ACTION_RECOVERY_H
#define ACTION_RECOVERY_H

#include "base/error.h"
#include "base/text.h"
#include "json/span.h"

#include <json-c/json.h>
#include <stdbool.h>

/*
 * If the answer to a first try is lost, PagerDuty may refuse a second try because the first one
 * succeeded. It does not say that it was the same caller, so the thing is looked up: by a GET of
 * the address that was written to, in the REST API. A row names the functions that know such a
 * refusal, and the thing. body is what was sent; key is its de-duplication key, or NULL.
 *
 *     .recover = &recovery_of_status
 */
struct recovery {
	/* Returns whether a refusal can mean that an earlier try was carried out. */
	bool (*is_refused)(struct json_object *body, const char *key, const struct error *refusal);
	/* Adds the query of the GET; NULL: it has none. Returns false if memory runs out. */
	bool (*add_query)(struct json_object *body, const char *key, struct text *query);
	/*
	 * Adds what the refused request would have been answered with to out. found is the
	 * document that answers the GET. began is the moment at which the call began by PagerDuty's
	 * clock, in seconds since 1970; below 0: not known. Returns false if the thing is not
	 * there, if it is not as this call would have left it, or if memory runs out.
	 */
	bool (*take)(struct json_object *body, const char *key, double began, struct span found,
		struct text *out);
};

#endif
