/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds of things that parameters name. */
#ifndef ACTION_KIND_H
#define ACTION_KIND_H

#include "action/paging.h"

enum kind {
	KIND_NONE, /* the parameter names nothing, or a thing that has only an id */
	KIND_ADDON,
	KIND_ALERT_GROUPING_SETTING,
	KIND_AUTOMATION_ACTION,
	KIND_AUTOMATION_RUNNER,
	KIND_BUSINESS_SERVICE,
	KIND_CUSTOM_FIELD, /* of incidents */
	KIND_ESCALATION_POLICY,
	KIND_EVENT_ENRICHMENT,
	KIND_EVENT_ORCHESTRATION,
	KIND_EXTENSION,
	KIND_EXTENSION_SCHEMA,
	KIND_INCIDENT,
	KIND_INCIDENT_TYPE,
	KIND_INCIDENT_WORKFLOW,
	KIND_LICENSE,
	KIND_MAINTENANCE_WINDOW,
	KIND_PRIORITY,
	KIND_RULESET,
	KIND_SCHEDULE,
	KIND_SCHEDULE_V3,
	KIND_SERVICE,
	KIND_SERVICE_CUSTOM_FIELD,
	KIND_STANDARD,
	KIND_STATUS_DASHBOARD,
	KIND_STATUS_PAGE,
	KIND_TAG,
	KIND_TEAM,
	KIND_TEMPLATE,
	KIND_USER,
	KIND_VENDOR,
	KIND_WEBHOOK_SUBSCRIPTION,
	KIND_WORKFLOW_CONNECTION,
	KINDS
};

/* What may be given for a thing instead of its id. Any other text is a name. */
enum {
	KIND_TAKES_NUMBER = 1, /* "1234", "#1234", and no name */
	KIND_TAKES_EMAIL = 2,
	KIND_TAKES_ME = 4, /* "me", the asking user */
	/* Other forms of ids. */
	KIND_HAS_SHORT_IDS = 8, /* one or two letters, one or two digits: "T1" */
	KIND_HAS_LONG_IDS = 16, /* a UUID or a ULID */
	KIND_HAS_NULL = 32, /* the text null is a value of its own */
	KIND_HAS_WORDS = 64, /* PagerDuty takes a name in small letters: "incident_default" */
};

/*
 * The names of one kind of things, and the list in which a thing is found by its name. A kind
 * without a path has no such list: its things are found only by id, or by what the flags allow.
 */
struct kind_row {
	const char *thing, *things; /* in sentences: "service", "services" */
	unsigned flags;
	const char *path; /* the path of the list: "/services" */
	/* The query parameter that filters the list by name; NULL: the whole list is read. */
	const char *query;
	const char *member; /* the member of the reply that is the list: "services" */
	enum paging paging;
	const char *name; /* the member of a record that is its name */
	const char *also; /* another member by which a record is found, or NULL */
	/*
	 * The part of a web address before the id: "/incidents/". NULL: web addresses are not
	 * accepted.
	 */
	const char *folder;
	const char *address_rule; /* what an address must be, in words */
	const char *no_name_rule; /* for a kind without a list: what must be given, in words */
};

/*
 * Returns the kind for a type of PagerDuty's: "team", "teams", "team_reference". Returns KIND_NONE
 * if there is none, or if word is NULL.
 */
enum kind kind_of_type(const char *word);

/* Returns the row of a kind, never NULL. The row of KIND_NONE has no list. */
const struct kind_row *kind_row(enum kind kind);

/* Returns what may be given for a thing of a kind, in words: "id or name". */
const char *kind_given(enum kind kind);

#endif
