/* SPDX-License-Identifier: Apache-2.0 */
#include "range.h"

#include "instant.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Whether a member of a query, "name=value", has this name. */
static bool is_named(const char *member, const char *name, size_t len)
{
	return !strncmp(member, name, len) && member[len] == '=';
}

/* Reads a percent-encoded moment that ends at & or at the end of the query. */
static bool read_moment(const char *value, int64_t *out)
{
	char text[64];
	size_t len = 0;

	for (; *value && *value != '&' && len < sizeof(text) - 1; value++) {
		char digits[3] = { 0 };

		if (*value == '%' && value[1] && value[2]) {
			memcpy(digits, value + 1, 2);
			text[len++] = (char)strtoul(digits, NULL, 16);
			value += 2;
		} else {
			text[len++] = *value;
		}
	}
	text[len] = '\0';
	return instant_read(text, out);
}

bool range_read(const char *query, const char *names, struct range *out)
{
	const char *until = strchr(names, '/') + 1;
	size_t since_len = (size_t)(until - 1 - names);
	struct range range = { .since = INT64_MIN, .until = (int64_t)time(NULL) };

	for (const char *member = query; member; member = strchr(member, '&')) {
		member += *member == '&';
		if (is_named(member, names, since_len) &&
			!read_moment(member + since_len + 1, &range.since))
			return false;
		if (is_named(member, until, strlen(until)) &&
			!read_moment(member + strlen(until) + 1, &range.until))
			return false;
	}
	if (range.since == INT64_MIN || range.since >= range.until)
		return false;
	*out = range;
	return true;
}

bool range_write(struct text *out, const char *query, const char *names, const struct range *range)
{
	const char *until_name = strchr(names, '/') + 1;
	size_t since_len = (size_t)(until_name - 1 - names);
	char since[INSTANT_TEXT], until[INSTANT_TEXT];

	instant_print(range->since, since);
	instant_print(range->until, until);
	for (const char *member = query; *member;) {
		size_t len = strcspn(member, "&");

		if (!is_named(member, names, since_len) &&
			!is_named(member, until_name, strlen(until_name)))
			(void)text_addf(out, "%.*s&", (int)len, member);
		member += len + (member[len] == '&');
	}
	(void)text_addf(out, "%.*s=", (int)since_len, names);
	(void)text_add_encoded(out, since, strlen(since));
	(void)text_addf(out, "&%s=", until_name);
	(void)text_add_encoded(out, until, strlen(until));
	return !out->failed;
}
