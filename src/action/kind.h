/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds of things that parameters name. */
#ifndef ACTION_KIND_H
#define ACTION_KIND_H

enum kind {
	KIND_NONE, /* the parameter names no thing, or one that can be found by its id alone */
	KIND_ADDON,
	KIND_ALERT_GROUPING_SETTING,
	KIND_AUTOMATION_ACTION,
	KIND_AUTOMATION_RUNNER,
	KIND_BUSINESS_SERVICE,
	KIND_ESCALATION_POLICY,
	KIND_EVENT_ORCHESTRATION,
	KIND_EXTENSION,
	KIND_EXTENSION_SCHEMA,
	KIND_INCIDENT,
	KIND_INCIDENT_TYPE,
	KIND_INCIDENT_WORKFLOW,
	KIND_MAINTENANCE_WINDOW,
	KIND_PRIORITY,
	KIND_SCHEDULE,
	KIND_SERVICE,
	KIND_STATUS_DASHBOARD,
	KIND_STATUS_PAGE,
	KIND_TAG,
	KIND_TEAM,
	KIND_TEMPLATE,
	KIND_USER,
	KIND_VENDOR,
	KIND_WEBHOOK_SUBSCRIPTION,
	KINDS
};

/* What may be given for a thing of this kind, for people: "id". */
const char *kind_given(enum kind kind);

#endif
