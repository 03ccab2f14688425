/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the text that a caller gave for a thing: is it an id, or a name that must be looked up? */
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
	/* The id, number or name itself; borrowed from the text, or from mended. */
	const char *start;
	size_t len;
	bool forced; /* by id: or name: */
	char mended[NAMED_ID_MOST + 1]; /* an id after its small letters became capitals */
};

/*
 * Reads the text that a caller gave for a thing of this kind. A text that matches
 * ^[PQR][0-9A-Z]{6,13}$ is an id. Where things of the kind have no names, every text is an id.
 * "id:X" and "name:X" force one or the other. For an incident, the id is taken out of a web address
 * or out of quotes, and small letters in it become capitals; for a user, the address is taken out
 * of Slack's "<mailto:...>". out must not be moved while start is used.
 *     "PT4KHLK"       NAMED_BY_ID    "PT4KHLK"
 *     "#1234"         NAMED_BY_NUMBER "1234" (an incident)
 *     "name:PT4KHLK"  NAMED_BY_NAME  "PT4KHLK", forced
 */
void named_read(enum kind kind, const char *text, struct named *out);

#endif
