/* SPDX-License-Identifier: Apache-2.0 */
#include "http/many.h"

#include "http/exchange.h"

#include <stdlib.h>

enum { OTHERS = 8 };

/* A handle, with the exchange that it carries out. */
struct slot {
	struct slot *next; /* in the list of idle slots, or in that of busy ones */
	struct slot *previous; /* in the list of busy slots */
	struct http *http;
	struct http_request request;
	struct http_reply reply;
	http_many_done *done;
	void *data;
};

struct http_many {
	CURLM *multi;
	struct http_options options;
	size_t limit;
	unsigned count;
	struct slot *idle;
	struct slot under_way; /* head of the list */
};

struct http_many *http_many_open(
	const struct http_options *options, size_t limit, struct error *err)
{
	/* Opening the first handle checks the options. */
	struct http *first = http_open(options, err);
	struct http_many *many = first ? calloc(1, sizeof(*many)) : NULL;
	struct slot *slot = many ? calloc(1, sizeof(*slot)) : NULL;
	/* Start libcurl once more, for the connections: they live longer than the handles. */
	bool started = slot && !curl_global_init(CURL_GLOBAL_DEFAULT);
	CURLM *multi = started ? curl_multi_init() : NULL;

	if (!multi) {
		if (started)
			curl_global_cleanup();
		http_free(first);
		free(many);
		free(slot);
		if (first)
			(void)error_memory(err);
		return NULL;
	}
	*many = (struct http_many){
		.multi = multi, .options = *options, .limit = limit, .idle = slot
	};
	many->under_way.next = many->under_way.previous = &many->under_way;
	slot->http = first;
	slot->reply.body.limit = limit;
	return many;
}

static struct slot *acquire_slot(struct http_many *many, struct error *err)
{
	struct slot *slot = many->idle;

	if (slot) {
		many->idle = slot->next;
		return slot;
	}
	slot = calloc(1, sizeof(*slot));
	if (!slot) {
		(void)error_memory(err);
		return NULL;
	}
	slot->reply.body.limit = many->limit;
	slot->http = http_open(&many->options, err);
	if (slot->http)
		return slot;
	free(slot);
	return NULL;
}

static void release_slot(struct http_many *many, struct slot *slot)
{
	slot->next = many->idle;
	many->idle = slot;
}

bool http_many_start(struct http_many *many, const struct http_request *request,
	http_many_done *done, void *data, struct error *err)
{
	struct slot *slot = acquire_slot(many, err);

	if (!slot)
		return false;
	slot->request = *request;
	slot->done = done;
	slot->data = data;
	if (!exchange_begin(slot->http, &slot->request, &slot->reply, err)) {
		release_slot(many, slot);
		return false;
	}
	CURLcode code = exchange_set(slot->http, &slot->request, &slot->reply);
	CURL *curl = slot->http->curl;
	if (!code && curl_easy_setopt(curl, CURLOPT_PRIVATE, slot))
		code = CURLE_OUT_OF_MEMORY;
	if (!code && curl_multi_add_handle(many->multi, curl))
		code = CURLE_OUT_OF_MEMORY;
	if (code) {
		bool ok = exchange_end(slot->http, &slot->request, code, &slot->reply, err);

		exchange_release_headers(slot->http, false);
		release_slot(many, slot);
		return ok;
	}
	slot->next = many->under_way.next;
	slot->previous = &many->under_way;
	slot->next->previous = many->under_way.next = slot;
	many->count++;
	return true;
}

unsigned http_many_count(const struct http_many *many)
{
	return many->count;
}

static void unlink_slot(struct http_many *many, struct slot *slot)
{
	(void)curl_multi_remove_handle(many->multi, slot->http->curl);
	slot->next->previous = slot->previous;
	slot->previous->next = slot->next;
	many->count--;
}

/* Ends the exchanges that are done, and calls back for each. */
static void finish_done(struct http_many *many)
{
	struct CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(many->multi, &left))) {
		struct slot *slot = NULL;
		struct error err = { 0 };
		CURLcode code = message->data.result;

		if (message->msg != CURLMSG_DONE ||
			curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &slot) || !slot)
			continue;
		unlink_slot(many, slot);
		bool ok = exchange_end(slot->http, &slot->request, code, &slot->reply, &err);
		exchange_release_headers(slot->http, false);
		slot->done(slot->data, ok, &slot->reply, &err);
		text_done(&slot->reply.body);
		release_slot(many, slot);
	}
}

void http_many_run(struct http_many *many, const struct pollfd *others, unsigned count, int wait)
{
	struct curl_waitfd fds[OTHERS];
	int running, ready;

	if (count > OTHERS)
		count = OTHERS;
	for (unsigned i = 0; i < count; i++)
		fds[i] = (struct curl_waitfd){ .fd = others[i].fd, .events = CURL_WAIT_POLLIN };
	(void)curl_multi_wait(many->multi, fds, count, wait, &ready);
	(void)curl_multi_perform(many->multi, &running);
	finish_done(many);
}

static void free_slot(struct slot *slot)
{
	http_reply_done(&slot->reply);
	http_free(slot->http);
	free(slot);
}

void http_many_free(struct http_many *many)
{
	if (!many)
		return;
	while (many->under_way.next != &many->under_way) {
		struct slot *slot = many->under_way.next;
		struct error err = { 0 };

		/*
		 * NOLINTNEXTLINE(clang-analyzer-unix.Malloc): unlinking changes the ring's first
		 * slot.
		 */
		unlink_slot(many, slot);
		(void)!exchange_end(
			slot->http, &slot->request, CURLE_ABORTED_BY_CALLBACK, &slot->reply, &err);
		exchange_release_headers(slot->http, false);
		free_slot(slot);
	}
	while (many->idle) {
		struct slot *slot = many->idle;

		many->idle = slot->next;
		free_slot(slot);
	}
	(void)curl_multi_cleanup(many->multi);
	curl_global_cleanup();
	free(many);
}
