/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the record of a list that has a name. */
#ifndef LOOKUP_MATCH_H
#define LOOKUP_MATCH_H

#include "action/kind.h"
#include "base/error.h"
#include "json/span.h"

/* The name that is looked for. */
struct wanted {
	enum kind kind;
	const char *param; /* the parameter it was given for, for sentences: "user_ids[1]" */
	const char *name; /* a name, or an e-mail address if the kind allows it */
	bool loosely; /* if no name is equal, a single name that contains it is accepted */
};

/*
 * Finds the only record of list (an array) with the wanted name, ignoring case, and adds its id to
 * out. Fails with ERROR_USAGE if there is none, and names the nearest, or if there are several:
 * then err lists at most ten, each with its name and id.
 */
bool match_find(const struct wanted *wanted, struct span list, struct text *out,
	struct error *err) MUST_CHECK;

/*
 * Counts the records of list with the wanted name. If none has exactly this name and
 * wanted->loosely is true, counts those whose name contains it. The id of the last one is put into
 * out_id, which is emptied before. "service \"Web shop\" (PIJ90N7)" is added to out_shown for each,
 * at most ten times.
 */
size_t match_count(
	const struct wanted *wanted, struct span list, struct text *out_id, struct text *out_shown);

#endif
