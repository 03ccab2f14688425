/* SPDX-License-Identifier: Apache-2.0 */
#include "list/seen.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 512 };

static void free_key(struct lh_entry *entry)
{
	free(lh_entry_k(entry));
}

bool seen_add(struct seen *seen, const char *key, size_t len, bool *out_new)
{
	if (!seen->keys && !(seen->keys = lh_kchar_table_new(FIRST_ROOM, free_key)))
		return false;
	char *copy = strndup(key, len);
	if (!copy)
		return false;
	*out_new = !lh_table_lookup_entry(seen->keys, copy);
	if (*out_new && !lh_table_insert(seen->keys, copy, NULL))
		return true;
	free(copy);
	return !*out_new;
}

/*
 * Finds the text of the record's id, with its quotes. It is near the front, so most of the record
 * is not read.
 */
static struct span find_id(struct span record)
{
	struct span name, value;
	size_t at = 0;

	while (span_next_member(record, &at, &name, &value)) {
		if (span_is_name(name, "id", 2))
			return value;
	}
	return (struct span){ 0 };
}

bool seen_add_record(struct seen *seen, struct span record, bool *out_new)
{
	struct span id = find_id(record);
	char kind = span_kind(id);

	if (id.start && (kind == '"' || kind == '-' || (kind >= '0' && kind <= '9')))
		return seen_add(seen, id.start, id.len, out_new);
	*out_new = true;
	return true;
}

void seen_done(struct seen *seen)
{
	if (seen->keys)
		lh_table_free(seen->keys);
	seen->keys = NULL;
}
