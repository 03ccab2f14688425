/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/tables.h"

/* Every resource, in the order of its file's name. */
const struct operation_table *const operation_tables[] = {
	&operations_auth,
	&operations_escalation_policy,
	&operations_event,
	&operations_incident,
	&operations_integration,
	&operations_log_entry,
	&operations_maintenance_window,
	&operations_notification,
	&operations_on_call,
	&operations_rest,
	&operations_schedule,
	&operations_service,
	&operations_team,
	&operations_user,
	NULL,
};
