/* SPDX-License-Identifier: Apache-2.0 */
#include "view/newest.h"

#include "view/field.h"

#include <stdlib.h>

static int compare(const void *left, const void *right)
{
	const struct newest_record *a = left, *b = right;

	if (a->made != b->made)
		return a->made > b->made ? -1 : 1;
	return a->place < b->place ? -1 : a->place > b->place;
}

bool newest_read(struct newest *newest, struct span list, bool sort)
{
	size_t at = 0, count = 0;

	while (span_next(list, &at).start)
		count++;
	newest->records = calloc(count ? count : 1, sizeof(*newest->records));
	if (!newest->records)
		return false;
	newest->count = count;
	newest->dated = sort && count;
	at = 0;
	for (size_t i = 0; i < count; i++) {
		struct newest_record *record = &newest->records[i];

		record->span = span_next(list, &at);
		record->place = i;
		newest->dated =
			newest->dated && field_moment(record->span, "created_at", &record->made);
	}
	if (newest->dated)
		qsort(newest->records, count, sizeof(*newest->records), compare);
	return true;
}

void newest_done(struct newest *newest)
{
	free(newest->records);
	*newest = (struct newest){ 0 };
}
