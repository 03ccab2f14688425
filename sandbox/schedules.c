/* SPDX-License-Identifier: Apache-2.0 */
#include "schedules.h"

#include "base/instant.h"
#include "call.h"
#include "store.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>

int64_t schedules_moment(struct json_object *record, const char *name, int64_t otherwise)
{
	int64_t at = otherwise;
	const char *text = json_string(record, name);

	return text && instant_read(text, &at) ? at : otherwise;
}

struct json_object *schedules_user(struct json_object *entry)
{
	return store_find("users", call_text(json_member(entry, "user"), "id"));
}

static void narrow(struct shift *shift, int64_t start, int64_t end)
{
	shift->start = start > shift->start ? start : shift->start;
	shift->end = end < shift->end ? end : shift->end;
}

/*
 * Narrows the shift to the turn of a layer at a time. Returns whether the layer covers that time.
 */
static bool take_turn(struct shift *shift, struct json_object *layer, int64_t at)
{
	int64_t start = schedules_moment(layer, "start", INT64_MIN),
		end = schedules_moment(layer, "end", INT64_MAX);
	int64_t first = schedules_moment(layer, "rotation_virtual_start", start);
	int64_t length = json_object_get_int64(json_member(layer, "rotation_turn_length_seconds"));
	struct json_object *users = call_array(layer, "users");
	size_t count = call_count(users);

	if (at < start) {
		narrow(shift, INT64_MIN, start);
		return false;
	}
	if (at >= end || !count || length <= 0) {
		narrow(shift, end < INT64_MAX && at >= end ? end : INT64_MIN, INT64_MAX);
		return false;
	}
	int64_t turn = at >= first ? (at - first) / length : -((first - at + length - 1) / length);
	int64_t which = turn % (int64_t)count;

	narrow(shift, first + turn * length, first + (turn + 1) * length);
	narrow(shift, start, end);
	shift->user = schedules_user(json_object_array_get_idx(
		users, (size_t)(which < 0 ? which + (int64_t)count : which)));
	return true;
}

/* Narrows the shift to an override at a time, or to the time before or after an override. */
static bool take_override(struct shift *shift, struct json_object *override, int64_t at)
{
	int64_t start = schedules_moment(override, "start", 0),
		end = schedules_moment(override, "end", 0);

	if (at < start)
		narrow(shift, INT64_MIN, start);
	else if (at >= end)
		narrow(shift, end, INT64_MAX);
	if (at < start || at >= end)
		return false;
	narrow(shift, start, end);
	shift->user = schedules_user(override);
	return true;
}

struct shift schedules_shift(struct json_object *schedule, int64_t at, int64_t since, int64_t until)
{
	struct shift shift = { since, until, NULL };
	struct json_object *overrides = store_all("overrides");
	struct json_object *layers = call_array(schedule, "schedule_layers");

	for (size_t i = call_count(overrides); i > 0; i--) {
		struct json_object *override = json_object_array_get_idx(overrides, i - 1);

		if (!strcmp(call_text(override, "_schedule"), call_text(schedule, "id")) &&
			take_override(&shift, override, at))
			return shift;
	}
	for (size_t i = call_count(layers); i > 0; i--) {
		if (take_turn(&shift, json_object_array_get_idx(layers, i - 1), at))
			return shift;
	}
	return shift;
}

static void set_moment(struct json_object *record, const char *name, int64_t at)
{
	char text[INSTANT_TEXT];

	instant_print(at, text);
	json_object_object_add(record, name, json_object_new_string(text));
}

/* Makes a shift as PagerDuty shows it. Returns a new reference. */
static struct json_object *new_entry(const struct shift *shift)
{
	struct json_object *entry = json_object_new_object();

	set_moment(entry, "start", shift->start);
	set_moment(entry, "end", shift->end);
	json_object_object_add(entry, "user", store_reference(shift->user));
	return entry;
}

/*
 * Makes the list of a schedule's shifts in a range; adjacent shifts of one user are joined.
 * *out_covered is the sum of their seconds. Returns a new reference.
 */
static struct json_object *new_entries(
	struct json_object *schedule, int64_t since, int64_t until, int64_t *out_covered)
{
	struct json_object *entries = json_object_new_array();
	struct shift last = { 0 };

	*out_covered = 0;
	for (int64_t at = since; at < until; at = last.end) {
		struct shift shift = schedules_shift(schedule, at, since, until);

		*out_covered += shift.user ? shift.end - shift.start : 0;
		if (shift.user && last.user == shift.user && last.end == shift.start) {
			struct json_object *entry = json_object_array_get_idx(
				entries, json_object_array_length(entries) - 1);

			set_moment(entry, "end", shift.end);
		} else if (shift.user) {
			json_object_array_add(entries, new_entry(&shift));
		}
		last = shift;
	}
	return entries;
}

/*
 * Makes a subschedule: a name, entries, and the part of the range that they cover. Returns a new
 * reference.
 */
static struct json_object *new_subschedule(
	const char *name, struct json_object *entries, double coverage)
{
	struct json_object *subschedule = json_object_new_object();

	json_object_object_add(subschedule, "name", json_object_new_string(name));
	json_object_object_add(subschedule, "rendered_schedule_entries", entries);
	json_object_object_add(
		subschedule, "rendered_coverage_percentage", json_object_new_double(coverage));
	return subschedule;
}

struct json_object *schedules_overrides(struct json_object *schedule, int64_t since, int64_t until)
{
	struct json_object *all = store_all("overrides"), *found = json_object_new_array();

	for (size_t i = 0; i < call_count(all); i++) {
		struct json_object *override = json_object_array_get_idx(all, i), *shown;

		if (strcmp(call_text(override, "_schedule"), call_text(schedule, "id")) != 0 ||
			schedules_moment(override, "start", 0) >= until ||
			schedules_moment(override, "end", 0) <= since)
			continue;
		shown = json_object_new_object();
		json_object_object_foreach(override, name, value)
		{
			if (*name != '_')
				json_object_object_add(shown, name, json_object_get(value));
		}
		json_object_array_add(found, shown);
	}
	return found;
}

static double percentage(int64_t covered, int64_t since, int64_t until)
{
	return until > since ? 100.0 * (double)covered / (double)(until - since) : 0;
}

/* Makes a schedule of one layer without overrides. Returns a new reference. */
static struct json_object *layer_alone(struct json_object *layer)
{
	struct json_object *alone = json_object_new_object(), *layers = json_object_new_array();

	json_object_array_add(layers, json_object_get(layer));
	json_object_object_add(alone, "schedule_layers", layers);
	return alone;
}

void schedules_render(struct json_object *copy, int64_t since, int64_t until)
{
	struct json_object *layers = call_array(copy, "schedule_layers");
	struct json_object *entries, *overrides = schedules_overrides(copy, since, until);
	int64_t covered;

	for (size_t i = 0; i < call_count(layers); i++) {
		struct json_object *layer = json_object_array_get_idx(layers, i);
		scoped(json_put_at) struct json_object *alone = layer_alone(layer);

		entries = new_entries(alone, since, until, &covered);
		json_object_object_add(layer, "rendered_schedule_entries", entries);
		json_object_object_add(layer, "rendered_coverage_percentage",
			json_object_new_double(percentage(covered, since, until)));
	}
	entries = new_entries(copy, since, until, &covered);
	json_object_object_add(copy, "final_schedule",
		new_subschedule("Final Schedule", entries, percentage(covered, since, until)));
	json_object_object_add(
		copy, "overrides_subschedule", new_subschedule("Overrides", overrides, 0));
}

void schedules_complete(struct json_object *schedule)
{
	static unsigned next_layer;
	struct json_object *layers = call_array(schedule, "schedule_layers");

	for (size_t i = 0; i < call_count(layers); i++) {
		struct json_object *layer = json_object_array_get_idx(layers, i);
		char text[32];

		(void)snprintf(text, sizeof(text), "PLAY%03u", ++next_layer);
		if (!json_string(layer, "id"))
			json_object_object_add(layer, "id", json_object_new_string(text));
		(void)snprintf(text, sizeof(text), "Layer %zu", i + 1);
		if (!json_string(layer, "name"))
			json_object_object_add(layer, "name", json_object_new_string(text));
	}
}
