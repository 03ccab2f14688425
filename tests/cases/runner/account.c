/* SPDX-License-Identifier: Apache-2.0 */
#include "account.h"

#include "record.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LIMIT_DEFAULT = 25, LIMIT_MOST = 100, LIST_LIMIT = 10000 };
enum { DAY = 24 * 3600, DEFAULT_DAYS = 30 };

/* The records that a request asks for: numbers first to last - 1 of the list. */
struct slice {
	long first, last;
};

static bool read_time(const char *text, long *out)
{
	struct tm time = { 0 };
	const char *end = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &time);

	*out = (long)timegm(&time);
	return end && (!*end || *end == '/');
}

static bool read_spread(struct account *account, const char *text)
{
	const char *slash = strchr(text, '/');

	return slash && read_time(text, &account->since) && read_time(slash + 1, &account->until) &&
	       account->since < account->until;
}

static bool read_option(struct account *account, const char *option)
{
	if (!strcmp(option, "cursor"))
		account->paging = ACCOUNT_CURSOR;
	else if (!strcmp(option, "after"))
		account->paging = ACCOUNT_AFTER;
	else if (!strcmp(option, "body"))
		account->paging = ACCOUNT_BODY;
	else if (!strcmp(option, "moving"))
		account->moving = true;
	else if (!strcmp(option, "newest"))
		account->newest = true;
	else if (!strncmp(option, "days=", 5))
		account->days = strtol(option + 5, NULL, 10);
	else if (!strncmp(option, "most=", 5))
		account->most = strtol(option + 5, NULL, 10);
	else
		return !strncmp(option, "spread=", 7) && read_spread(account, option + 7);
	return account->most > 0;
}

static bool read_number(const char *word, long *out)
{
	char *end = NULL;

	*out = word ? strtol(word, &end, 10) : -1;
	return *out >= 0 && !*end;
}

bool account_read(struct account *account, const char *text)
{
	char *rest = NULL;
	long size = 0;

	*account = (struct account){ .most = LIMIT_MOST, .path = strdup(text) };
	(void)strtok_r(account->path, " ", &rest);
	account->member = strtok_r(NULL, " ", &rest);
	if (!read_number(strtok_r(NULL, " ", &rest), &account->count) ||
		!read_number(strtok_r(NULL, " ", &rest), &size))
		return false;
	account->size = (size_t)size;
	for (char *option; (option = strtok_r(NULL, " ", &rest));) {
		if (!read_option(account, option))
			return false;
	}
	return true;
}

/* Returns the decoded value of a query parameter, "" if there is none. */
static const char *query_member(const struct message *message, const char *name, char value[128])
{
	const char *at = strchr(message->target, '?');
	size_t len = 0, name_len = strlen(name);

	while (at && (strncmp(at + 1, name, name_len) != 0 || at[1 + name_len] != '='))
		at = strchr(at + 1, '&');
	for (at = at ? at + 2 + name_len : ""; *at && *at != '&' && len < 127; at++) {
		char digits[3] = { 0 };

		if (*at != '%') {
			value[len++] = *at;
			continue;
		}
		(void)snprintf(digits, sizeof(digits), "%s", at + 1);
		value[len++] = (char)strtol(digits, NULL, 16);
		at += strlen(digits);
	}
	value[len] = '\0';
	return value;
}

static long record_time(const struct account *account, long index)
{
	long place = account->newest ? account->count - 1 - index : index;

	return account->since + (account->until - account->since) * place / account->count;
}

/*
 * Returns the records between since and until of the query: all if records have no time, or if the
 * query has no range.
 */
static struct slice asked_slice(
	const struct account *account, const struct message *message, bool *out_too_long)
{
	struct slice slice = { 0, account->count };
	long since = account->since, until = account->until;
	char value[128];

	if (!account->until)
		return slice;
	if (*query_member(message, "since", value) && !read_time(value, &since))
		return (struct slice){ 0, 0 };
	if (account->days && *value)
		until = since + DEFAULT_DAYS * DAY;
	if (*query_member(message, "until", value) && !read_time(value, &until))
		return (struct slice){ 0, 0 };
	*out_too_long = account->days && until - since > account->days * DAY;
	while (slice.first < slice.last && (record_time(account, slice.first) < since ||
						   record_time(account, slice.first) >= until))
		slice.first++;
	while (slice.first < slice.last && (record_time(account, slice.last - 1) < since ||
						   record_time(account, slice.last - 1) >= until))
		slice.last--;
	return slice;
}

static void add_record(const struct account *account, long index, struct text *out)
{
	record_add(out, index, account->size);
	if (!account->until)
		return;
	time_t when = record_time(account, index);
	struct tm parts;
	char printed[32];
	(void)gmtime_r(&when, &parts);
	(void)strftime(printed, sizeof(printed), "%Y-%m-%dT%H:%M:%SZ", &parts);
	out->len--;
	(void)text_addf(out, ",\"created_at\":\"%s\"}", printed);
}

/*
 * Adds count records of the slice from offset on. New records at the front of a moving list have
 * numbers of their own.
 */
static void add_records(const struct account *account, const struct slice *slice, long offset,
	long count, struct text *out)
{
	long moved = account->moving ? account->pages : 0;

	for (long i = 0; i < count; i++) {
		long index = slice->first + offset + i - moved;

		(void)text_add(out, i ? "," : "");
		add_record(account, index < 0 ? account->count - index : index, out);
	}
}

static void refuse(struct account_reply *reply, const char *why)
{
	reply->status = 400;
	(void)text_addf(&reply->body,
		"{\"error\":{\"message\":\"Invalid Input Provided\",\"code\":2001,\"errors\":[\"%"
		"s\"]}}",
		why);
}

/* The page that a request asks for. */
struct want {
	long limit, offset;
};

static struct want read_want(const struct account *account, const struct message *message)
{
	struct want want = { LIMIT_DEFAULT, 0 };
	char value[128];

	if (account->paging == ACCOUNT_BODY) {
		struct json_object *body = json_tokener_parse(text_string(&message->body));
		struct json_object *member;

		if (json_object_object_get_ex(body, "limit", &member))
			want.limit = json_object_get_int(member);
		if (json_object_object_get_ex(body, "starting_after", &member))
			want.offset = strtol(json_object_get_string(member) + 1, NULL, 10);
		return want;
	}
	if (*query_member(message, "limit", value))
		want.limit = strtol(value, NULL, 10);
	if (account->paging == ACCOUNT_CLASSIC)
		want.offset = strtol(query_member(message, "offset", value), NULL, 10);
	else if (*query_member(
			 message, account->paging == ACCOUNT_CURSOR ? "cursor" : "after", value))
		want.offset = strtol(value + 1, NULL, 10);
	return want;
}

/* Adds the members by which the next page is asked for. Cursors are "c" and the offset. */
static void add_paging(const struct account *account, const struct want *want, long next, bool more,
	struct text *out)
{
	const char *name = account->paging == ACCOUNT_CURSOR  ? "next_cursor"
			   : account->paging == ACCOUNT_AFTER ? "after"
							      : "last";

	(void)text_addf(out, ",\"limit\":%ld", want->limit);
	if (account->paging == ACCOUNT_CLASSIC)
		(void)text_addf(out, ",\"offset\":%ld,\"total\":null", want->offset);
	else if (more)
		(void)text_addf(out, ",\"%s\":\"c%ld\"", name, next);
	else
		(void)text_addf(out, ",\"%s\":null", name);
	if (account->paging == ACCOUNT_CLASSIC || account->paging == ACCOUNT_BODY)
		(void)text_addf(out, ",\"more\":%s", more ? "true" : "false");
}

bool account_answer(
	struct account *account, const struct message *message, struct account_reply *reply)
{
	size_t len = strcspn(message->target, "?");

	if (strlen(account->path) != len || strncmp(message->target, account->path, len) != 0 ||
		strcmp(message->method, account->paging == ACCOUNT_BODY ? "POST" : "GET") != 0)
		return false;
	*reply = (struct account_reply){ 200, TEXT(TEXT_ANY) };
	struct want want = read_want(account, message);
	bool too_long = false;
	struct slice slice = asked_slice(account, message, &too_long);
	if (too_long) {
		refuse(reply, "The time range is too long.");
		return true;
	}
	if (want.limit < 1) {
		refuse(reply, "Limit must be at least 1.");
		return true;
	}
	if (account->paging == ACCOUNT_CLASSIC && want.offset + want.limit > LIST_LIMIT) {
		refuse(reply, "Offset must be less than 10000.");
		return true;
	}
	if (want.limit > account->most)
		want.limit = account->most;
	long total = slice.last - slice.first + (account->moving ? account->pages : 0);
	long left = total > want.offset ? total - want.offset : 0;
	long count = left < want.limit ? left : want.limit;
	(void)text_addf(&reply->body, "{\"%s\":[", account->member);
	add_records(account, &slice, want.offset, count, &reply->body);
	(void)text_add(&reply->body, "]");
	add_paging(account, &want, want.offset + count, left > count, &reply->body);
	(void)text_add(&reply->body, "}");
	account->pages++;
	return true;
}
