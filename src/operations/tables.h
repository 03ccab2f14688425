/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of operations/, one file a resource. */
#ifndef OPERATIONS_TABLES_H
#define OPERATIONS_TABLES_H

#include "action/operation.h"

extern const struct operation_table operations_auth;
extern const struct operation_table operations_escalation_policy;
extern const struct operation_table operations_event;
extern const struct operation_table operations_incident;
extern const struct operation_table operations_integration;
extern const struct operation_table operations_log_entry;
extern const struct operation_table operations_maintenance_window;
extern const struct operation_table operations_notification;
extern const struct operation_table operations_on_call;
extern const struct operation_table operations_rest;
extern const struct operation_table operations_schedule;
extern const struct operation_table operations_service;
extern const struct operation_table operations_team;
extern const struct operation_table operations_user;

#endif
