/* SPDX-License-Identifier: Apache-2.0 */
#include "listing.h"

#include "action/code.h"
#include "action/paging.h"
#include "base/instant.h"
#include "store.h"
#include "view.h"
#include "json/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LIMIT = 25, LIMIT_MOST = 100 }; /* records */

/*
 * Filters by a member's text. A record without that member passes, so that one table serves all
 * lists.
 */
static const struct {
	const char *query, *member;
	const char *const *values; /* the allowed values; NULL: any */
} texts[] = {
	{ "alert_key", "alert_key", NULL },
	{ "filter", "_channel", NULL },
	{ "incident_key", "incident_key", NULL },
	{ "name", "name", NULL },
	{ "statuses", "status",
		(const char *const[]){ "triggered", "acknowledged", "resolved", NULL } },
	{ "urgencies", "urgency", (const char *const[]){ "high", "low", NULL } },
};

/* Filters by references: the record must mention one of the ids in one of the members. */
static const struct {
	const char *query, *members[3];
} references[] = {
	{ "escalation_policy_ids", { "escalation_policy" } },
	{ "schedule_ids", { "schedule" } },
	{ "service_ids", { "service", "services" } },
	{ "team_ids", { "teams" } },
	{ "user_ids", { "assignments", "escalation_rules", "user" } },
};

static bool refuse(struct call *call, long code, const char *message, const char *problem)
{
	call_refuse(call, 400, code, message, problem);
	return false;
}

static bool can_be(const char *const *values, const char *text)
{
	for (; *values; values++) {
		if (!strcmp(*values, text))
			return true;
	}
	return false;
}

static bool check_texts(struct call *call)
{
	char problem[128];

	for (size_t i = 0; i < COUNT(texts); i++) {
		struct json_object *given = json_member(call->query, texts[i].query);

		for (size_t j = 0; texts[i].values && j < call_count(given); j++) {
			const char *text =
				json_object_get_string(json_object_array_get_idx(given, j));

			if (can_be(texts[i].values, text))
				continue;
			(void)snprintf(problem, sizeof(problem), "'%.60s' is not one of %s", text,
				texts[i].query);
			return refuse(call, CODE_INVALID_INPUT, "Invalid Input Provided", problem);
		}
	}
	return true;
}

/* Reads a time of the query; otherwise is the time if it is not given. */
static bool read_time(struct call *call, const char *name, int64_t otherwise, int64_t *out)
{
	const char *text = call_query(call, name);

	*out = otherwise;
	return !text || instant_read(text, out) ||
	       refuse(call, CODE_INVALID_TIMES,
		       "Invalid time values in 'since' and/or 'until' parameters", NULL);
}

static bool passes_texts(const struct call *call, struct json_object *record)
{
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct json_object *member = json_member(record, texts[i].member);

		if (member && !call_allows(call, texts[i].query, json_object_get_string(member)))
			return false;
	}
	return true;
}

static bool passes_reference(const struct call *call, struct json_object *record, size_t which)
{
	struct json_object *ids = json_member(call->query, references[which].query);

	for (size_t i = 0; i < call_count(ids); i++) {
		const char *id = json_object_get_string(json_object_array_get_idx(ids, i));

		for (size_t j = 0; j < COUNT(references[which].members); j++) {
			const char *name = references[which].members[j];

			if (name && store_mentions(json_member(record, name), id))
				return true;
		}
	}
	return !ids;
}

/* Returns whether "query" is a part of the name, the description or the e-mail address. */
static bool passes_query(const struct call *call, struct json_object *record)
{
	const char *query = call_query(call, "query");

	return !query || strcasestr(call_text(record, "name"), query) ||
	       strcasestr(call_text(record, "email"), query) ||
	       strcasestr(call_text(record, "description"), query);
}

/* Applies "filter" of maintenance windows: past, ongoing, future. */
static bool passes_window(const struct call *call, struct json_object *record)
{
	const char *filter = call_query(call, "filter");
	int64_t start, end, now = (int64_t)time(NULL);

	if (!filter || !instant_read(call_text(record, "start_time"), &start) ||
		!instant_read(call_text(record, "end_time"), &end))
		return true;
	if (!strcmp(filter, "past"))
		return end <= now;
	if (!strcmp(filter, "future"))
		return start > now;
	if (!strcmp(filter, "ongoing"))
		return start <= now && end > now;
	return strcmp(filter, "open") != 0 || end > now;
}

struct period {
	int64_t since, until;
};

/* Returns whether a record lies between since and until. Records without a time pass. */
static bool passes_period(struct json_object *record, struct period period)
{
	int64_t at;

	return !json_member(record, "_happens") ||
	       !instant_read(call_text(record, "created_at"), &at) ||
	       (at >= period.since && at < period.until);
}

static bool passes(const struct call *call, struct json_object *record, struct period period)
{
	for (size_t i = 0; i < COUNT(references); i++) {
		if (!passes_reference(call, record, i))
			return false;
	}
	return passes_texts(call, record) && passes_query(call, record) &&
	       passes_window(call, record) && passes_period(record, period);
}

struct window {
	long limit, offset;
};

static long number(const struct call *call, const char *name, long otherwise)
{
	const char *text = call_query(call, name);
	char *end = NULL;
	long value = text ? strtol(text, &end, 10) : otherwise;

	return text && (end == text || *end) ? -1 : value;
}

static bool read_page(struct call *call, enum listing_kind kind, struct window *out)
{
	long limit, offset;

	*out = (struct window){ .limit = PAGING_MOST };
	if (kind == LISTING_WHOLE)
		return true;
	limit = number(call, "limit", LIMIT);
	offset = number(call, "offset", 0);
	if (limit < 1 || offset < 0)
		return refuse(call, CODE_INVALID_INPUT, "Invalid Input Provided",
			"Limit and offset must be whole numbers");
	if (offset > PAGING_MOST || limit > PAGING_MOST - offset)
		return refuse(call, CODE_INVALID_INPUT, "Invalid Input Provided",
			"Offset+limit exceeds 10000. Please try a smaller query.");
	*out = (struct window){ limit > LIMIT_MOST ? LIMIT_MOST : limit, offset };
	return true;
}

/* Returns whether the newest records come first, as in log entries and in lists sorted that way. */
static bool is_backwards(const struct call *call, const char *name)
{
	const char *order = call_query(call, "sort_by");

	return order ? strstr(order, ":desc") != NULL : !strcmp(name, "log_entries");
}

static void end_page(struct call *call, const struct window *page, long found)
{
	const char *total = call_query(call, "total");

	json_object_object_add(call->reply, "limit", json_object_new_int64(page->limit));
	json_object_object_add(call->reply, "offset", json_object_new_int64(page->offset));
	json_object_object_add(call->reply, "total",
		total && !strcmp(total, "true") ? json_object_new_int64(found) : NULL);
	json_object_object_add(
		call->reply, "more", json_object_new_boolean(found > page->offset + page->limit));
}

void listing_answer(struct call *call, enum listing_kind kind, const char *name,
	struct json_object *all, const char *via, const char *id)
{
	struct json_object *records;
	struct period period;
	struct window page;
	size_t count = call_count(all);
	long found = 0;

	if (!check_texts(call) || !read_page(call, kind, &page) ||
		!read_time(call, "since", INT64_MIN, &period.since) ||
		!read_time(call, "until", INT64_MAX, &period.until))
		return;
	records = json_object_new_array();
	for (size_t i = 0; i < count; i++) {
		struct json_object *record = json_object_array_get_idx(
			all, is_backwards(call, name) ? count - 1 - i : i);

		if ((via && !store_mentions(json_member(record, via), id)) ||
			!passes(call, record, period))
			continue;
		if (found >= page.offset && found < page.offset + page.limit)
			json_object_array_add(records, view(call, record));
		found++;
	}
	call_answer_member(call, 200, name, records);
	if (kind == LISTING_PAGED)
		end_page(call, &page, found);
}
