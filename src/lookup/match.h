/* SPDX-License-Identifier: Apache-2.0 */
/* Which record of a list is meant by a name. */
#ifndef LOOKUP_MATCH_H
#define LOOKUP_MATCH_H

#include "action/kind.h"
#include "base/error.h"
#include "json/span.h"

/* What is looked for. */
struct wanted {
	enum kind kind;
	const char *param; /* the parameter it was given for, for sentences: "user_ids[1]" */
	const char *name; /* an e-mail address where the kind takes one */
	bool loosely; /* a name that is the only one to contain it will do */
};

/*
 * Finds the one record of list (an array) whose name is the one wanted, without regard to case,
 * and adds its id to out. Fails with ERROR_USAGE where none is, naming the nearest, and where
 * several are: then err lists ten at the most, each with its name and id.
 */
bool match_find(const struct wanted *wanted, struct span list, struct text *out,
	struct error *err) MUST_CHECK;

/*
 * How many records of list are called so: exactly, or, where wanted is loose and none is, by a
 * name that contains it. The id of the last one is added to out_id, which is emptied before, and
 * "service \"Web shop\" (PIJ90N7)" of each to out_shown, ten at the most.
 */
size_t match_count(
	const struct wanted *wanted, struct span list, struct text *out_id, struct text *out_shown);

#endif
