/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Makes other people's text harmless: it can be read, but it cannot command a terminal, a chat or
 * StackStorm.
 */
#ifndef VIEW_PLAIN_H
#define VIEW_PLAIN_H

#include "base/text.h"

/* Where the text goes. */
enum plain_for {
	PLAIN_TERMINAL, /* a line on a terminal */
	PLAIN_CHAT, /* a chat's message, which StackStorm evaluates once more on its way */
};

/*
 * Adds a text as one line: white space and control characters become one blank each run, none at
 * its ends; characters that turn the direction of a line, and marks past the eighth on one
 * character, are left out; bytes that are not UTF-8 become U+FFFD.
 *
 * For chat also: "{" before { % # ~ (Jinja, and what hubot cuts at), "@" where it may call
 * somebody, "]" before "(" and the end of an HTML entity are parted by U+200B, which is not seen;
 * "<", ">" and "`" become the characters that look like them. An e-mail address stays as it is.
 */
void plain_add(struct text *out, const char *text, size_t len, enum plain_for use);

/* The same, cut to at most so many characters, the last of which is then U+2026. */
void plain_add_cut(struct text *out, const char *text, size_t len, enum plain_for use, size_t most);

#endif
