/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The run of an action, which the functions of verbs/ (operation_run) get, and the requests that
 * they send.
 */
#ifndef VERBS_VERB_H
#define VERBS_VERB_H

#include "client/client.h"
#include "config/config.h"
#include "request/request.h"

struct lookup;

/* One run of an action. Everything is borrowed from run.c. */
struct run {
	const struct operation *operation;
	struct json_object *values; /* the checked parameters, defaults filled in */
	struct request *request; /* built from the row; zeroed where the row has no path */
	struct config *config;
	struct lookup *lookup; /* the things that were given by names; their ids are in values */
	struct client *client; /* open; knows the time that is left */
	/*
	 * For the error document: if some things were refused, a document that says what happened
	 * to each. Empty: there is none.
	 */
	struct text outcomes;
	bool doubtful; /* of some of these it is not known whether they were changed */
	/*
	 * What people are shown if the result says too little: an array of things as PagerDuty
	 * answered. Empty: they are shown the result itself.
	 */
	struct text told;
	bool shown; /* people are shown what was done, so that told is wanted */
	bool counts; /* lists say how many records there are beyond those asked for */
	long total; /* what the last list said then; 0: nothing */
	const char *user; /* StackStorm's name of the asking user; NULL: not known */
};

/*
 * Sends the request of a row and adds its result to out: one reply, or all pages of a list, as
 * the row says. values are those that the request was built from. Fails as client_call(),
 * reply_result() and list_all() do. If some things were refused, run->outcomes says which.
 */
bool verb_exchange(struct run *run, struct request *request, struct json_object *values,
	struct text *out, struct error *err) MUST_CHECK;

/*
 * Builds the request of the run's row from its values, and releases one that was built before. An
 * action that finds a value by other requests puts it into the values and calls this. Does nothing
 * for a row without a path. Fails as request_build() does.
 */
bool verb_build(struct run *run, struct error *err) MUST_CHECK;

/*
 * Builds and sends the request of another action of the table, by its name, and adds its result to
 * out. values are in the form that params_read() returns; they are not checked again. The values
 * of the configuration that the action needs must be among the needs of the run (needs.h). This is
 * so for actions that only read.
 */
bool verb_ask(struct run *run, const char *action, struct json_object *values, struct text *out,
	struct error *err) MUST_CHECK;

/* Like verb_ask(), but *out_result is a new reference to the result as a tree. */
bool verb_call(struct run *run, const char *action, struct json_object *values,
	struct json_object **out_result, struct error *err) MUST_CHECK;

#endif
