/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Replaces what people call things by their ids: finds the parameters that hold names, and looks
 * the names up.
 */
#ifndef LOOKUP_H
#define LOOKUP_H

#include "action/operation.h"
#include "client/client.h"

/* A text in the parameters that must be looked up. */
struct lookup_item;

/* The look-ups that an action needs. Initialise it with { 0 }. */
struct lookup {
	struct lookup_item *items;
	size_t count;
	struct json_object *found; /* the parameters that the ids are put into; owned; or NULL */
	const struct param *guess; /* a parameter whose id may be a name; NULL: none */
};

/*
 * Replaces in values, the checked parameters, what needs no request: the id out of a web address,
 * an id in small letters. Notes what must be looked up by lookup_ask. On calls that change nothing,
 * the number of an incident in the path needs no look-up: PagerDuty takes it as an id.
 */
bool lookup_read(struct lookup *lookup, const struct operation *operation,
	struct json_object *values, struct error *err) MUST_CHECK;

/* Returns whether a parameter says "me", or "mine", so that the asking user must be known. */
bool lookup_names_asker(const struct lookup *lookup);

/*
 * Asks for what lookup_read took down, and puts the ids into lookup->found, which
 * the caller has set to a copy of the values that were read. user is who asked, as
 * StackStorm names them, or NULL. Fails with ERROR_USAGE where a name fits nothing or several
 * things, with ERROR_CONFIG where nobody knows who "me" is, else as client_call; the sentence says
 * that nothing was done.
 */
bool lookup_ask(struct lookup *lookup, const struct operation *operation, struct client *client,
	const char *user, struct error *err) MUST_CHECK;

/*
 * After a 404: if what was given looks like an id but may be a name, adds how to say that it is a
 * name.
 */
void lookup_hint(const struct lookup *lookup, struct json_object *values, struct error *err);

void lookup_done(struct lookup *lookup);

#endif
