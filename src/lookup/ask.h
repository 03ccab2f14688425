/* SPDX-License-Identifier: Apache-2.0 */
/* Asks PagerDuty for the things that somebody may have named. */
#ifndef LOOKUP_ASK_H
#define LOOKUP_ASK_H

#include "action/kind.h"
#include "client/client.h"

/*
 * Adds to out, as one JSON array, the records of a kind that may have this name: all pages of its
 * list, filtered by the name if the list allows that. Fails as list_all and client_call.
 */
bool ask_list(struct client *client, enum kind kind, const char *name, struct text *out,
	struct error *err) MUST_CHECK;

/*
 * Adds the id of the incident with this number. host is that of the web address which had the
 * number, or NULL. ERROR_USAGE if there is no such incident (param names what was given), or if
 * PagerDuty says that the incident of this account has another host; else as client_call.
 */
bool ask_number(struct client *client, const char *param, const char *number, const char *host,
	struct text *out, struct error *err) MUST_CHECK;

/*
 * Adds the id of the user to whom the API key or token belongs. *out_refused: PagerDuty says that
 * it belongs to no user, or does not allow the question. Fails as client_call.
 */
bool ask_me(
	struct client *client, struct text *out, bool *out_refused, struct error *err) MUST_CHECK;

#endif
