/* SPDX-License-Identifier: Apache-2.0 */
#include "base/shown.h"

#include "base/utf8.h"

#include <string.h>

enum {
	NAME_SHORT = 15, /* bytes; the shortest keys have 20 */
	VALUE_MOST = 24, /* bytes */
	VALUE_WORDS = 2, /* a passphrase has more */
	WORD_MOST = 15, /* letters */
	SUFFIX_MOST = 4, /* digits behind a word */
	NUMBER_MOST = 8, /* digits */
	ODD_MOST = 4, /* bytes of a word such as "24x7" */
};

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Letters beyond ASCII count as small ones. */
static bool is_lower(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_of_word(char c)
{
	return is_upper(c) || is_lower(c) || is_digit(c);
}

static bool is_joint(char c)
{
	return c == '-' || c == '_' || c == '+';
}

static size_t count_while(const char *at, const char *end, bool (*is)(char))
{
	size_t count = 0;

	while (at + count < end && is(at[count]))
		count++;
	return count;
}

/* The numbers of capitals, small letters and digits that follow each other. */
struct piece {
	size_t upper, lower, digits;
};

static struct piece read_piece(const char *at, const char *end)
{
	struct piece piece = { .upper = count_while(at, end, is_upper) };

	piece.lower = count_while(at + piece.upper, end, is_lower);
	piece.digits = count_while(at + piece.upper + piece.lower, end, is_digit);
	return piece;
}

/* Returns whether a piece is "word", "Word", "WORD", one of them with a short number, or "123". */
static bool is_word(struct piece piece)
{
	size_t letters = piece.upper + piece.lower;

	return (piece.upper <= 1 || !piece.lower) && letters <= WORD_MOST &&
	       piece.digits <= (letters ? SUFFIX_MOST : NUMBER_MOST);
}

/* Returns whether a word consists of one piece, or of several such as "PagerDuty". */
static bool is_joined(const char *at, const char *end)
{
	for (bool several = false;; several = true) {
		struct piece piece = read_piece(at, end);

		if (!is_word(piece))
			return false;
		at += piece.upper + piece.lower + piece.digits;
		if (at == end)
			return !several || piece.lower > 2;
		if (piece.lower < 3 || piece.digits)
			return false;
	}
}

/* Returns whether a word has capitals, small letters and digits, as many passwords do. */
static bool is_mixed(const char *at, size_t len)
{
	bool upper = false, lower = false, digits = false;

	for (size_t i = 0; i < len; i++) {
		upper = upper || is_upper(at[i]);
		lower = lower || is_lower(at[i]);
		digits = digits || is_digit(at[i]);
	}
	return upper && lower && digits;
}

bool shown_name(const char *name, size_t len)
{
	const char *end = name + len;
	bool brief = len <= NAME_SHORT;
	unsigned odd = 0;

	while (name < end) {
		size_t word = count_while(name, end, is_of_word);

		if (!is_joined(name, name + word) &&
			(brief ? is_mixed(name, word) : word > ODD_MOST || odd++))
			return false;
		name += word;
		/* Skip what separates the words. */
		name += name < end;
	}
	return true;
}

static bool is_of_value_word(char c)
{
	return is_of_word(c) || is_joint(c);
}

/* Returns whether a word has letters of one case ("uk", "Uk", "UK") or a few digits, not both. */
static bool is_simple(const char *at, size_t len)
{
	bool capital = len && is_upper(*at), upper = false, lower = false, digits = false;

	for (size_t i = 0; i < len; i++) {
		upper = upper || (i && is_upper(at[i]));
		lower = lower || is_lower(at[i]);
		digits = digits || is_digit(at[i]);
	}
	return !(upper && lower) && !(digits && (capital || upper || lower)) &&
	       len <= (digits ? NUMBER_MOST : WORD_MOST);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool has_password(const char *value, size_t len)
{
	const char *colon = memchr(value, ':', len);

	return colon && memchr(colon, '@', len - (size_t)(colon - value));
}

bool shown_value(const char *value, size_t len)
{
	const char *end = value + len;
	unsigned blanks = 0;

	if (len > VALUE_MOST || has_password(value, len))
		return false;
	while (value < end) {
		size_t word = count_while(value, end, is_of_value_word);
		size_t blank = count_while(value + word, end, is_blank);

		if (!is_simple(value, word))
			return false;
		blanks += blank > 0;
		value += word + blank;
		value += !blank && value < end;
	}
	return blanks < VALUE_WORDS;
}

bool shown_add_name(const char *name, size_t most, struct text *out)
{
	size_t len = strlen(name);

	if (!shown_name(name, len))
		return text_add(out, "***");
	return text_add_bytes(out, name, utf8_cut_characters(name, len, most));
}
