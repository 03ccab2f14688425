/* SPDX-License-Identifier: Apache-2.0 */
#include "reply/items.h"

#include "reply/status_words.h"

/* The status of an item, 0 when it has none. */
static long status_of(struct span item)
{
	long status = 0;

	return span_integer(span_member(item, "status"), &status) && status >= 100 && status < 600
		       ? status
		       : 0;
}

/* Whether each element is an item with a status. */
static bool has_statuses(struct span list)
{
	struct span item;
	size_t at = 0, count = 0;

	while ((item = span_next(list, &at)).start) {
		if (!status_of(item))
			return false;
		count++;
	}
	return count;
}

static void add_texts(struct span texts, struct text *out)
{
	struct span value = texts;
	size_t at = 0;

	if (span_kind(texts) == '[')
		value = span_next(texts, &at);
	while (span_kind(value) == '"') {
		(void)text_add(out, ": ");
		(void)span_string(value, out);
		value = span_next(texts, &at);
	}
}

/* Adds what an item says of its refusal: errors, a message, or an error that has these. */
static void add_reason(struct span item, struct text *out)
{
	static const char *const names[] = { "message", "errors", "error", "error/message",
		"error/errors" };

	for (size_t i = 0; i < COUNT(names); i++)
		add_texts(span_member(item, names[i]), out);
}

static bool check_list(struct span list, struct error *err)
{
	struct span item;
	size_t at = 0, count = 0, refused = 0;
	long first = 0;

	for (; (item = span_next(list, &at)).start; count++) {
		long status = status_of(item);
		const char *words = status_words(status);
		scoped(text_done) struct text reason = TEXT(ERROR_TEXT);

		if (status < 400)
			continue;
		first = refused++ ? first : status;
		add_reason(item, &reason);
		error_add_problem(err, "[%zu]: %ld%s%s%s", count, status, *words ? " " : "", words,
			text_string(&reason));
	}
	return !refused ||
	       error_set(err, ERROR_REFUSED, first, "PagerDuty refused %zu of %zu items%s: %s",
		       refused, count, refused < count ? ", and took the others" : "",
		       error_next_problem(err, NULL));
}

bool items_check(struct span document, struct error *err)
{
	struct span name, value;
	size_t at = 0;

	if (has_statuses(document))
		return check_list(document, err);
	while (span_next_member(document, &at, &name, &value)) {
		if (has_statuses(value))
			return check_list(value, err);
	}
	return true;
}
