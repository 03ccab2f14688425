/* SPDX-License-Identifier: Apache-2.0 */
/* The table of operations. Each action is one row in operations/<resource>.c. */
#ifndef ACTION_OPERATION_H
#define ACTION_OPERATION_H

#include "action/events_api.h"
#include "action/paging.h"
#include "action/param.h"
#include "action/recovery.h"
#include "base/error.h"
#include "base/text.h"

#include <json-c/json.h>
#include <stdbool.h>
#include <stddef.h>

/* The host of PagerDuty that gets the request. */
enum host {
	HOST_REST, /* api_url: with the API key */
	HOST_EVENTS, /* events_url: never with the API key; the key is in the body */
	HOST_QUEUE, /* none, or the hosts of the events in the queue */
};

/* Which part of a reply is the result. The shapes are those that the older pack returned. */
enum result {
	RESULT_WHOLE, /* the whole document; if the row has .member, that must be an object in it */
	RESULT_WHOLE_LIST, /* the whole document; .member of it, or the document, is an array */
	/* the object that .member names; "a/b" is the member b of the member a */
	RESULT_MEMBER,
	RESULT_ONE, /* as RESULT_MEMBER; of an array of one element, that element */
	RESULT_VALUE, /* as RESULT_MEMBER, but of any type, also null or a text */
	RESULT_LIST, /* the array that .member names; if the operation is paged, of all pages */
	RESULT_DELETED, /* {"deleted":true} after any reply that is not an error */
	RESULT_SUCCESS, /* {"success":true} after any reply that is not an error */
};

/* When a request may be sent again (docs/design.md). */
enum retry_class {
	RETRY_SAFE, /* GET, PUT, DELETE: on 429, 408, 500, 502, 503, 504 and network failure */
	RETRY_READ, /* a POST that only reads: repeated like a GET, over one connection */
	/* a POST with a de-duplication key: as RETRY_SAFE; without the key as RETRY_UNSENT */
	RETRY_KEYED,
	RETRY_UNSENT, /* any other POST: repeated on 429, or if nothing was sent */
};

/* Whether the From header must name the acting user; PagerDuty's specification says where. */
enum from_rule {
	/* sent with calls of the REST API that change something when an address is known */
	FROM_KNOWN,
	FROM_REQUIRED, /* refused before any request if none is known */
};

/*
 * How a 2xx reply says what happened to each of several things. PagerDuty may answer 2xx and yet
 * refuse some of them. The row sets one of word, refused_counts, problems and sent. If a thing was
 * refused, the action fails with ERROR_REFUSED, and the error document has the action's result as
 * its member "outcomes". An array of objects that have a number "status" needs no such column:
 * every reply is checked for one.
 *
 * Several rows share the ones in operations/common.c:
 *     .outcome = &outcome_subscriptions
 */
struct outcome {
	/* The member of the reply that is the array; used with word and with sent. */
	const char *list;
	const char *word; /* the member of each element that says what happened to it */
	/* The words that mean "done", ended by NULL; any other word means "refused". */
	const char *const *done;
	const char *name; /* the member of each element that names the thing, for sentences */
	/* Members of the reply that count what was not done, ended by NULL. */
	const char *const *refused_counts;
	const char *done_count; /* the member that counts what was done */
	/* A member of the reply that is an array of texts; if it has any, nothing was done. */
	const char *problems;
	/*
	 * A member of the body: objects, each of whose "id" must be in list again, with its
	 * "status"
	 */
	const char *sent;
};

/*
 * A hint after a refusal of an action of one resource. Hints for all actions are in
 * reply/refusal.c.
 */
struct hint {
	long status; /* 0: any */
	const char *says; /* a word of PagerDuty's sentence, in any case; NULL: any sentence */
	const char *text; /* what is added to the sentence; NULL ends an array of hints */
};

struct operation;

/*
 * Completes a body that a row cannot describe. values are the checked parameters with defaults.
 * body is borrowed and may be changed in place. Returns false with *err set on failure.
 */
typedef bool operation_shape(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err);

/*
 * Checks parameters against each other, or adds a default that is not constant, such as the time.
 * values are the checked parameters with defaults. Returns false with *err set on failure.
 */
typedef bool operation_prepare(
	const struct operation *operation, struct json_object *values, struct error *err);

/*
 * One run of an action (verbs/verb.h): what it was given, and the means to carry it out. Opaque to
 * the table, which only names the function.
 */
struct run;

/*
 * Carries an action out where one request cannot: several requests, or none. Adds one JSON
 * document to out. Returns false with *err set.
 */
typedef bool operation_run(struct run *run, struct text *out, struct error *err);

struct request;

/*
 * Adds details to a refusal, by asking PagerDuty for the thing. Leaves err unchanged if there is
 * nothing to add.
 */
typedef void operation_explain(struct run *run, const struct request *request,
	struct json_object *values, struct error *err);

struct operation {
	const char *name; /* of the action: "incident.get" */
	const char *summary; /* one line, as a command: "Get an incident." */
	const char *
		method; /* HTTP's; NULL: the parameter that is PLACE_METHOD has it (rest.request) */
	const char *path; /* below the base: "/incidents/{entity_id}" */
	enum host host;
	/* the Events API of an event; NULL: the row is not an event */
	const struct events_api *api;
	enum result result;
	/*
	 * The member of the reply (enum result); NULL: none. "{name}" is the value of that
	 * parameter.
	 */
	const char *member;
	enum paging paging;
	const struct timeline *timeline; /* NULL: the list cannot be split by time */
	enum retry_class retry;
	enum from_rule from;
	const char *wrapper; /* the member that the body is wrapped in, or NULL */
	/*
	 * Constant members of the body, as JSON text, or NULL. An object inside it is sent only if
	 * a parameter is placed inside that object: {"body":{"type":"incident_body"}} adds nothing
	 * if details is not given. The same holds for an array: its one object is repeated for each
	 * element that a parameter is placed in. A null is sent if no parameter gives that member.
	 */
	const char *constant;
	/*
	 * The member of the body (no wrapper) that de-duplicates: "dedup_key"; NULL if there is
	 * none.
	 */
	const char *key;
	bool make_key; /* make that key if it is not given */
	long throttle; /* a status that means "too many requests", as 429 always does; 0: none */
	/* Name of the schema of the parameter that is PLACE_DATA (schemas/NAME.json) */
	const char *schema;
	operation_prepare *prepare; /* or NULL */
	operation_shape *shape; /* or NULL */
	/* how the reply says what happened to each of several things; NULL: not at all */
	const struct outcome *outcome;
	/*
	 * The member of the record, inside the wrapper, with which the answer must have the record
	 * if the body gives it a value: "status". NULL: none.
	 */
	const char *confirms;
	const struct hint *hints; /* the first hint that fits is added to a refusal; NULL: none */
	operation_explain *explain; /* or NULL */
	/* Which refusals of a later try mean that an earlier one was carried out; NULL: none. */
	const struct recovery *recover;
	/*
	 * The function for an action that one request cannot carry out (verbs/), or NULL. If the
	 * row has a path, its request is built too, and --dry-run shows it.
	 */
	operation_run *run;
	/* The result shows the hosts of the configuration: region, api_url and events_url. */
	bool shows_hosts;
	/* the default time limit of the action in StackStorm, in seconds; 0: 60 */
	long timeout;
	/*
	 * The row that sends the same event by the other version of the Events API, or NULL. It is
	 * used if the configuration has only keys of that version. Each of its parameters has the
	 * name of one of this row's.
	 */
	const struct operation *other;
	const struct param *const *params; /* ended by NULL; NULL: none */
	const char *returns; /* what the result is, for people: "The incident." */
};

/* The rows of a file, sorted by name. */
struct operation_table {
	const struct operation *rows;
	size_t count;
};

/* All tables, ended by NULL: operations/tables.c.in. */
extern const struct operation_table *const operation_tables[];

/* Returns the row of an action, or NULL if there is none. */
const struct operation *operation_find(const char *name);

/*
 * Walks all rows in the order of their names: NULL starts, and NULL ends.
 *     for (row = operation_next(NULL); row; row = operation_next(row))
 */
const struct operation *operation_next(const struct operation *previous);

/* Returns the name of the action that is nearest to an unknown one, or NULL. */
const char *operation_nearest(const char *name);

/*
 * Walks the parameters of a row, those that every action has (account) after its own. index from
 * 0; NULL past the end.
 *     for (size_t i = 0; (param = operation_param(operation, i)); i++)
 */
const struct param *operation_param(const struct operation *operation, size_t index);

/* Returns the parameter with this name, or NULL. */
const struct param *operation_find_param(const struct operation *operation, const char *name);

/* Returns the first parameter of the row with this place, or NULL. */
const struct param *operation_param_of(const struct operation *operation, enum place place);

/*
 * Adds param_describe(), and for a time of an operation without a parameter time_zone, who decides
 * its zone. Returns false if memory runs out.
 */
bool operation_describe_param(
	const struct operation *operation, const struct param *param, struct text *out);

/* Returns whether the parameters ask for a text for chat. values may be NULL. */
bool operation_is_for_chat(struct json_object *values);

/*
 * Returns whether the operation changes something at PagerDuty: any method but GET, except a POST
 * that only reads.
 */
bool operation_changes(const struct operation *operation);

/*
 * Returns whether the operation changes only some members of an existing thing: a PUT with a
 * wrapper.
 */
bool operation_updates(const struct operation *operation);

#endif
