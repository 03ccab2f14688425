/* SPDX-License-Identifier: Apache-2.0 */
#include "account.h"

#include "base/instant.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct account account;

void account_reset(void)
{
	text_done(&account.asked);
	account = (struct account){ .asked = TEXT(TEXT_ANY), .paging = PAGING_CLASSIC };
}

/* Decodes the value of a query parameter. Returns false if there is none. */
static bool query_value(const char *query, const char *name, char *out, size_t size)
{
	size_t len = strlen(name), out_len = 0;

	if (!query)
		return false;
	while (strncmp(query, name, len) != 0 || query[len] != '=') {
		query = strchr(query, '&');
		if (!query)
			return false;
		query++;
	}
	for (query += len + 1; *query && *query != '&' && out_len < size - 1; query++) {
		if (*query == '%') {
			const char digits[] = { query[1], query[2], '\0' };

			out[out_len++] = (char)strtoul(digits, NULL, 16);
			query += 2;
		} else {
			out[out_len++] = *query;
		}
	}
	out[out_len] = '\0';
	return true;
}

static long query_number(const char *query, const char *name, long otherwise)
{
	char text[64];

	return query_value(query, name, text, sizeof(text)) ? strtol(text, NULL, 10) : otherwise;
}

/* Reads a time of the query in seconds, in the time zone of the account. */
static double query_moment(const char *query, const char *name, double otherwise)
{
	char text[64];
	int64_t seconds = 0;

	if (account.ignores_range || !query_value(query, name, text, sizeof(text)))
		return otherwise;
	if (!instant_read(text, &seconds))
		abort();
	bool local = strlen(text) <= 10 || !strpbrk(text + 10, "Z+-");
	return (double)(seconds - (local ? account.zone : 0));
}

static double made(long number)
{
	long last = account.records - account.at_once;

	if (account.at_once && number > last)
		number = last;
	return (double)account.first_made + (double)number * account.between;
}

/* Returns the number of records that were created before a time or at it. */
static long count_until(double moment, bool at_it)
{
	long least = 0, most = account.records;

	while (least < most) {
		long middle = least + (most - least) / 2;

		if (made(middle) < moment || (at_it && made(middle) <= moment))
			least = middle + 1;
		else
			most = middle;
	}
	return least;
}

/* Finds the number of the first record in the query's range, and of the one after the last. */
static void find_range(const char *query, long *out_from, long *out_to)
{
	double since = query_moment(query, "since", -1e18);
	double until = query_moment(query, "until", 1e18);

	*out_from = count_until(since, account.without_ends);
	*out_to = count_until(until, !account.without_ends);
	if (*out_to < *out_from)
		*out_to = *out_from;
	if (account.loses_from && account.calls >= account.loses_from && *out_to > *out_from + 100)
		*out_to = *out_from + 100;
}

static void add_record(struct text *body, long number)
{
	char moment[INSTANT_TEXT];
	size_t start = body->len;

	instant_print((int64_t)made(number), moment);
	if (account.without_ids)
		(void)text_addf(body, "{\"number\":%ld", number);
	else
		(void)text_addf(body, "{\"id\":\"P%05ld\",\"type\":\"incident\"", number);
	(void)text_addf(body, ",\"%s\":\"%s\"", account.made ? account.made : "created_at", moment);
	while (body->len + 80 < start + account.record_size)
		(void)text_addf(body,
			",\"service\":{\"id\":\"PIJ90N7\",\"type\":\"service_reference\","
			"\"summary\":\"My mail service\",\"self\":\"https://api.pagerduty.com/"
			"services/PIJ90N7\",\"n\":%zu,\"urgent\":false,\"teams\":[null,{}]}",
			body->len);
	(void)text_add(body, "}");
}

/* The page that a call asks for. */
struct asked {
	long limit, at; /* the number of records, and the position of the first */
	long from, to; /* the records in the range */
};

static bool refuse(struct error *err, const char *why)
{
	return error_set(err, ERROR_REFUSED, 400, "the account refuses it: %s", why);
}

static bool read_asked(
	const struct request *request, const char *paging, struct asked *out, struct error *err)
{
	long most = account.paging == PAGING_V3 || account.paging == PAGING_BODY ? 1000 : 100;
	char cursor[64] = "c0";

	find_range(text_string(&request->query), &out->from, &out->to);
	if (account.paging == PAGING_BODY) {
		struct json_object *limit = NULL, *after = NULL;

		(void)json_object_object_get_ex(request->body, "limit", &limit);
		(void)json_object_object_get_ex(request->body, "starting_after", &after);
		out->limit = limit ? (long)json_object_get_int64(limit) : 20;
		out->at = after ? strtol(json_object_get_string(after) + 1, NULL, 10) : 0;
	} else {
		out->limit = query_number(paging ? paging : "", "limit", 25);
		out->at = query_number(paging ? paging : "", "offset", 0);
		if (query_value(paging, account.paging == PAGING_AFTER ? "after" : "cursor", cursor,
			    sizeof(cursor)))
			out->at = strtol(cursor + 1, NULL, 10);
	}
	if (out->limit < 1 || out->limit > most || out->at < 0)
		return refuse(err, "limit or offset");
	if ((account.paging == PAGING_CLASSIC || account.paging == PAGING_V3) &&
		out->limit + out->at > 10000)
		return refuse(err, "Offset+limit exceeds 10000");
	if (account.most && out->limit > account.most)
		out->limit = account.most;
	return true;
}

static void add_end(struct text *body, const struct asked *asked, long next)
{
	bool more = account.always_more || next < asked->to - asked->from;

	if (account.circular)
		next = 7;
	if (account.paging == PAGING_CURSOR || account.paging == PAGING_AFTER) {
		const char *name = account.paging == PAGING_CURSOR ? "next_cursor" : "after";

		if (more)
			(void)text_addf(
				body, ",\"limit\":%ld,\"%s\":\"c%ld\"", asked->limit, name, next);
		else if (account.paging == PAGING_CURSOR)
			(void)text_addf(body, ",\"%s\":null", name);
		return;
	}
	(void)text_addf(body, ",\"limit\":%ld", asked->limit);
	if (!account.without_offset && account.paging != PAGING_BODY)
		(void)text_addf(body, ",\"offset\":%ld,\"total\":null", asked->at);
	if (!account.without_more)
		(void)text_addf(body, ",\"more\":%s", more ? "true" : "false");
	if (account.paging == PAGING_BODY && !account.without_last)
		(void)text_addf(body, ",\"first\":\"f\",\"last\":\"c%ld\"", next);
}

static void serve(struct text *body, const struct request *request, const struct asked *asked)
{
	const char *member = request->operation->member;
	long next = asked->at, length = asked->to - asked->from;
	bool empty = account.empty_from && account.calls >= account.empty_from;

	(void)text_addf(body, "{\"%s\":[", member ? member : "records");
	for (; next - asked->at < asked->limit && (account.endless || next < length); next++) {
		long place = account.endless && length > 0 ? next % length : next;

		if (empty)
			continue;
		(void)text_add(body, next > asked->at ? "," : "");
		add_record(
			body, account.newest_first ? asked->to - 1 - place : asked->from + place);
	}
	(void)text_add(body, "]");
	add_end(body, asked, next);
	(void)text_add(body, "}");
}

/* Needed to link the rows whose functions open clients. None is called here. */
bool client_open(struct client *client, struct config *config, double end, struct error *err)
{
	(void)client, (void)config, (void)end;
	return error_memory(err);
}

void client_done(struct client *client)
{
	(void)client;
}

bool client_call(struct client *client, const struct request *request, const char *paging,
	struct http_reply *reply, struct error *err)
{
	const char *query = text_string(&request->query);
	struct asked asked = { 0 };

	(void)client;
	account.calls++;
	(void)text_addf(&account.asked, "%s%s%s%s\n", query, *query && paging ? "&" : "",
		paging ? paging : "",
		request->body
			? json_object_to_json_string_ext(request->body, JSON_C_TO_STRING_PLAIN)
			: "");
	if (account.calls == account.fails_at)
		return error_set(err, ERROR_UNAVAILABLE, 503, "PagerDuty answered 503");
	text_clear(&reply->body);
	(void)snprintf(reply->content_type, sizeof(reply->content_type), "%s",
		account.content_type ? account.content_type : "application/json");
	reply->status = 200;
	if (account.body && account.calls >= account.body_at)
		return text_add(&reply->body, account.body);
	if (!read_asked(request, paging, &asked, err))
		return false;
	serve(&reply->body, request, &asked);
	account.records += account.grows;
	return !reply->body.failed;
}
