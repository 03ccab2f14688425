/* SPDX-License-Identifier: Apache-2.0 */
/* What people call things, in the place of ids: which parameters hold it, and what their ids are. */
#ifndef LOOKUP_H
#define LOOKUP_H

#include "action/operation.h"
#include "client/client.h"

/* A text among the parameters of a call that must be asked for. */
struct lookup_item;

/* What must be asked for before an action can be done. Start it as { 0 }. */
struct lookup {
	struct lookup_item *items;
	size_t count;
	struct json_object *found; /* the parameters that the ids are put into; owned; or NULL */
	const struct param *guess; /* of an id that might be a name; NULL: there is none */
};

/*
 * Puts what can be told without asking into the checked parameters in values (an id whose case was
 * mended, the id in a web address), and takes down what must be asked for. On calls that change
 * nothing, the number of an incident in the path is as good as an id.
 */
bool lookup_read(struct lookup *lookup, const struct operation *operation,
	struct json_object *values, struct error *err) MUST_CHECK;

/*
 * Asks for what lookup_read took down, and puts the ids into lookup->found, which
 * the caller has set to a copy of the values that were read. user is who asked, as
 * StackStorm names them, or NULL. Fails with ERROR_USAGE where a name fits nothing or several
 * things, with ERROR_CONFIG where nobody knows who "me" is, else as client_call; the sentence says
 * that nothing was done.
 */
bool lookup_ask(struct lookup *lookup, const struct operation *operation, struct client *client,
	const char *user, struct error *err) MUST_CHECK;

/* Behind a 404 to what may be a name in the shape of an id: how to say that it is one. Always returns false. */
bool lookup_hint(const struct lookup *lookup, struct json_object *values, struct error *err);

void lookup_done(struct lookup *lookup);

#endif
