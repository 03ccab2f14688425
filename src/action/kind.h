/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds of things that parameters name. */
#ifndef ACTION_KIND_H
#define ACTION_KIND_H

#include "action/paging.h"

enum kind {
	KIND_NONE, /* the parameter names no thing, or one that is found only by its id */
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

/* What may be given for a thing beside its id; texts that fit none of these are names. */
enum {
	KIND_TAKES_NUMBER = 1, /* "1234", "#1234" */
	KIND_TAKES_ADDRESS = 2, /* its address on the web */
	KIND_TAKES_EMAIL = 4,
	KIND_TAKES_ME = 8, /* whoever asks */
	/* Further shapes of ids. */
	KIND_HAS_SHORT_IDS = 16, /* a letter or two, a digit or two: "T1" */
	KIND_HAS_LONG_IDS = 32, /* a UUID, a ULID */
	KIND_HAS_NULL = 64, /* the text null is a value of its own */
	KIND_HAS_WORDS = 128, /* PagerDuty takes a name in small letters: "incident_default" */
};

/*
 * What people call things of one kind, and the list in which one of them is found by its name. A
 * kind without a path has no such list: its things are found only by id, or by what the flags
 * allow.
 */
struct kind_row {
	const char *thing, *things; /* in sentences: "service", "services" */
	unsigned flags;
	const char *path; /* where the list is: "/services" */
	/* The query parameter that filters the list by name; NULL: the whole list is read. */
	const char *query;
	const char *member; /* the member of the reply that is the list: "services" */
	enum paging paging;
	const char *name; /* the record's member that is its name */
	const char *also; /* a second one, by which it can be found as well; NULL: none */
};

/*
 * The kind that PagerDuty means by a word: "team", "teams", "team_reference"; KIND_NONE when there
 * is none, or for NULL.
 */
enum kind kind_of_type(const char *word);

/* Never NULL. The row of KIND_NONE is a thing without a list. */
const struct kind_row *kind_row(enum kind kind);

/* What may be given for a thing of this kind, for people: "id or name". */
const char *kind_given(enum kind kind);

#endif
