/* SPDX-License-Identifier: Apache-2.0 */
#include "record.h"

#include <string.h>

static const char filling[] = "a \\\"disk\\\" {[is,full]} \\u00e9\xc3\xa9\xe2\x82\xac\\n ";

void record_add(struct text *out, long index, size_t size)
{
	size_t start = out->len;

	(void)text_addf(out, "{\"id\":\"R%07ld\",\"summary\":\"", index);
	for (;;) {
		size_t used = out->len - start + strlen("\"}");

		if (used >= size)
			break;
		if (size - used >= sizeof(filling) - 1)
			(void)text_add(out, filling);
		else
			(void)text_add(out, "x");
	}
	(void)text_add(out, "\"}");
}

void record_add_many(struct text *out, long index, long count, size_t size)
{
	for (long i = 0; i < count; i++) {
		(void)text_add(out, i ? "," : "");
		record_add(out, index + i, size);
	}
}
