/* SPDX-License-Identifier: Apache-2.0 */
#include "http/header.h"

#include <ctype.h>
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { AFTER_MOST = 86400 }; /* seconds; a longer Retry-After is a mistake of the server */

/* Returns the value of a header field with the given name, trimmed, or NULL for another field. */
static const char *field_value(const char *line, size_t len, const char *name, size_t *out_len)
{
	size_t name_len = strlen(name);

	if (len <= name_len || line[name_len] != ':' || strncasecmp(line, name, name_len) != 0)
		return NULL;
	line += name_len + 1;
	len -= name_len + 1;
	while (len && (*line == ' ' || *line == '\t')) {
		line++;
		len--;
	}
	while (len && (unsigned char)line[len - 1] <= ' ')
		len--;
	*out_len = len;
	return line;
}

static void copy_field(const char *line, size_t len, const char *name, char *out, size_t room)
{
	size_t value_len;
	const char *value = field_value(line, len, name, &value_len);

	if (!value)
		return;
	if (value_len >= room)
		value_len = room - 1;
	memcpy(out, value, value_len);
	out[value_len] = '\0';
}

/*
 * Reads the seconds to wait from a number or an HTTP date. Returns a number below 0 if the text is
 * neither, or if the wait is longer than AFTER_MOST.
 */
static double read_delay(const char *text)
{
	double seconds = -1;

	if (*text && !text[strspn(text, "0123456789.")]) {
		seconds = strtod(text, NULL);
	} else if (isalpha((unsigned char)*text)) {
		time_t date = curl_getdate(text, NULL);

		seconds = date < 0 ? -1 : difftime(date, time(NULL));
		/* A date just past means "now". */
		if (seconds < 0 && seconds > -AFTER_MOST && date >= 0)
			seconds = 0;
	}
	return seconds >= 0 && seconds <= AFTER_MOST ? seconds : -1;
}

/*
 * PagerDuty sends the state of the rate limit in every reply (REST-API/04-Rate-Limits). If calls
 * remain, the rate limit is not the reason for a failure, and ratelimit-reset is ignored: after a
 * 503 it would only cause a useless wait.
 */
double http_header_delay(const struct http_header *header)
{
	bool limited = header->reply->status == 429 || !*header->remaining ||
		       strtod(header->remaining, NULL) < 1;
	double reset = limited ? read_delay(header->reset) : -1;

	return reset >= 0 ? reset : read_delay(header->after);
}

size_t http_header_receive(char *line, size_t size, size_t count, void *data)
{
	struct http_header *header = data;
	struct http_reply *reply = header->reply;
	size_t len = size * count;
	char date[64] = "";

	/* Forget an earlier header: 100 Continue comes before the header of the reply itself. */
	if (len > 5 && !memcmp(line, "HTTP/", 5)) {
		reply->request_id[0] = reply->content_type[0] = reply->location[0] = '\0';
		header->reset[0] = header->remaining[0] = header->after[0] = '\0';
		reply->date = -1;
	}
	copy_field(line, len, "X-Request-Id", reply->request_id, sizeof(reply->request_id));
	copy_field(line, len, "Content-Type", reply->content_type, sizeof(reply->content_type));
	copy_field(line, len, "Location", reply->location, sizeof(reply->location));
	copy_field(line, len, "ratelimit-reset", header->reset, sizeof(header->reset));
	copy_field(line, len, "ratelimit-remaining", header->remaining, sizeof(header->remaining));
	copy_field(line, len, "Retry-After", header->after, sizeof(header->after));
	copy_field(line, len, "Date", date, sizeof(date));
	if (*date)
		reply->date = (double)curl_getdate(date, NULL);
	return len;
}
