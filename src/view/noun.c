/* SPDX-License-Identifier: Apache-2.0 */
#include "view/noun.h"

#include "view/kind.h"

#include <ctype.h>
#include <string.h>

enum { SUBJECT_MOST = 100 }; /* characters of a name or id */

void noun_add_count(struct text *out, long count, const struct view_kind *kind, const char *member)
{
	const char *slash = member ? strrchr(member, '/') : NULL;
	const char *name = slash ? slash + 1 : member ? member : "records";

	if (count)
		(void)text_addf(out, "%ld ", count);
	else
		(void)text_add(out, "No ");
	if (kind && count) {
		(void)text_add(out, count == 1 ? kind->one : kind->many);
		return;
	}
	for (const char *c = name; *c; c++)
		(void)text_add_bytes(out, *c == '_' ? " " : c, 1);
}

void noun_add_command(struct text *out, const struct view_call *call)
{
	const char *summary = call->summary ? call->summary : "do it";
	size_t len = strcspn(summary, ":.;,");
	char first = (char)tolower((unsigned char)*summary);

	(void)text_add_bytes(out, &first, 1);
	(void)text_add_bytes(out, summary + 1, len ? len - 1 : 0);
}

void noun_add_id(struct text *out, const char *id)
{
	size_t len = id ? strlen(id) : 0;

	if (len && strspn(id, "0123456789") == len)
		(void)text_add(out, "#");
	plain_add_chat(out, id ? id : "", SUBJECT_MOST);
}

void noun_add_subject(
	struct text *out, const struct view_call *call, const char *before, const char *behind)
{
	const char *id = json_string(call->parameters, "entity_id");

	if (!id || !*id)
		return;
	(void)text_add(out, before);
	noun_add_id(out, id);
	(void)text_add(out, behind);
}
