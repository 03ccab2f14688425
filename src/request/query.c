/* SPDX-License-Identifier: Apache-2.0 */
#include "request/query.h"

#include <stdlib.h>
#include <string.h>

const char *query_find(const char *query, const char *name, size_t len)
{
	for (const char *member = query; *member; member += strspn(member, "&")) {
		if (!strncmp(member, name, len) && member[len] == '=')
			return member + len + 1;
		member += strcspn(member, "&");
	}
	return NULL;
}

const char *query_value(const char *query, const char *name)
{
	return name ? query_find(query, name, strlen(name)) : NULL;
}

bool query_decode(const char *value, char *out, size_t size)
{
	size_t len = 0;

	for (; *value && *value != '&'; value++) {
		char digits[3] = { 0 };

		if (len + 1 >= size)
			return false;
		out[len++] = *value;
		if (*value == '%' && value[1] && value[2]) {
			memcpy(digits, value + 1, 2);
			out[len - 1] = (char)strtoul(digits, NULL, 16);
			value += 2;
		}
	}
	out[len] = '\0';
	return true;
}
