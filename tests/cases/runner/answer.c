/* SPDX-License-Identifier: Apache-2.0 */
#include "answer.h"

#include <string.h>
#include <strings.h>
#include <time.h>

static const char *const names[] = {
	[FAULT_NONE] = "",
	[FAULT_RESET_BEFORE_REQUEST] = "reset-before-request",
	[FAULT_RESET_BEFORE_REPLY] = "reset-before-reply",
	[FAULT_CLOSE_BEFORE_REPLY] = "close-before-reply",
	[FAULT_STALL_BEFORE_REPLY] = "stall-before-reply",
	[FAULT_STALL_HEADERS] = "stall-headers",
	[FAULT_STALL_BODY] = "stall-body",
	[FAULT_HALF_HEADERS] = "half-headers",
	[FAULT_HALF_BODY] = "half-body",
	[FAULT_RESET_BODY] = "reset-body",
	[FAULT_WRONG_LENGTH] = "wrong-length",
	[FAULT_CHUNKED] = "chunked",
	[FAULT_HALF_CHUNK] = "half-chunk",
	[FAULT_BAD_CHUNK] = "bad-chunk",
	[FAULT_DRIP] = "drip",
	[FAULT_GARBAGE] = "garbage",
	[FAULT_HUGE_HEADERS] = "huge-headers",
	[FAULT_CLOSE_IDLE] = "close-idle",
	[FAULT_NO_LENGTH] = "no-length",
	[FAULT_CONTINUE] = "continue",
};
_Static_assert(COUNT(names) == FAULTS, "every fault has a name");

bool fault_find(const char *name, enum fault *out)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		if (!strcmp(names[i], name)) {
			*out = (enum fault)i;
			return true;
		}
	}
	return false;
}

static void pause_seconds(double seconds)
{
	struct timespec wait = {
		.tv_sec = (time_t)seconds,
		.tv_nsec = (long)((seconds - (double)(time_t)seconds) * 1e9),
	};

	(void)nanosleep(&wait, NULL);
}

static bool has_header(const struct list *headers, const char *name)
{
	for (size_t i = 0; headers && i < headers->count; i++) {
		const char *line = text_string(&headers->items[i].text);

		if (!strncasecmp(line, name, strlen(name)) && line[strlen(name)] == ':')
			return true;
	}
	return false;
}

static bool is_chunked(enum fault fault)
{
	return fault == FAULT_CHUNKED || fault == FAULT_HALF_CHUNK || fault == FAULT_BAD_CHUNK;
}

static void add_length(const struct answer *answer, struct text *out)
{
	size_t len = answer->body.len;

	if (is_chunked(answer->fault))
		(void)text_add(out, "Transfer-Encoding: chunked\r\n");
	else if (answer->fault == FAULT_WRONG_LENGTH)
		(void)text_addf(out, "Content-Length: %zu\r\n", len / 2);
	else if (answer->fault != FAULT_NO_LENGTH && answer->status != 204 &&
		 !has_header(answer->headers, "Content-Length"))
		(void)text_addf(out, "Content-Length: %zu\r\n", len);
}

/* Adds the header, without the empty line at its end. */
static void add_head(const struct answer *answer, struct text *out)
{
	if (answer->fault == FAULT_CONTINUE)
		(void)text_add(out, "HTTP/1.1 100 Continue\r\n\r\n");
	(void)text_addf(out, "HTTP/1.1 %ld Mock\r\n", answer->status);
	if (!has_header(answer->headers, "Content-Type") && answer->body.len)
		(void)text_add(out, "Content-Type: application/json\r\n");
	for (size_t i = 0; answer->headers && i < answer->headers->count; i++)
		(void)text_addf(out, "%s\r\n", text_string(&answer->headers->items[i].text));
	if (answer->last || answer->fault == FAULT_NO_LENGTH)
		(void)text_add(out, "Connection: close\r\n");
	add_length(answer, out);
	for (int i = 0; answer->fault == FAULT_HUGE_HEADERS && i < 1 << 14; i++)
		(void)text_addf(out, "X-Filling-%05d: %064d\r\n", i, i);
}

static void add_chunks(const struct answer *answer, struct text *out)
{
	size_t half = answer->body.len / 2;
	const char *body = text_string(&answer->body);

	if (half) {
		(void)text_addf(out, "%zx\r\n", half);
		(void)text_add_bytes(out, body, half);
		(void)text_add(out, "\r\n");
	}
	if (answer->fault == FAULT_BAD_CHUNK)
		(void)text_add(out, "not a length\r\n");
	if (answer->fault != FAULT_CHUNKED)
		return;
	if (answer->body.len) {
		(void)text_addf(out, "%zx;name=value\r\n", answer->body.len - half);
		(void)text_add_bytes(out, body + half, answer->body.len - half);
		(void)text_add(out, "\r\n");
	}
	(void)text_add(out, "0\r\n\r\n");
}

/* Makes the bytes that are sent. */
static void compose(const struct answer *answer, struct text *out)
{
	bool half = answer->fault == FAULT_STALL_BODY || answer->fault == FAULT_HALF_BODY ||
		    answer->fault == FAULT_RESET_BODY;

	if (answer->fault == FAULT_GARBAGE) {
		(void)text_add(out, "\x16\x03 220 mail.example ESMTP\r\n\r\n");
		return;
	}
	add_head(answer, out);
	if (answer->fault == FAULT_STALL_HEADERS || answer->fault == FAULT_HALF_HEADERS)
		return;
	(void)text_add(out, "\r\n");
	if (is_chunked(answer->fault))
		add_chunks(answer, out);
	else
		(void)text_add_bytes(out, text_string(&answer->body),
			half ? answer->body.len / 2 : answer->body.len);
}

static void write_slowly(struct stream *stream, const struct text *text)
{
	for (size_t i = 0; i < text->len; i++) {
		if (!stream_write(stream, text->data + i, 1))
			return;
		pause_seconds(0.005);
	}
}

/* Ends the connection as the fault says, if it does. */
static bool end(const struct answer *answer, struct stream *stream, void (*stall)(void))
{
	switch (answer->fault) {
	case FAULT_STALL_BEFORE_REPLY:
	case FAULT_STALL_HEADERS:
	case FAULT_STALL_BODY:
		stall();
		stream_cut(stream);
		return false;
	case FAULT_RESET_BEFORE_REPLY:
	case FAULT_RESET_BODY:
		stream_reset(stream);
		return false;
	case FAULT_CLOSE_BEFORE_REPLY:
	case FAULT_HALF_HEADERS:
	case FAULT_HALF_BODY:
	case FAULT_HALF_CHUNK:
	case FAULT_BAD_CHUNK:
	case FAULT_GARBAGE:
	case FAULT_CLOSE_IDLE:
		stream_close(stream);
		return false;
	case FAULT_NONE:
	case FAULT_RESET_BEFORE_REQUEST:
	case FAULT_WRONG_LENGTH:
	case FAULT_CHUNKED:
	case FAULT_DRIP:
	case FAULT_HUGE_HEADERS:
	case FAULT_NO_LENGTH:
	case FAULT_CONTINUE:
	case FAULTS:
		break;
	}
	if (!answer->last && answer->fault != FAULT_NO_LENGTH &&
		answer->fault != FAULT_WRONG_LENGTH)
		return true;
	stream_close(stream);
	return false;
}

bool answer_send(const struct answer *answer, struct stream *stream, void (*stall)(void))
{
	struct text out = TEXT(TEXT_ANY);

	if (answer->delay > 0)
		pause_seconds(answer->delay);
	if (answer->fault != FAULT_RESET_BEFORE_REPLY &&
		answer->fault != FAULT_CLOSE_BEFORE_REPLY &&
		answer->fault != FAULT_STALL_BEFORE_REPLY)
		compose(answer, &out);
	if (answer->fault == FAULT_DRIP)
		write_slowly(stream, &out);
	else
		(void)stream_write(stream, text_string(&out), out.len);
	text_done(&out);
	return end(answer, stream, stall);
}
