/* SPDX-License-Identifier: Apache-2.0 */
/* One request to the sandbox and its answer, without HTTP around it. */
#ifndef CALL_H
#define CALL_H

#include <json-c/json.h>
#include <stdbool.h>

enum {
	CALL_IDS = 2, /* ids that a path can hold */
	CALL_ID = 64, /* bytes of one, NUL included */
};

struct call {
	const char *method, *path;
	const char *authorization, *from; /* header fields; NULL when absent */
	/* The user to whom the key belongs; NULL: the account's key. Borrowed. */
	struct json_object *user;
	struct json_object *query; /* name -> array of texts; a name without its [] */
	struct json_object *body; /* NULL when there is none */
	bool bad_body; /* there is one, but it is no JSON object */
	char ids[CALL_IDS][CALL_ID]; /* what stands for the {} of the route's path, decoded */
	long status; /* the answer */
	struct json_object *reply; /* NULL: no content */
};

/* The first value of a member of the query, or NULL. Borrowed. */
const char *call_query(const struct call *call, const char *name);

/* Returns whether a list member of the query is absent or has this value. */
bool call_allows(const struct call *call, const char *name, const char *value);

/* Returns whether a list member of the query has this value. */
bool call_lists(const struct call *call, const char *name, const char *value);

/* Answers with a document, taking it over. */
void call_answer(struct call *call, long status, struct json_object *reply);

/* Answers with {name: value}, taking value over. */
void call_answer_member(
	struct call *call, long status, const char *name, struct json_object *value);

/*
 * Answers as PagerDuty does when it refuses: {"error": {"message", "code", "errors"}}
 * (REST-API/14-Errors). problem: the one entry of errors, or NULL for none.
 */
void call_refuse(
	struct call *call, long status, long code, const char *message, const char *problem);

/* 404 with code 2100. */
void call_not_found(struct call *call);

/* 405, with the code that PagerDuty's table has for an operation that cannot be. */
void call_not_allowed(struct call *call);

/* 400 with code 2001: what most bad input gets. */
void call_invalid(struct call *call, const char *problem);

/* A member of object as text; "" when there is none. Borrowed. */
const char *call_text(struct json_object *object, const char *name);

/* A member of object that is an array, or NULL: what a caller sends may be anything. Borrowed. */
struct json_object *call_array(struct json_object *object, const char *name);

/* How many items an array has; 0 of NULL. */
size_t call_count(struct json_object *array);

#endif
