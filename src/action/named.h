/* SPDX-License-Identifier: Apache-2.0 */
/* What a text says that was given for a thing: its id, or something that it must be found by. */
#ifndef ACTION_NAMED_H
#define ACTION_NAMED_H

#include "action/kind.h"
#include "base/scope.h"

#include <stdbool.h>
#include <stddef.h>

enum named_by {
	NAMED_BY_ID, /* goes out as it is */
	NAMED_BY_NUMBER, /* of an incident; digits alone */
	NAMED_BY_NAME, /* or an e-mail address */
	NAMED_ME,
	NAMED_WRONG, /* none of these; start says what is wanted, for "must be ..." */
};

enum { NAMED_ID_MOST = 14 }; /* characters of PagerDuty's usual ids */

struct named {
	enum named_by by;
	const char *start; /* what was meant; borrowed from the text, or from mended */
	size_t len;
	bool forced; /* by id: or name: */
	char mended[NAMED_ID_MOST + 1]; /* an id whose case was mended */
};

/*
 * Reads text as it was given for a thing of this kind. ^[PQR][0-9A-Z]{6,13}$ is an id, and so is
 * everything of a kind that has no names; "id:X" and "name:X" force the one or the other. Of
 * incidents the web address, quotes around it and the case of an id are mended; of users what
 * Slack makes of an address. out must stay where it is while start is used.
 */
void named_read(enum kind kind, const char *text, struct named *out);

#endif
