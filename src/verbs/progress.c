/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/progress.h"

#include "base/redact.h"
#include "json/json.h"

#include <string.h>

/* Notes of one incident that it was changed, or why not. Returns false if memory runs out. */
bool progress_note(struct progress *progress, struct json_object *sent, const char *why)
{
	struct json_object *outcome = json_object_new_object();
	const char *id = json_string(sent, "id"), *status = json_string(sent, "status");
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);

	if (!json_append(progress->outcomes, outcome) ||
		!json_add_string(outcome, "id", id ? id : ""))
		return false;
	if (!why)
		return json_add_string(outcome, "status", status ? status : "");
	progress->missed++;
	if (!text_add(&shown, why))
		return false;
	redact(shown.data);
	return json_add_string(outcome, "error", shown.data);
}

/* Remembers the first failure, which becomes the error of the action. */
void progress_remember(
	struct progress *progress, const struct error *failure, const struct found *found)
{
	if (!progress->missed) {
		error_take(&progress->first, failure);
		progress->found = *found;
	}
	progress->refused |= failure->kind == ERROR_REFUSED;
}

bool progress_tell(struct progress *progress, struct span incident)
{
	struct text *told = &progress->told;

	return !progress->shown || ((!told->len || text_add(told, ",")) &&
					   text_add_bytes(told, incident.start, incident.len));
}
