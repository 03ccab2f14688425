/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The functions of src/verbs/ that rows name. Each carries out an action that needs several requests
 * or none.
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
 * Finds out whether the pack is configured: {"configuration": {"source", "set": [names of the keys that are
 * set], "region", "api_url", "events_url"}, "token": "user", "account" or "app" (made by OAuth for
 * an app), "user": {"id", "name", "email", "role"} (of a user's token), "from_email": {"address",
 * "known"}}; known is left out if the token may not look users up. Never contains a value of a
 * secret key.
 *
 * Sends GET /users/me. If that is refused because the token does not belong to a user, sends GET
 * /abilities. Sends GET /users for the address. Fails as client_call() does; the sentence then ends
 * with the source of the configuration and the keys that are set.
 */
operation_run auth_test;

/*
 * Sends the incidents of the request's body by 250 at a time, one PUT /incidents for each, and adds
 * an array with an outcome for each incident, in their order: {"id", "status"}. Where one or more
 * were not changed, it fails when all was tried, with these in the error document as outcomes:
 * {"id", "error"}. After a refused batch the next is still sent; after any other failure none is.
 * ERROR_REFUSED where PagerDuty refused any, else as client_call. A batch that is refused
 * with 404 or 400 is halved until the incident that PagerDuty does not know is alone, 32 times at
 * the most. If an answer is lost, the sentence says that nobody knows. If a batch is refused since
 * something was done already, each of its incidents is looked up: those that have the status count
 * as changed, with "already" (by whom and since when) unless a first try of this call may have
 * changed them; the others are sent again.
 */
operation_run incidents_change;

/*
 * Sends the request of the row. If it names no service, finds the only service that uses the
 * escalation policy, or one of the user's policies. If there is none, or if there are several, fails
 * with ERROR_USAGE and lists them.
 */
operation_run incident_page;

/*
 * Explains the refusal of a PUT /incidents/ID because the incident already has the status: asks for
 * the incident once, for a few seconds at most, and makes "PT4KHLK is already acknowledged by ..."
 * the sentence of err. After another failure, or if the incident cannot be read, err is not changed.
 */
operation_explain already_explain;

/*
 * Looks at an incident until it has the status of the parameter status, and adds the incident. An
 * incident that is resolved counts as acknowledged. The first look is at once, the next after 2 s,
 * then at growing distances of up to 30 s; the last is when the time is over: after the seconds of
 * the parameter period, or as the runner's limit says. Then it fails with ERROR_UNAVAILABLE. If a
 * look gets no answer, it goes on; any other failure ends the action.
 */
operation_run incident_wait;

/*
 * Adds an array of those who are on call now, as GET /oncalls has them, the lowest level first.
 * Exactly one parameter says for what: schedule_id, escalation_policy_id, user_id, service_id or
 * team_id. For a service its escalation policy is asked for first, for a team its escalation
 * policies. Fails as verb_call.
 */
operation_run on_call_now;

/*
 * The event queue (docs/queue.md); the rows say what each returns. All fail with ERROR_CONFIG
 * where event_queue is not configured, and as queue_open does. event_queue_drain fails as the
 * first delivery after which something still waits, event_queue_status with ERROR_UNAVAILABLE
 * where the oldest event is older than max_age.
 */
operation_run event_queue_drain, event_queue_list, event_queue_purge, event_queue_retry,
	event_queue_status;

/*
 * Asks for the log entries since the last time, oldest first, and dispatches each that is an event
 * as StackStorm's trigger pagerduty.event: each at least once, and once but where the process
 * ends, or gets no answer, between the trigger and writing it down. What was handled is in
 * StackStorm's datastore, as pagerduty.dispatched.ACCOUNT. The first time dispatches nothing: it
 * begins there. Ends when the time is over; the next run goes on. Fails with ERROR_CONFIG where
 * StackStorm's API cannot be asked, with ERROR_UNAVAILABLE while another run is at work, and as
 * list_all.
 */
operation_run log_entry_dispatch;

/*
 * Escalates an incident to the level given, or to the next above the highest whose user on call
 * has it. ERROR_USAGE where there is no next one.
 */
operation_run incident_escalate;

#endif
