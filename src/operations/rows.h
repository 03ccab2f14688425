/* SPDX-License-Identifier: Apache-2.0 */
/* What rows share: parameters that recur, written once, and how a file's table is exported. */
#ifndef OPERATIONS_ROWS_H
#define OPERATIONS_ROWS_H

#include "action/operation.h"

/* Ends a file: its rows, which stand in `rows`, as the table of a resource. */
#define TABLE(resource) const struct operation_table operations_##resource = { rows, COUNT(rows) }

/* An id in the path. what: "the incident". */
#define PATH_ID(name_, what, sample)                                                         \
	{                                                                                    \
		.name = (name_), .place = PLACE_PATH, .type = TYPE_STRING, .required = true, \
		.description = "Id of " what ".", .example = "\"" sample "\""                \
	}
#define ENTITY_ID(what, sample) PATH_ID("entity_id", what, sample)
#define INCIDENT_ID ENTITY_ID("the incident", "PT4KHLK")

/* A member of the query. */
#define QUERY(name_, type_, description_)                               \
	{                                                               \
		.name = (name_), .place = PLACE_QUERY, .type = (type_), \
		.description = (description_)                           \
	}
#define TEAM_IDS                                                                             \
	QUERY("team_ids", TYPE_LIST,                                                         \
		"Only what belongs to these teams (ids); the account must have the ability " \
		"`teams`.")
#define SERVICE_IDS(what) QUERY("service_ids", TYPE_LIST, what " of these services (ids).")
#define USER_IDS(description_) QUERY("user_ids", TYPE_LIST, description_)
#define SINCE(description_) QUERY("since", TYPE_TIME, description_)
#define UNTIL(description_) QUERY("until", TYPE_TIME, description_)
#define SORT_BY(description_, ...)                                            \
	{                                                                     \
		.name = "sort_by", .place = PLACE_QUERY, .type = TYPE_STRING, \
		.values = VALUES(__VA_ARGS__), .description = description_    \
	}
#define SORT_BY_NAME \
	SORT_BY("Order of the list; without it, by name.", "name", "name:asc", "name:desc")
#define INCLUDE(values_)            \
	QUERY("include", TYPE_LIST, \
		"Details to include in full instead of as references: " values_ ".")
#define FIND_QUERY(what) QUERY("query", TYPE_STRING, "Only " what " matches this text.")

#define TIME_ZONE(initial_)                                                                       \
	{                                                                                         \
		.name = "time_zone", .place = PLACE_QUERY, .type = TYPE_STRING,                   \
		.initial = (initial_),                                                            \
		.description = "Time zone that times in the result are given in, such as UTC or " \
			       "Europe/Paris."                                                    \
	}
#define IS_OVERVIEW                                                                \
	{                                                                          \
		.name = "is_overview", .place = PLACE_QUERY, .type = TYPE_BOOLEAN, \
		.initial = "false",                                                \
		.description = "Only the most important changes of an incident."   \
	}

/* How many records of a list: exactly; 0 is all. */
#define MAXIMUM_OF(initial_)                                                       \
	{                                                                          \
		.name = "maximum", .place = PLACE_CONTROL, .type = TYPE_INTEGER,   \
		.initial = (initial_), .most = 1000000,                            \
		.description = "How many records to return at the most; 0 is all." \
	}
#define MAXIMUM MAXIMUM_OF("25")
#define MAXIMUM_ALL MAXIMUM_OF("0")
#define PARTIAL                                                                             \
	{                                                                                   \
		.name = "partial", .place = PLACE_CONTROL, .type = TYPE_BOOLEAN,            \
		.initial = "false",                                                         \
		.description = "Where more than 10,000 records match, which is as many as " \
			       "PagerDuty lists, return the "                               \
			       "first of them instead of failing."                          \
	}

/* On whose behalf. */
#define FROM_EMAIL                                                                           \
	{                                                                                    \
		.name = "from_email", .place = PLACE_FROM, .type = TYPE_EMAIL,               \
		.description =                                                               \
			"E-mail address of the PagerDuty user who acts; by default that of " \
			"the configuration's users, then its from_email.",                   \
		.example = "\"ana@example.com\""                                             \
	}

/*
 * The integration key of an event, or the name of one among service_keys or routing_keys of the
 * configuration: name_ is "service_key" or "routing_key".
 */
#define INTEGRATION_KEY(name_)                                                                  \
	{ .name = (name_),                                                                      \
		.place = PLACE_KEY,                                                             \
		.type = TYPE_STRING,                                                            \
		.secret = true,                                                                 \
		.description = "Integration key of the service; without it, service, or " name_ \
			       " of the configuration." },                                      \
	{                                                                                       \
		.name = "service", .place = PLACE_KEY_NAME, .type = TYPE_STRING,                \
		.description = "Name of the service among " name_ "s of the configuration, "    \
			       "instead of its key."                                            \
	}

/* A member of the body. */
#define BODY(name_, wire_, type_, description_)                                         \
	{                                                                               \
		.name = (name_), .wire = (wire_), .place = PLACE_BODY, .type = (type_), \
		.description = (description_)                                           \
	}
#define BODY_REQUIRED(name_, wire_, type_, description_, example_)                      \
	{                                                                               \
		.name = (name_), .wire = (wire_), .place = PLACE_BODY, .type = (type_), \
		.required = true, .description = (description_), .example = (example_)  \
	}

/* The whole body, inside its wrapper. */
#define DATA(what, example_)                                                                   \
	{                                                                                      \
		.name = "data", .place = PLACE_DATA, .type = TYPE_OBJECT, .required = true,    \
		.description = what " as PagerDuty's REST API takes it, without its wrapper.", \
		.example = (example_)                                                          \
	}

/* A change to what is there, from a document that names what shall be different. */
#define UPDATE(member_, path_)                                                          \
	.method = "PUT", .path = (path_), .result = RESULT_MEMBER, .member = (member_), \
	.from = FROM_KNOWN, .wrapper = (member_), .schema = (member_)
#define CHANGES(what, example_)                                                                            \
	{                                                                                                  \
		.name = "data", .place = PLACE_DATA, .type = TYPE_OBJECT, .required = true,                \
		.description =                                                                             \
			"What shall be different of " what                                                 \
			", as PagerDuty's REST API takes it, without its wrapper; a list is given whole.", \
		.example = (example_)                                                                      \
	}

/* Events API v1, which answers 403 to what is too many requests. */
#define EVENTS_V1(event_type)                                                                    \
	.method = "POST", .path = "/generic/2010-04-15/create_event.json", .host = HOST_EVENTS,  \
	.result = RESULT_WHOLE, .retry = RETRY_KEYED, .from = FROM_NEVER, .key = "incident_key", \
	.throttle = 403, .shape = event_fit, .constant = "{\"event_type\":\"" event_type "\"}",  \
	.returns = "`{\"status\", \"message\", \"incident_key\"}`, as Events API v1 answers."

/* What a call that deletes or links returns. */
#define RETURNS_DELETED "`{\"deleted\": true}`"
#define RETURNS_SUCCESS "`{\"success\": true}`"

#endif
