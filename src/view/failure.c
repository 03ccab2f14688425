/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a failure for chat (view/view.h). */
#include "view/noun.h"
#include "view/view.h"

#include <string.h>

enum { REASON_MOST = 1000, KEY_MOST = 255 }; /* characters */

/* Adds what to do if PagerDuty may have carried the action out. */
static void add_advice(struct text *out, const struct error *err, const struct view_call *call)
{
	const char *key_words = "to try again without doing it twice, end the phrase with ";

	(void)text_add(
		out, err->says_doubt ? "\nWhat to do: " : "\nIt may have been done all the same: ");
	if (call->key_given || (call->repeatable && !call->key)) {
		(void)text_add(out, "the same phrase again does no harm.");
	} else if (call->key) {
		(void)text_addf(out, "%s%s=", key_words, call->key_name);
		plain_add_chat(out, call->key, KEY_MOST);
	} else {
		(void)text_add(out, "look before you try again.");
	}
}

void view_add_chat_failure(struct text *out, const struct error *err, const struct view_call *call)
{
	/* That somebody else was faster is no failure to those who read it. */
	if (err->already) {
		(void)text_add(out, "Nothing was changed: ");
	} else {
		(void)text_add(out, "Failed to ");
		noun_add_command(out, call);
		noun_add_subject(out, call, " (", ")");
		(void)text_add(out, ": ");
	}
	plain_add_chat(out, err->text, REASON_MOST);
	if (call->perhaps)
		add_advice(out, err, call);
}
