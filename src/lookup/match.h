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
 * Finds the one record of list (an array) whose name is the one wanted, without regard to case,
 * and adds its id to out. Fails with ERROR_USAGE where none is, naming the nearest, and where
 * several are: then err lists ten at the most, each with its name and id.
 */
bool match_find(const struct wanted *wanted, struct span list, struct text *out,
	struct error *err) MUST_CHECK;

/*
 * Counts the records of list with the wanted name. If none has exactly this name and
 * wanted->loosely is set, it counts those whose name contains it. The id of the last one is added
 * to out_id, which is emptied before, and "service \"Web shop\" (PIJ90N7)" of each to out_shown,
 * ten at the most.
 */
size_t match_count(
	const struct wanted *wanted, struct span list, struct text *out_id, struct text *out_shown);

#endif
