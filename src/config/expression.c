/* SPDX-License-Identifier: Apache-2.0 */
#include "config/expression.h"

#include <string.h>

static const char *skip_space(const char *at)
{
	return at + strspn(at, " \t");
}

/* Skips a word. Returns NULL if the text does not begin with it. */
static const char *skip_word(const char *at, const char *word)
{
	size_t len = strlen(word);

	return at && !strncmp(at, word, len) ? at + len : NULL;
}

/* Finds the name after "{{". Returns NULL if the text is not such an expression. */
static const char *read_expression(const char *text, struct datastore_name *out)
{
	const char *at = skip_word(skip_space(text), "{{");
	const char *scope = at ? skip_word(skip_space(at), "st2kv.") : NULL;
	const char *name = skip_word(scope, "system.");

	out->user = !name;
	if (!name)
		name = skip_word(scope, "user.");
	if (!name)
		return NULL;
	out->name = name;
	out->name_len = (int)strcspn(name, " \t|}");
	at = skip_space(name + out->name_len);
	if (*at == '|') {
		at = skip_word(skip_space(at + 1), "decrypt_kv");
		at = at ? skip_space(at) : NULL;
	}
	at = skip_word(at, "}}");
	return at && out->name_len ? skip_space(at) : NULL;
}

const char *datastore_scope(const struct datastore_name *name)
{
	return name->user ? "user" : "system";
}

bool datastore_expression(const char *text, struct datastore_name *out, bool *out_unknown)
{
	const char *rest = read_expression(text, out);

	if (rest && !*rest)
		return true;
	*out_unknown = strstr(text, "{{") != NULL;
	return false;
}
