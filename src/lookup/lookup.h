/* SPDX-License-Identifier: Apache-2.0 */
/* Replaces names by ids: looks up the names that lookup_read() found in the parameters. */
#ifndef LOOKUP_H
#define LOOKUP_H

#include "action/operation.h"
#include "client/client.h"

struct lookup_item; /* lookup/item.h */

/* An id in a filter of a list, which nobody marked as an id: it may be a name. */
struct lookup_guess {
	const struct param *param;
	enum kind kind;
	char *id; /* owned */
};

/* The look-ups that an action needs. Initialise it with { 0 }. */
struct lookup {
	struct lookup_item *items;
	size_t count;
	struct json_object *found; /* the parameters that the ids are put into; owned; or NULL */
	const struct param *guess; /* a parameter whose id may be a name; NULL: none */
	struct lookup_guess *filters; /* the guesses in filters; owned */
	size_t filter_count;
};

/* Returns whether a parameter is "me" or "mine", so that the asking user must be known. */
bool lookup_names_asker(const struct lookup *lookup);

/*
 * Looks up what lookup_read() recorded, and puts the ids into lookup->found, which the caller has
 * set to a copy of the values that were read. user is StackStorm's name of the asking user, or
 * NULL. Fails with ERROR_USAGE if nothing or more than one thing has a name, with ERROR_CONFIG if
 * it is not known who "me" is, otherwise as client_call() does. The sentence says that nothing was
 * done.
 */
bool lookup_ask(struct lookup *lookup, const struct operation *operation, struct client *client,
	const char *user, struct error *err) MUST_CHECK;

/*
 * After a 404: if a given text looks like an id but may be a name, adds how to mark it as a name.
 */
void lookup_hint(const struct lookup *lookup, struct json_object *values, struct error *err);

void lookup_done(struct lookup *lookup);

#endif
