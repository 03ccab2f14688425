/* SPDX-License-Identifier: Apache-2.0 */
#include "view/width.h"

#include "base/utf8.h"
#include "view/width_table.h"

#include <stdbool.h>

static bool is_in(const struct range *ranges, size_t count, uint32_t point)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (point > ranges[middle].last)
			low = middle + 1;
		else if (point < ranges[middle].first)
			high = middle;
		else
			return true;
	}
	return false;
}

unsigned width_of(uint32_t point)
{
	if (point < zero[0].first)
		return 1;
	if (is_in(zero, COUNT(zero), point))
		return 0;
	return is_in(wide, COUNT(wide), point) ? 2 : 1;
}

size_t width_cut(const char *text, size_t len, size_t columns)
{
	size_t at = 0;

	while (at < len) {
		size_t step = utf8_length(text + at, len - at);
		unsigned width = step ? width_of(utf8_point(text + at, step)) : 1;

		if (width > columns)
			break;
		columns -= width;
		at += step ? step : 1;
	}
	return at;
}

size_t width_text(const char *text, size_t len)
{
	size_t columns = 0;

	for (size_t at = 0; at < len;) {
		size_t step = utf8_length(text + at, len - at);

		columns += step ? width_of(utf8_point(text + at, step)) : 1;
		at += step ? step : 1;
	}
	return columns;
}

size_t width_add_cut(struct text *out, const char *text, size_t len, size_t width)
{
	size_t columns = width_text(text, len);

	if (columns <= width) {
		(void)text_add_bytes(out, text, len);
		return columns;
	}
	size_t kept = width_cut(text, len, width ? width - 1 : 0);
	(void)text_add_bytes(out, text, kept);
	(void)text_add(out, "\xe2\x80\xa6");
	return width_text(text, kept) + 1;
}
