/* SPDX-License-Identifier: Apache-2.0 */
#include "action/named.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* A part of a text. */
struct part {
	const char *start;
	size_t len;
};

static const char blanks[] = " \t\r\n";

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static size_t count_digits(const char *text, size_t len)
{
	size_t count = 0;

	while (count < len && is_digit(text[count]))
		count++;
	return count;
}

bool named_begins_id(char c)
{
	return c >= 'P' && c <= 'R';
}

/* Returns whether text is an id of PagerDuty's: ^[PQR][0-9A-Z]{6,13}$ */
static bool is_id(const char *text, size_t len)
{
	if (len < NAMED_ID_LEAST || len > NAMED_ID_MOST || !named_begins_id(text[0]))
		return false;
	for (size_t i = 1; i < len; i++) {
		if (!is_digit(text[i]) && !is_capital(text[i]))
			return false;
	}
	return true;
}

/*
 * Returns whether text is ^[A-Z]{1,2}[0-9]{1,2}$. PagerDuty has no such ids, but the older pack
 * sent such texts as ids.
 */
static bool is_short_id(const char *text, size_t len)
{
	size_t letters = 0;

	while (letters < len && letters < 2 && is_capital(text[letters]))
		letters++;
	return letters && len > letters && len - letters <= 2 &&
	       count_digits(text + letters, len - letters) == len - letters;
}

/* Returns whether text is a UUID in small letters, or has 26 capitals and digits. */
static bool is_long_id(const char *text, size_t len)
{
	bool uuid = len == 36;

	if (!uuid && len != 26)
		return false;
	for (size_t i = 0; i < len; i++) {
		bool dash = uuid && (i == 8 || i == 13 || i == 18 || i == 23);

		if (dash ? text[i] != '-'
			 : !is_digit(text[i]) && !(uuid ? text[i] >= 'a' && text[i] <= 'f'
							: is_capital(text[i])))
			return false;
	}
	return true;
}

/* Returns whether text is a name such as "incident_default". */
static bool is_word(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!is_digit(text[i]) && text[i] != '_' && !(text[i] >= 'a' && text[i] <= 'z'))
			return false;
	}
	return len > 0;
}

static struct part trim(const char *text)
{
	struct part part = { text + strspn(text, blanks), 0 };

	part.len = strlen(part.start);
	while (part.len && strchr(blanks, part.start[part.len - 1]))
		part.len--;
	return part;
}

static void set_result(struct named *out, enum named_by by, struct part part)
{
	out->by = by;
	out->start = part.start;
	out->len = part.len;
}

static void refuse(struct named *out, const char *wanted)
{
	set_result(out, NAMED_WRONG, (struct part){ wanted, strlen(wanted) });
}

/*
 * Returns the length in bytes of a stray character, such as a quote, that people or chat programs
 * leave around a pasted text; 0 if there is none. A typographic quote has three bytes.
 */
static size_t stray_length(const char *at, size_t len, bool backwards)
{
	static const char *const quotes[] = { "\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c",
		"\xe2\x80\x9d" };

	if (!len)
		return 0;
	if (strchr(backwards ? "\"'`.,)> \t\r\n" : "\"'`.(< \t\r\n",
		    backwards ? at[len - 1] : at[0]))
		return 1;
	for (size_t i = 0; len >= 3 && i < COUNT(quotes); i++) {
		if (!memcmp(backwards ? at + len - 3 : at, quotes[i], 3))
			return 3;
	}
	return 0;
}

static struct part trim_stray(struct part part)
{
	size_t more;

	while ((more = stray_length(part.start, part.len, false))) {
		part.start += more;
		part.len -= more;
	}
	while ((more = stray_length(part.start, part.len, true)))
		part.len -= more;
	return part;
}

/* Reads an id in capitals or small letters, or a number with or without "#". */
static bool read_id_or_number(struct part part, struct named *out)
{
	size_t sign = part.len && part.start[0] == '#';

	if (part.len > sign &&
		count_digits(part.start + sign, part.len - sign) == part.len - sign) {
		set_result(
			out, NAMED_BY_NUMBER, (struct part){ part.start + sign, part.len - sign });
		return true;
	}
	part.start += sign;
	part.len -= sign;
	if (part.len > NAMED_ID_MOST)
		return false;
	size_t len = 0;

	/* len < NAMED_ID_MOST always holds. It is written out because gcc 10 warns otherwise. */
	for (; len < part.len && len < NAMED_ID_MOST; len++)
		out->mended[len] = (char)toupper((unsigned char)part.start[len]);
	out->mended[len] = '\0';
	if (!is_id(out->mended, part.len))
		return false;
	set_result(out, NAMED_BY_ID, (struct part){ out->mended, part.len });
	return true;
}

/* Reads a web address: https://acme.pagerduty.com/incidents/PT4KHLK/timeline?... */
static void read_address(const struct kind_row *row, struct part part, struct named *out)
{
	size_t len = strlen(row->folder);
	const char *found = memmem(part.start, part.len, row->folder, len);

	if (found) {
		size_t before = (size_t)(found - part.start) + len;
		struct part id = { part.start + before, 0 };

		while (id.len < part.len - before && !strchr("/?#|>", id.start[id.len]))
			id.len++;
		/* "https://" or "http://" is in front. */
		out->host = strstr(part.start, "//") + 2;
		out->host_len = strcspn(out->host, "/:");
		if (read_id_or_number(id, out))
			return;
	}
	refuse(out, row->address_rule);
}

/* Reads what names a thing that has a number and no name. */
static void read_numbered(const struct kind_row *row, struct part part, struct named *out)
{
	struct part bare = trim_stray(part);

	if (row->folder &&
		(!strncasecmp(bare.start, "https://", 8) || !strncasecmp(bare.start, "http://", 7)))
		read_address(row, bare, out);
	else if (!read_id_or_number(bare, out))
		set_result(out, NAMED_BY_ID, part);
}

/* Turns <mailto:ana@example.com|ana@example.com> into ana@example.com. */
static struct part without_mailto(struct part part)
{
	bool pointed = part.len > 2 && part.start[0] == '<' && part.start[part.len - 1] == '>';
	struct part bare = { part.start + pointed, part.len - 2 * (size_t)pointed };
	bool mailto = bare.len > 7 && !strncasecmp(bare.start, "mailto:", 7);

	if (mailto) {
		bare.start += 7;
		bare.len -= 7;
	}
	const char *label = memchr(bare.start, '|', bare.len);
	if (pointed && label)
		bare.len = (size_t)(label - bare.start);
	bool address = mailto || (pointed && memchr(bare.start, '@', bare.len));
	return address && bare.len ? bare : part;
}

static void read_name(const struct kind_row *row, struct part part, struct named *out)
{
	bool short_id = (row->flags & KIND_HAS_SHORT_IDS) && is_short_id(part.start, part.len);
	bool long_id = (row->flags & KIND_HAS_LONG_IDS) && is_long_id(part.start, part.len);
	bool word = (row->flags & KIND_HAS_WORDS) && is_word(part.start, part.len);
	bool null = (row->flags & KIND_HAS_NULL) && part.len == 4 && !memcmp(part.start, "null", 4);

	if ((row->flags & KIND_TAKES_ME) && part.len == 2 && !strncasecmp(part.start, "me", 2)) {
		set_result(out, NAMED_ME, part);
	} else if (short_id || long_id || word || null) {
		set_result(out, NAMED_BY_ID, part);
		out->doubtful = short_id;
	} else {
		set_result(out, NAMED_BY_NAME,
			(row->flags & KIND_TAKES_EMAIL) ? without_mailto(part) : part);
	}
}

/* Reads "id:PT4KHLK" or "name: Web shop". Returns false if the text begins with neither. */
static bool read_forced(const struct kind_row *row, struct part part, struct named *out)
{
	bool name = part.len >= 5 && !strncasecmp(part.start, "name:", 5);

	if (!name && (part.len < 3 || strncasecmp(part.start, "id:", 3) != 0))
		return false;
	struct part rest = trim(part.start + (name ? 5 : 3));
	out->forced = true;
	if (name && !row->path)
		refuse(out, row->no_name_rule);
	else if (!rest.len)
		refuse(out, name ? "followed by a name if it begins with name:"
				 : "followed by an id if it begins with id:");
	else
		set_result(out, name ? NAMED_BY_NAME : NAMED_BY_ID, rest);
	return true;
}

void named_read(enum kind kind, const char *text, struct named *out)
{
	const struct kind_row *row = kind_row(kind);
	struct part part = trim(text);

	out->forced = false;
	out->doubtful = false;
	out->host_len = 0;
	if (kind == KIND_NONE || is_id(part.start, part.len))
		set_result(out, NAMED_BY_ID, part);
	else if (read_forced(row, part, out))
		return;
	else if (row->flags & KIND_TAKES_NUMBER)
		read_numbered(row, part, out);
	else
		read_name(row, part, out);
}
