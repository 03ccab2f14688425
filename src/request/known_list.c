/* SPDX-License-Identifier: Apache-2.0 */
#include "request/known_list.h"

#include <string.h>

/* Returns whether a path matches a path of a row, such as "/services/{entity_id}?x=y". */
static bool matches_template(const char *path, const char *pattern)
{
	while (*path && *pattern && *pattern != '?') {
		if (*pattern == '{') {
			size_t len = strcspn(path, "/");

			if (!len)
				return false;
			path += len;
			pattern += strcspn(pattern, "}") + 1;
		} else if (*path++ != *pattern++) {
			return false;
		}
	}
	return !*path && (!*pattern || *pattern == '?');
}

const struct operation *known_list_find(const char *path)
{
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		if (row->timeline && row->method && !strcmp(row->method, "GET") && row->path &&
			matches_template(path, row->path))
			return row;
	}
	return NULL;
}
