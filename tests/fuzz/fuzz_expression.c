/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads a value as an expression of the datastore. A name that is found lies within the text and
 * contains no character that ends a name.
 */
#include "fuzz.h"

#include "base/text.h"
#include "config/expression.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY);
	struct datastore_name name = { 0 };
	bool unknown = false;

	HOLDS(text_add_bytes(&text, (const char *)data, size));
	const char *start = text_string(&text);
	if (datastore_expression(start, &name, &unknown)) {
		HOLDS(!unknown && name.name_len > 0 && name.name > start);
		HOLDS(name.name + name.name_len < start + strlen(start));
		for (int i = 0; i < name.name_len; i++)
			HOLDS(!strchr(" \t|}", name.name[i]));
	} else {
		HOLDS(unknown == (strstr(start, "{{") != NULL));
	}
	return 0;
}
