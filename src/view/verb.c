/* SPDX-License-Identifier: Apache-2.0 */
#include "view/verb.h"

#include <ctype.h>
#include <string.h>

enum { NAME_MOST = 100 }; /* characters */

static const struct verb verbs[] = {
	{ "acknowledge", "acknowledged", NULL, true },
	{ "add", "added", NULL, false },
	{ "create", "created", "for", false },
	{ "delete", "deleted", NULL, false },
	{ "disable", "disabled", NULL, false },
	{ "enable", "enabled", NULL, false },
	{ "end", "ended", NULL, false },
	{ "escalate", "escalated", "to", false },
	{ "merge", "merged", NULL, false },
	{ "page", "created", "for", false },
	{ "reassign", "reassigned", "to", false },
	{ "remove", "removed", NULL, false },
	{ "reopen", "reopened", NULL, true },
	{ "resolve", "resolved", NULL, true },
	{ "run", "started", NULL, false },
	{ "snooze", "snoozed", NULL, false },
	{ "start", "started", NULL, false },
};

static const struct verb changed = { "change", "changed", NULL, false };

const struct verb *view_verb_find(const char *action)
{
	for (const char *at = action; *at;) {
		size_t len = strcspn(at, "._");

		for (size_t i = 0; i < COUNT(verbs); i++) {
			if (strlen(verbs[i].word) == len && !memcmp(at, verbs[i].word, len))
				return &verbs[i];
		}
		at += len + (at[len] != '\0');
	}
	return &changed;
}

bool view_verb_add_member(struct text *out, const char *before, struct span thing, const char *path,
	enum form form, const struct look *look)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);
	const struct column column = { .title = "", .path = path, .form = form };

	field_add(&value, thing, &column, look, FIELD_FULL);
	if (!value.len)
		return false;
	(void)text_add(out, before);
	(void)text_add(out, value.data);
	return true;
}

/* Returns whether PagerDuty says that the status was changed just now, so by this call. */
static bool is_just_changed(struct span incident, const struct look *look)
{
	enum { JUST_NOW = 120 }; /* seconds; clocks may differ by that */
	int64_t at;

	return field_moment(incident, "last_status_change_at", &at) && at - look->now < JUST_NOW &&
	       look->now - at < JUST_NOW;
}

void view_verb_add(struct text *out, struct span thing, const struct verb *verb,
	const struct view_call *call, const struct look *look)
{
	size_t before = out->len;

	if (!(verb->settles && is_just_changed(thing, look) &&
		    view_verb_add_member(
			    out, "", thing, "last_status_change_by/summary", FORM_TEXT, look)) &&
		call->actor)
		plain_add_chat(out, call->actor, NAME_MOST);
	if (out->len > before)
		(void)text_addf(out, " %s", verb->past);
	else
		(void)text_addf(out, "%c%s", toupper((unsigned char)*verb->past), verb->past + 1);
}
