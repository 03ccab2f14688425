/* SPDX-License-Identifier: Apache-2.0 */
#include "request/known_list.h"

#include <string.h>

/* Returns whether a path matches the template of a row. */
static bool matches_template(const char *path, const char *template)
{
	while (*path && *template && *template != '?') {
		if (*template == '{') {
			size_t len = strcspn(path, "/");

			if (!len)
				return false;
			path += len;
			template += strcspn(template, "}") + 1;
		} else if (*path++ != *template ++) {
			return false;
		}
	}
	return !*path && (!*template || *template == '?');
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
