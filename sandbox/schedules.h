/* SPDX-License-Identifier: Apache-2.0 */
/* The shifts of a schedule: who is on call when. */
#ifndef SCHEDULES_H
#define SCHEDULES_H

#include <json-c/json.h>
#include <stdint.h>

/* A shift: [start, end) in seconds since 1970, and its user. */
struct shift {
	int64_t start, end;
	struct json_object *user; /* borrowed; NULL: nobody */
};

/* Reads a time from a member of a record. Returns otherwise if there is none. */
int64_t schedules_moment(struct json_object *record, const char *name, int64_t otherwise);

/* Returns the user of an entry of a schedule, or NULL if there is none. Borrowed. */
struct json_object *schedules_user(struct json_object *entry);

/*
 * Returns the shift at a time, cut to a range: an override if there is one, otherwise the turn of
 * the last layer that covers the time.
 */
struct shift schedules_shift(
	struct json_object *schedule, int64_t at, int64_t since, int64_t until);

/* Returns a new list of a schedule's overrides that overlap a range. */
struct json_object *schedules_overrides(struct json_object *schedule, int64_t since, int64_t until);

/*
 * Adds to a copy of a schedule what PagerDuty shows for a range: final_schedule, the overrides, and
 * the entries of each layer. Without a range (until is not after since) the entries are empty.
 */
void schedules_render(struct json_object *copy, int64_t since, int64_t until);

/* Gives an id and a name to each layer of a schedule that lacks them. */
void schedules_complete(struct json_object *schedule);

#endif
