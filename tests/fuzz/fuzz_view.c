/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shows a document to people. The first byte says how, the rest is the document. No line may be
 * wider than the terminal, no control character may be written, text for chat must not be a
 * command, and the indented document must be equal to the document.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "view/pretty.h"
#include "view/view.h"
#include "view/width.h"
#include "json/repair.h"
#include "json/scan.h"

#include <ctype.h>
#include <string.h>

static void check_plain(const struct text *out)
{
	HOLDS(utf8_valid(text_string(out), out->len) == out->len);
	for (size_t i = 0; i < out->len; i++) {
		unsigned char byte = (unsigned char)out->data[i];

		HOLDS((byte >= 0x20 && byte != 0x7f) || byte == '\n');
		/* U+0080 to U+009F */
		HOLDS(byte != 0xc2 || (unsigned char)out->data[i + 1] >= 0xa0);
	}
}

static void check_chat(const struct text *out)
{
	static const char *const harmful[] = { "{{", "{%", "{#", "{~", "<", ">", "](", "`",
		"\xe2\x80\xae", "\xe2\x81\xa6" };

	for (size_t i = 0; i < COUNT(harmful); i++)
		HOLDS(!strstr(text_string(out), harmful[i]));
	/*
	 * Except in an e-mail address, "@" is separated from the name after it, or the text is cut
	 * there.
	 */
	for (const char *at = text_string(out); (at = strchr(at, '@')); at++)
		HOLDS(!strncmp(at + 1, "\xe2\x80", 2) ||
			(at > text_string(out) && isalnum((unsigned char)at[-1])));
}

static void check_lines(const struct text *out, size_t width)
{
	for (const char *line = text_string(out); *line;) {
		size_t len = strcspn(line, "\n");

		HOLDS(width_text(line, len) <= width);
		HOLDS(line[len] == '\n');
		line += len + 1;
	}
}

static void check_indented(struct span document)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY), again = TEXT(TEXT_ANY);
	struct span read;
	size_t at;

	pretty_add(&out, document);
	HOLDS(scan_document(text_string(&out), out.len, JSON_DEPTH_REPLY, &read, &at));
	check_plain(&out);
	pretty_add(&again, read);
	HOLDS(again.len == out.len && !memcmp(text_string(&again), text_string(&out), out.len));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY), out = TEXT(TEXT_ANY);
	struct span document;
	size_t at;

	if (!size || size > 1 << 16)
		return 0;
	bool chat = *data & 1;
	size_t width = 24 + (*data >> 2);
	struct look look = { .use = chat ? PLAIN_CHAT : PLAIN_TERMINAL,
		.width = chat ? 0 : width,
		.now = 1795971600 };
	struct view_call call = { .action = *data & 2 ? "incident.reassign" : "incident.find",
		.summary = "Look at it: so.",
		.member = "incidents",
		.changes = *data & 2 };
	(void)text_add_bytes(&text, (const char *)data + 1, size - 1);
	if (!json_repair(&text) ||
		!scan_document(text_string(&text), text.len, JSON_DEPTH_REPLY, &document, &at))
		return 0;
	if (chat)
		view_add_chat(&out, document, &call, &look);
	else
		view_add_terminal(&out, document, &call, &look);
	check_plain(&out);
	if (chat)
		check_chat(&out);
	else
		check_lines(&out, width);
	check_indented(document);
	return 0;
}
