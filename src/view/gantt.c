/* SPDX-License-Identifier: Apache-2.0 */
#include "view/gantt.h"

#include "view/field.h"

#define FULL "\xe2\x96\x88" /* U+2588 */
#define EMPTY "\xc2\xb7" /* U+00B7 */

void gantt_extend(struct gantt_range *range, struct span record)
{
	int64_t at;

	if (field_moment(record, "start", &at) && (!range->since || at < range->since))
		range->since = at;
	if (field_moment(record, "end", &at) && (!range->until || at > range->until))
		range->until = at;
}

bool gantt_has_length(const struct gantt_range *range)
{
	return range->since && range->until > range->since;
}

/* Returns the column of a time. The end of the range is in the last column. */
static size_t column_of(const struct gantt_range *range, int64_t at, size_t width)
{
	double part = (double)(at - range->since) / (double)(range->until - range->since);

	return part <= 0 ? 0 : part >= 1 ? width : (size_t)(part * (double)width);
}

void gantt_add_bar(
	struct text *out, struct span record, const struct gantt_range *range, size_t width)
{
	int64_t start, end;

	if (!field_moment(record, "start", &start))
		start = range->since;
	if (!field_moment(record, "end", &end))
		end = range->until;
	size_t first = column_of(range, start, width), last = column_of(range, end, width);
	/* A bar has at least one column. */
	if (first == width)
		first--;
	if (last <= first)
		last = first + 1;
	for (size_t i = 0; i < width; i++)
		(void)text_add(out, i >= first && i < last ? FULL : EMPTY);
}
