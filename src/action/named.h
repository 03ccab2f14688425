/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the text that a caller gave for a thing, and decides whether it is an id or a name. */
#ifndef ACTION_NAMED_H
#define ACTION_NAMED_H

#include "action/kind.h"
#include "base/scope.h"

#include <stdbool.h>
#include <stddef.h>

enum named_by {
	NAMED_BY_ID, /* an id, which is sent as it is */
	NAMED_BY_NUMBER, /* the number of an incident: only digits */
	NAMED_BY_NAME, /* a name or an e-mail address */
	NAMED_ME, /* the asking user */
	NAMED_WRONG, /* none of these; start says what is needed, for "must be ..." */
};

enum { NAMED_ID_LEAST = 7, NAMED_ID_MOST = 14 }; /* characters of PagerDuty's usual ids */

struct named {
	enum named_by by;
	/* The id, number or name; borrowed from the text, or from mended. */
	const char *start;
	size_t len;
	/* The host of the web address that it was taken out of; borrowed; host_len 0: of none. */
	const char *host;
	size_t host_len;
	/* The text is sent as an id, but PagerDuty has no ids of this form: it may be a name. */
	bool doubtful;
	bool forced; /* the text began with "id:" or "name:" */
	char mended[NAMED_ID_MOST + 1]; /* an id whose small letters became capitals */
};

/* Returns whether an id of PagerDuty's may begin with this character. */
bool named_begins_id(char c);

/*
 * Reads the text that a caller gave for a thing of a kind. A text that matches
 * ^[PQR][0-9A-Z]{6,13}$ is an id. If things of the kind have no names, every text is an id. "id:X"
 * and "name:X" force one or the other. An incident may also be given by its web address or in
 * quotes, and small letters of its id become capitals. A user may be given as Slack's
 * "<mailto:...>". out must not be moved while start is used, which may point into it.
 *     "PT4KHLK"       NAMED_BY_ID    "PT4KHLK"
 *     "#1234"         NAMED_BY_NUMBER "1234" (an incident)
 *     "name:PT4KHLK"  NAMED_BY_NAME  "PT4KHLK", forced
 */
void named_read(enum kind kind, const char *text, struct named *out);

#endif
