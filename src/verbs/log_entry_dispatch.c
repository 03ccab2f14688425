/* SPDX-License-Identifier: Apache-2.0 */
/* The function of log_entry.dispatch: see operations/verbs.h. */
#include "operations/verbs.h"

#include "action/list_want.h"
#include "base/clock.h"
#include "base/instant.h"
#include "base/interrupt.h"
#include "config/stackstorm.h"
#include "poll/entry.h"
#include "poll/lease.h"
#include "stackstorm/trigger.h"
#include "verbs/verb.h"
#include "json/json.h"
#include "json/scan.h"

#include <string.h>

/*
 * Seconds: what one trigger may take; what must be left to begin one; the limit where StackStorm
 * sets none.
 */
static const double trigger_time = 10, least = 3, whole_time = 600;

struct dispatch {
	struct run *run;
	struct lease lease;
	const char *account;
	struct json_object *events; /* owned; the number of dispatched events by event type */
	struct json_object *passed_over; /* owned; the number of skipped entries by kind */
	int64_t dispatched;
	bool more; /* the time was over before all of them were */
};

static bool add_one(struct json_object *counts, const char *name)
{
	int64_t before = json_object_get_int64(json_member(counts, name));

	return json_add(counts, name, json_object_new_int64(before + 1));
}

/*
 * Asks for the entries since a moment, with their incidents. The end is given, beyond now:
 * PagerDuty's clock may be ahead of ours.
 */
static bool list_entries(struct dispatch *dispatch, struct text *out, struct error *err)
{
	scoped(json_put_at) struct json_object *values = json_object_new_object();
	char since[INSTANT_TEXT], until[INSTANT_TEXT];

	instant_print(state_since(&dispatch->lease.state), since);
	instant_print(dispatch->lease.state.most + STATE_SKEW, until);
	if (!json_add_string(values, "since", since) || !json_add_string(values, "until", until) ||
		!json_add_strings(values, "include", (const char *const[]){ "incidents", NULL }) ||
		!json_add_string(values, "time_zone", "UTC") || !list_want_all(values))
		return error_memory(err);
	lease_begin_wait(&dispatch->lease);
	bool ok = verb_ask(dispatch->run, "log_entry.find", values, out, err);
	return lease_end_wait(&dispatch->lease, ok, err);
}

static bool send_trigger(struct dispatch *dispatch, const struct entry *entry,
	const char *event_type, struct error *err)
{
	scoped(text_done) struct text body = TEXT(TEXT_ANY), trace = TEXT(TEXT_ANY);
	struct lease *lease = &dispatch->lease;

	(void)trigger_open_body(&body);
	if (!entry_add_payload(entry, event_type, dispatch->account, &body) ||
		!trigger_close_body(&body) || !trigger_add_trace(entry->id, &trace))
		return error_memory(err);
	if (!lease_check(lease, err))
		return false;
	lease_begin_wait(lease);
	bool sent = trigger_dispatch(lease->http, lease->access, &body, &trace, trigger_time, err);
	bool held = lease_end_wait(lease, sent, err);
	if (!sent)
		return false;
	dispatch->dispatched++;
	if (!add_one(dispatch->events, event_type) || !state_add(&lease->state, entry))
		return error_memory(err);
	return held && lease_renew(lease, err);
}

static bool skip_entry(struct dispatch *dispatch, const struct entry *entry, struct error *err)
{
	return (add_one(dispatch->passed_over, entry->kind) &&
		       state_add(&dispatch->lease.state, entry)) ||
	       error_memory(err);
}

/* Handles the entries one by one, until the time is over. */
static bool handle_entries(
	struct dispatch *dispatch, const struct entries *entries, struct error *err)
{
	int64_t since = state_since(&dispatch->lease.state);

	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->all[i];

		if (entry->time < since || state_has(&dispatch->lease.state, entry->id))
			continue;
		const char *event_type =
			dispatch->lease.first ? NULL : entry_event_type(entry, entries);
		dispatch->more =
			event_type && (interrupted() || dispatch->lease.end - clock_now() < least);
		if (dispatch->more)
			return true;
		/*
		 * On the first run, entries that exist already are only recorded as handled, and
		 * not dispatched.
		 */
		if (dispatch->lease.first ? !state_add(&dispatch->lease.state, entry)
			: event_type      ? !send_trigger(dispatch, entry, event_type, err)
					  : !skip_entry(dispatch, entry, err))
			return err->kind ? false : error_memory(err);
	}
	return true;
}

static bool poll_entries(struct dispatch *dispatch, struct error *err)
{
	scoped(text_done) struct text list = TEXT(TEXT_ANY);
	scoped(entries_done) struct entries entries = { 0 };
	struct span document;
	unsigned skipped = 0;
	size_t at;

	if (!list_entries(dispatch, &list, err))
		return false;
	if (!scan_document(text_string(&list), list.len, JSON_DEPTH_REPLY, &document, &at) ||
		!entries_read(document, &entries, &skipped))
		return error_memory(err);
	if (skipped && !json_add(dispatch->passed_over, "without an id or a time",
			       json_object_new_int64(skipped)))
		return error_memory(err);
	return handle_entries(dispatch, &entries, err);
}

static bool print_result(struct dispatch *dispatch, struct text *out, struct error *err)
{
	scoped(json_put_at) struct json_object *result = json_object_new_object();
	char since[INSTANT_TEXT];

	instant_print(state_since(&dispatch->lease.state), since);
	return (json_add(result, "dispatched", json_object_new_int64(dispatch->dispatched)) &&
		       json_add(result, "events", json_object_get(dispatch->events)) &&
		       json_add(result, "passed_over", json_object_get(dispatch->passed_over)) &&
		       json_add_string(result, "since", since) &&
		       json_add(result, "first", json_object_new_boolean(dispatch->lease.first)) &&
		       json_add(result, "more", json_object_new_boolean(dispatch->more)) &&
		       json_print(out, result)) ||
	       error_memory(err);
}

/* Does the work, and always writes the state for the next run. */
static bool dispatch_entries(struct dispatch *dispatch, struct text *out, struct error *err)
{
	struct error second = { 0 };

	if (!lease_acquire(&dispatch->lease, err))
		return false;
	if (poll_entries(dispatch, err))
		return lease_check(&dispatch->lease, err) && lease_release(&dispatch->lease, err) &&
		       print_result(dispatch, out, err);
	/*
	 * If StackStorm does not answer, the name stays in the state, and counts as gone after a
	 * while. The name also stays if a renewal failed: its request may reach the datastore late,
	 * and must not overwrite the state of the next run, which waits for as long as the state
	 * changes. What was dispatched is written in any case: if the late request overwrites that,
	 * the last trigger is dispatched twice, and none is lost.
	 */
	if (!dispatch->lease.lost && lease_check(&dispatch->lease, &second))
		(void)!(dispatch->lease.failure.kind ? lease_renew(&dispatch->lease, &second)
						     : lease_release(&dispatch->lease, &second));
	if (dispatch->dispatched)
		(void)error_append(err, "; %lld log entries were dispatched before",
			(long long)dispatch->dispatched);
	return false;
}

bool log_entry_dispatch(struct run *run, struct text *out, struct error *err)
{
	const struct http_options options = stackstorm_options(5);
	const char *account = json_string(run->values, "account");
	scoped(http_free_at) struct http *http = NULL, *beat_http = NULL;
	scoped(text_done) struct text key = TEXT(TEXT_ANY);
	struct stackstorm_access access;
	struct dispatch dispatch = { .run = run, .account = account ? account : "default" };

	if (!config_stackstorm(run->config, "log_entry.dispatch can be run", &access, err))
		return false;
	if (!text_addf(&key, "pagerduty.dispatched.%s", dispatch.account))
		return error_memory(err);
	if (!(http = http_open(&options, err)) || !(beat_http = http_open(&options, err)))
		return false;
	dispatch.lease = (struct lease){ .http = http,
		.beat_http = beat_http,
		.access = &access,
		.key = key.data,
		.end = run->client->end > 0 ? run->client->end : clock_now() + whole_time };
	dispatch.events = json_object_new_object();
	dispatch.passed_over = json_object_new_object();
	bool ok = dispatch.events && dispatch.passed_over ? dispatch_entries(&dispatch, out, err)
							  : error_memory(err);
	json_object_put(dispatch.events);
	json_object_put(dispatch.passed_over);
	lease_done(&dispatch.lease);
	return ok;
}
