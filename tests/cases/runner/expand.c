/* SPDX-License-Identifier: Apache-2.0 */
#include "expand.h"

#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool add_hex(struct text *out, const char *digits, size_t len)
{
	for (size_t i = 0; i < len; i += 2) {
		char pair[3] = { digits[i], i + 1 < len ? digits[i + 1] : '\0', '\0' };
		char *end;
		char byte = (char)strtol(pair, &end, 16);

		if (end != pair + 2)
			return false;
		(void)text_add_bytes(out, &byte, 1);
	}
	return true;
}

static bool add_repeated(struct text *out, const char *arguments, const char *end)
{
	char *text;
	long count = strtol(arguments, &text, 10);

	if (text == arguments || *text != ':' || count < 0)
		return false;
	text++;
	for (long i = 0; i < count; i++)
		(void)text_add_bytes(out, text, (size_t)(end - text));
	return true;
}

static bool add_records(struct text *out, const char *arguments)
{
	long numbers[3]; /* the number of the first record, their count, and the size of each */

	for (size_t i = 0; i < COUNT(numbers); i++) {
		char *end;

		numbers[i] = strtol(arguments, &end, 10);
		if (end == arguments || numbers[i] < 0 || *end != (i == 2 ? '@' : ':'))
			return false;
		arguments = end + 1;
	}
	record_add_many(out, numbers[0], numbers[1], (size_t)numbers[2]);
	return true;
}

/* Adds the time in so many seconds. */
static bool add_moment(struct text *out, const char *arguments, bool http)
{
	char *end, printed[64];
	time_t moment = time(NULL) + strtol(arguments, &end, 10);
	struct tm parts;

	if (end == arguments || *end != '@' || !gmtime_r(&moment, &parts) ||
		!(http ? strftime(printed, sizeof(printed), "%a, %d %b %Y %H:%M:%S GMT", &parts)
		       : strftime(printed, sizeof(printed), "%Y-%m-%dT%H:%M:%SZ", &parts)))
		return false;
	return text_add(out, printed);
}

static bool starts(const char *text, const char *word)
{
	return !strncmp(text, word, strlen(word));
}

/*
 * Adds the value of the expression at text, which is an @ sign. *out_len is the length of the
 * expression, 0 if it is not one of ours.
 */
static bool expand_one(
	const char *text, const struct name *names, struct text *out, size_t *out_len)
{
	const char *end = strchr(text + 1, '@');

	*out_len = end ? (size_t)(end + 1 - text) : 0;
	if (end && starts(text, "@REPEAT:"))
		return add_repeated(out, text + strlen("@REPEAT:"), end);
	if (end && starts(text, "@HEX:"))
		return add_hex(out, text + strlen("@HEX:"), *out_len - strlen("@HEX:@"));
	if (end && starts(text, "@RECORDS:"))
		return add_records(out, text + strlen("@RECORDS:"));
	if (end && starts(text, "@DATE:"))
		return add_moment(out, text + strlen("@DATE:"), true);
	if (end && starts(text, "@INSTANT:"))
		return add_moment(out, text + strlen("@INSTANT:"), false);
	for (; end && names->name; names++) {
		if (strlen(names->name) == *out_len - 2 && starts(text + 1, names->name))
			return text_add(out, names->value);
	}
	*out_len = 0;
	return true;
}

bool expand(const struct text *text, const struct name *names, struct text *out)
{
	const char *at = text_string(text);

	while (*at) {
		size_t plain = strcspn(at, "@");
		size_t len = 0;

		(void)text_add_bytes(out, at, plain);
		at += plain;
		if (*at && !expand_one(at, names, out, &len))
			return false;
		if (*at && !len)
			(void)text_add_bytes(out, at, len = 1);
		at += len;
	}
	return !out->failed;
}
