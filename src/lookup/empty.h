/* SPDX-License-Identifier: Apache-2.0 */
/* Detects that a list lacks something because a name was taken for an id. */
#ifndef LOOKUP_EMPTY_H
#define LOOKUP_EMPTY_H

#include "client/client.h"
#include "lookup/lookup.h"

/*
 * If a filter has an unknown id, PagerDuty lists nothing for it and does not say why. So after a
 * list that does not contain the id of a filter, this fails with ERROR_USAGE if the id has the form
 * of a name ("POSTGRES", "RABBIT01", "RABBIT1") and is the name of a thing; the sentence says how
 * to give a name. Nobody is asked about an id of the usual form, nor about one that was marked by
 * "id:" or found by a name. result is what the action returns. If the names cannot be read, the
 * result is kept.
 */
bool empty_check(struct client *client, const struct lookup *lookup, const struct text *result,
	struct error *err) MUST_CHECK;

#endif
