/* SPDX-License-Identifier: Apache-2.0 */
#include "view/shape.h"

#include <string.h>

static bool is_paging(struct span name)
{
	static const char *const names[] = { "limit", "more", "offset", "total", "next_cursor",
		"after", "last" };

	for (size_t i = 0; i < COUNT(names); i++) {
		if (span_is_name(name, names[i], strlen(names[i])))
			return true;
	}
	return false;
}

/* Finds the only member that is not about paging, if it is an object or an array. */
static struct span find_inner(struct span object)
{
	struct span name, value, inner = { 0 };
	size_t at = 0, others = 0;

	while (span_next_member(object, &at, &name, &value)) {
		if (is_paging(name))
			continue;
		others++;
		inner = value;
	}
	if (others != 1 || (span_kind(inner) != '{' && span_kind(inner) != '['))
		return (struct span){ 0 };
	return inner;
}

static bool is_done(struct span object)
{
	static const char *const names[] = { "deleted", "success" };

	for (size_t i = 0; i < COUNT(names); i++) {
		bool done = false;

		if (span_boolean(span_member(object, names[i]), &done) && done)
			return true;
	}
	return false;
}

struct shape shape_of(struct span document)
{
	struct span inner = find_inner(document);

	if (inner.start)
		document = inner;
	switch (span_kind(document)) {
	case '[':
		return (struct shape){ SHAPE_LIST, document };
	case '{':
		return (struct shape){ is_done(document) ? SHAPE_DONE : SHAPE_ONE, document };
	default:
		return (struct shape){ SHAPE_OTHER, document };
	}
}
