/* SPDX-License-Identifier: Apache-2.0 */
/* Asks PagerDuty for the things that somebody may have named. */
#ifndef LOOKUP_ASK_H
#define LOOKUP_ASK_H

#include "action/kind.h"
#include "client/client.h"

/*
 * Adds to out, as one JSON array, the records of a kind that may have this name: all pages of its
 * list, filtered by the name if the list allows that. Fails as list_all() and client_call() do.
 */
bool ask_list(struct client *client, enum kind kind, const char *name, struct text *out,
	struct error *err) MUST_CHECK;

/*
 * Adds the id of the incident with this number. host is the host of the web address that contained
 * the number; NULL: the number was given by itself. param is the name of the parameter, for
 * sentences. Fails with ERROR_USAGE if there is no such incident, or if the incident with this
 * number has a web address at another host; otherwise fails as client_call() does.
 */
bool ask_number(struct client *client, const char *param, const char *number, const char *host,
	struct text *out, struct error *err) MUST_CHECK;

/*
 * Adds the id of the user to whom the API key or token belongs. Fails as client_call() does.
 * *out_refused is true if it failed because the key belongs to no user, or may not ask this.
 */
bool ask_me(
	struct client *client, struct text *out, bool *out_refused, struct error *err) MUST_CHECK;

#endif
