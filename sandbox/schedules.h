/* SPDX-License-Identifier: Apache-2.0 */
/* Who is on call by a schedule, and for how long. */
#ifndef SCHEDULES_H
#define SCHEDULES_H

#include <json-c/json.h>
#include <stdint.h>

/* One shift: [start, end) in seconds since 1970, and who has it. */
struct shift {
	int64_t start, end;
	struct json_object *user; /* borrowed; NULL: nobody */
};

/*
 * The shift that holds a moment, cut at the ends given: an override if there is one then, else the
 * turn of the last layer that covers it.
 */
struct shift schedules_shift(
	struct json_object *schedule, int64_t at, int64_t since, int64_t until);

/*
 * Adds to a copy of a schedule what PagerDuty shows of it between two moments: final_schedule, the
 * overrides, and the entries of each layer. Without a range (until is not after since) the
 * entries are empty.
 */
void schedules_render(struct json_object *copy, int64_t since, int64_t until);

/* Gives each layer of a schedule an id and a name, where it has none. */
void schedules_complete(struct json_object *schedule);

#endif
