/* SPDX-License-Identifier: Apache-2.0 */
#include "http_message.h"

#include "complaints.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Reads more bytes. Returns false at the end. */
static bool read_more(struct stream *stream, struct text *rest)
{
	char part[16 << 10];
	ssize_t len = stream_read(stream, part, sizeof(part));

	return len > 0 && text_add_bytes(rest, part, (size_t)len);
}

/* Removes len bytes from the start. */
static void drop(struct text *rest, size_t len)
{
	memmove(rest->data, rest->data + len, rest->len - len);
	rest->len -= len;
	rest->data[rest->len] = '\0';
}

const char *message_field(const struct message *message, const char *name)
{
	for (size_t i = 0; i < message->count; i++) {
		if (!strcasecmp(message->fields[i].name, name))
			return message->fields[i].value;
	}
	return NULL;
}

static bool read_field(struct message *message, char *line)
{
	char *colon = strchr(line, ':');

	if (!colon || colon == line || message->count == COUNT(message->fields))
		return false;
	*colon = '\0';
	if (line[strcspn(line, " \t")] || message_field(message, line)) {
		complain("a request's header field \"%s\" is malformed, or is there twice", line);
		return true;
	}
	char *value = colon + 1 + strspn(colon + 1, " \t");
	message->fields[message->count++] = (struct field){ line, value };
	return true;
}

static bool read_request_line(struct message *message, char *line)
{
	char *target = strchr(line, ' ');
	char *version = target ? strchr(target + 1, ' ') : NULL;

	if (!version || strcmp(version, " HTTP/1.1") != 0)
		return false;
	*target = *version = '\0';
	message->method = line;
	message->target = target + 1;
	return *message->method && *message->target;
}

static bool read_head(struct message *message, char *head)
{
	bool first = true;

	for (char *line = head; line;) {
		char *end = strstr(line, "\r\n");

		if (end)
			*end = '\0';
		if (strchr(line, '\n') || strchr(line, '\r') ||
			!(first ? read_request_line(message, line) : read_field(message, line)))
			return false;
		first = false;
		line = end ? end + 2 : NULL;
	}
	return true;
}

static bool read_body(struct stream *stream, struct text *rest, struct message *message)
{
	const char *length = message_field(message, "Content-Length");

	if (message_field(message, "Transfer-Encoding"))
		complain("a request has a Transfer-Encoding");
	if (message_field(message, "Expect"))
		(void)stream_write(stream, "HTTP/1.1 100 Continue\r\n\r\n", 25);
	if (!length)
		return true;
	size_t want = strtoul(length, NULL, 10);
	while (rest->len < want) {
		if (!read_more(stream, rest))
			return false;
	}
	message->has_body = true;
	(void)text_add_bytes(&message->body, text_string(rest), want);
	if (want)
		drop(rest, want);
	return true;
}

bool message_read(struct stream *stream, struct text *rest, struct message *message)
{
	char *end;

	*message = (struct message){ .body = TEXT(TEXT_ANY) };
	while (!rest->len || !(end = memmem(rest->data, rest->len, "\r\n\r\n", 4))) {
		if (!read_more(stream, rest)) {
			if (rest->len)
				complain("a request ended in its header: %s", text_string(rest));
			return false;
		}
	}
	char *head = strndup(rest->data, (size_t)(end - rest->data));
	drop(rest, (size_t)(end + 4 - rest->data));
	if (!read_head(message, head)) {
		complain("a request is malformed: %s", head);
		return false;
	}
	return read_body(stream, rest, message);
}
