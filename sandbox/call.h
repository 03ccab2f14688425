/* SPDX-License-Identifier: Apache-2.0 */
/* One request to the sandbox and its answer, without HTTP around it. */
#ifndef CALL_H
#define CALL_H

#include <json-c/json.h>
#include <stdbool.h>

enum {
	CALL_IDS = 2, /* ids in a path at most */
	CALL_ID = 64, /* bytes of an id, NUL included */
};

struct call {
	const char *method, *path;
	const char *authorization, *from; /* header fields; NULL if absent */
	/* The user to whom the key belongs, borrowed. NULL for the account's key. */
	struct json_object *user;
	struct json_object *query; /* an array of texts for each name, which has no "[]" */
	struct json_object *body; /* NULL when there is none */
	bool bad_body; /* the body is not a JSON object */
	char ids[CALL_IDS][CALL_ID]; /* the decoded parts of the path at each {} of the route */
	long status; /* the answer */
	struct json_object *reply; /* NULL: the answer has no content */
};

/* Returns the first value of a query parameter, or NULL. Borrowed. */
const char *call_query(const struct call *call, const char *name);

/* Returns whether a list in the query is absent or contains a value. */
bool call_allows(const struct call *call, const char *name, const char *value);

/* Returns whether a list in the query contains a value. */
bool call_lists(const struct call *call, const char *name, const char *value);

/* Answers with a document. Takes reply over. */
void call_answer(struct call *call, long status, struct json_object *reply);

/* Answers with {name: value}. Takes value over. */
void call_answer_member(
	struct call *call, long status, const char *name, struct json_object *value);

/*
 * Answers as PagerDuty does when it refuses: {"error": {"message", "code", "errors"}}. code is one
 * of action/code.h; problem is the one entry of errors, or NULL for none.
 */
void call_refuse(
	struct call *call, long status, long code, const char *message, const char *problem);

/* Answers 404 with CODE_NOT_FOUND. */
void call_not_found(struct call *call);

/* Answers 405 with CODE_INVALID_OPERATION. */
void call_not_allowed(struct call *call);

/* Answers 400 with CODE_INVALID_INPUT. */
void call_invalid(struct call *call, const char *problem);

/* Sets a member of object to a text; NULL is null. */
void call_set_text(struct json_object *object, const char *name, const char *text);

/* Returns a member of object as text, "" if there is none. Borrowed. */
const char *call_text(struct json_object *object, const char *name);

/*
 * Returns a member of object if it is an array, otherwise NULL: a caller may send anything.
 * Borrowed.
 */
struct json_object *call_array(struct json_object *object, const char *name);

/* Returns the number of items of an array, 0 for NULL. */
size_t call_count(struct json_object *array);

#endif
