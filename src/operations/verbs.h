/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The functions of src/verbs/ that rows name. Each carries out an action that needs several
 * requests or none.
 */
#ifndef OPERATIONS_VERBS_H
#define OPERATIONS_VERBS_H

#include "action/operation.h"

/*
 * Finds out whether the account has an ability: {"available": true}, or false if PagerDuty answers
 * 402. Any other refusal is a failure.
 */
operation_run ability_test;

/*
 * Finds out whether the pack is configured: {"configuration": {"source", "set": [names of the keys
 * that are set], "region", "api_url", "events_url"}, "token": "user", "account" or "app" (made by
 * OAuth for an app), "user": {"id", "name", "email", "role"} (of a user's token), "from_email":
 * {"address", "known"}}; known is left out if the token may not look users up. Never contains a
 * value of a secret key.
 *
 * Sends GET /users/me. If that is refused because the token does not belong to a user, sends GET
 * /abilities. Sends GET /users for the address. Fails as client_call() does; the sentence then ends
 * with the source of the configuration and the keys that are set.
 */
operation_run auth_test;

/*
 * Changes the incidents of the request's body, 250 with one PUT /incidents, and adds an array with
 * an outcome for each incident, in their order: {"id", "status"}. If some were not changed, it
 * fails after all were tried, with the outcomes {"id", "error"} of these in the error document:
 * with ERROR_REFUSED if PagerDuty refused any, otherwise as client_call() does. After a refused
 * batch the next one is sent; after any other failure none is. A batch that is refused with 404 or
 * 400 is halved until the incident that PagerDuty does not know is alone, at most 32 times. If an
 * answer is lost, the sentence says that nobody knows what was changed. If a batch is refused
 * because something was done already, each of its incidents is looked up. Incidents that have the
 * status count as changed, with "already" (by whom and since when), unless a first try of this call
 * may have changed them; the others are sent again.
 */
operation_run incidents_change;

/*
 * Sends the request of the row. If it names no service, finds the only service that uses the
 * escalation policy, or one of the user's policies. If there is none, or if there are several,
 * fails with ERROR_USAGE and lists them.
 */
operation_run incident_page;

/*
 * Explains the refusal of a PUT /incidents/ID because the incident already has the status: asks for
 * the incident once, for a few seconds at most, and makes "PT4KHLK is already acknowledged by ..."
 * the sentence of err. After another failure, or if the incident cannot be read, err is not
 * changed.
 */
operation_explain already_explain;

/*
 * Waits until an incident has the status of the parameter status, and adds the incident. A resolved
 * incident counts as acknowledged. It is looked up at once, after 2 s, and then at growing
 * intervals of up to 30 s. The last look-up is when the time is over: after the seconds of the
 * parameter period, or at the runner's limit. Then the action fails with ERROR_UNAVAILABLE. If a
 * look-up gets no answer, the wait goes on; any other failure ends the action.
 */
operation_run incident_wait;

/*
 * Adds an array of the present on-calls, as GET /oncalls lists them, the lowest level first.
 * Exactly one parameter says for what: schedule_id, escalation_policy_id, user_id, service_id or
 * team_id. For a service, its escalation policy is looked up first; for a team, its escalation
 * policies. Fails as verb_call() does.
 */
operation_run on_call_now;

/*
 * The actions of the event queue (docs/queue.md); the rows say what each returns. All fail with
 * ERROR_CONFIG if event_queue is not configured, and as queue_open() does. event_queue_drain fails
 * with the first failure after which an event still waits, event_queue_status with
 * ERROR_UNAVAILABLE if the oldest event is older than max_age.
 */
operation_run event_queue_drain, event_queue_list, event_queue_purge, event_queue_retry,
	event_queue_status;

/*
 * Requests the log entries since the last run, the oldest first, and dispatches each event as
 * StackStorm's trigger pagerduty.event. Each is dispatched at least once; it is dispatched again if
 * the process ended, or got no answer, between the trigger and recording it. The entries that were
 * handled are in StackStorm's datastore, as pagerduty.dispatched.ACCOUNT. The first run dispatches
 * nothing: it only records where to begin. The run ends when the time is over, and the next one
 * continues. Fails with ERROR_CONFIG if StackStorm's API cannot be reached, with ERROR_UNAVAILABLE
 * while another run is at work, and as list_all() does.
 */
operation_run log_entry_dispatch;

/*
 * Escalates an incident to the given level, or to the next level above its present assignees. Fails
 * with ERROR_USAGE if there is no next level.
 */
operation_run incident_escalate;

#endif
