/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Makes text of unknown origin safe to show: it stays readable, but it cannot control a terminal, a
 * chat or StackStorm.
 */
#ifndef VIEW_PLAIN_H
#define VIEW_PLAIN_H

#include "base/text.h"

/* Where the text goes. */
enum plain_for {
	PLAIN_TERMINAL, /* a line on a terminal */
	PLAIN_CHAT, /* a message in chat, which StackStorm evaluates as a template before */
};

/*
 * Adds a text as one line. Each run of white space and control characters becomes one blank; those
 * at the ends are dropped. Characters that change the direction of text are dropped, and so are
 * marks after the eighth on one character. Bytes that are not UTF-8 become U+FFFD.
 *
 * For chat, the invisible character U+200B also follows "{" before one of { % # ~ (Jinja's
 * delimiters, and "{~", at which hubot cuts a message), "@" if it may mention somebody, and "]"
 * before "(". It also separates the ";" of an HTML entity. "<", ">" and "`" are replaced by similar
 * characters. An e-mail address is not changed.
 */
void plain_add(struct text *out, const char *text, size_t len, enum plain_for use);

/*
 * Like plain_add(), but cuts the text to at most `most` characters and ends a cut text in U+2026.
 */
void plain_add_cut(struct text *out, const char *text, size_t len, enum plain_for use, size_t most);

/* Adds a string for chat, cut to at most `most` characters. */
void plain_add_chat(struct text *out, const char *string, size_t most);

#endif
