/* SPDX-License-Identifier: Apache-2.0 */
#include "seen.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 512 };

static void free_id(struct lh_entry *entry)
{
	free(lh_entry_k(entry));
}

/* The text of the record's id, quotes and all. It stands near the front, so that most of the record is not looked at. */
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

bool seen_add(struct seen *seen, struct span record, bool *out_new)
{
	struct span id = find_id(record);

	*out_new = true;
	if (!id.start)
		return true;
	if (!seen->ids && !(seen->ids = lh_kchar_table_new(FIRST_ROOM, free_id)))
		return false;
	char *key = strndup(id.start, id.len);
	if (!key)
		return false;
	*out_new = !lh_table_lookup_entry(seen->ids, key);
	if (*out_new && !lh_table_insert(seen->ids, key, NULL))
		return true;
	free(key);
	return !*out_new;
}

void seen_done(struct seen *seen)
{
	if (seen->ids)
		lh_table_free(seen->ids);
	seen->ids = NULL;
}
