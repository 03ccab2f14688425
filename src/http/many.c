/* SPDX-License-Identifier: Apache-2.0 */
#include "http/many.h"

#include "base/clock.h"
#include "http/exchange.h"
#include "http/library.h"
#include "http/transfer.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	OTHERS = 8,
	FOREVER = 24 * 60 * 60 * 1000 /* milliseconds */
};

/* A handle, with the exchange that it carries out. */
struct slot {
	struct slot *next; /* in the list of idle slots, or in that of busy ones */
	struct slot *previous; /* in the list of busy slots */
	struct http *http;
	struct http_request request;
	struct http_reply reply;
	http_many_done *done; /* NULL: called already, because a name server did not answer */
	void *data;
	double started; /* on clock_now() */
	bool timed; /* libcurl knows the time limits */
};

struct http_many {
	CURLM *multi;
	struct http_options options;
	size_t limit;
	unsigned count; /* of those under way that somebody waits for */
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

/*
 * If a libcurl before 7.87 notices that the time of an exchange is over, it waits for the name
 * server, and all other exchanges wait too. So libcurl gets the time limits only after the name was
 * found. Until then check_lookups() applies them.
 */
static CURLcode begin_time(struct slot *slot)
{
	CURL *curl = slot->http->curl;

	slot->started = clock_now();
	slot->timed = library_is_since(LIBRARY_7_87);
	slot->http->unwanted = false;
	if (slot->timed)
		return CURLE_OK;
	CURLcode code = curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)FOREVER);
	return code ? code : curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)FOREVER);
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
	if (!code)
		code = begin_time(slot);
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
}

/* Ends the exchange, and calls back. */
static void finish(struct http_many *many, struct slot *slot, CURLcode code)
{
	struct error err = { 0 };
	http_many_done *done = slot->done;
	bool ok = exchange_end(slot->http, &slot->request, code, &slot->reply, &err);

	exchange_release_headers(slot->http, false);
	slot->done = NULL;
	many->count--;
	done(slot->data, ok, &slot->reply, &err);
	text_done(&slot->reply.body);
}

/*
 * Tells the caller that the name server did not answer in time. The handle stays with libcurl until
 * it does; then check_progress() in http.c ends the exchange. Nothing of the caller's stays in it.
 */
static void abandon(struct http_many *many, struct slot *slot)
{
	struct http *http = slot->http;

	(void)snprintf(http->detail, sizeof(http->detail), "no name server answers");
	http->unwanted = true;
	(void)curl_easy_setopt(http->curl, CURLOPT_HTTPGET, 1L);
	finish(many, slot, CURLE_OPERATION_TIMEDOUT);
}

static void check_lookups(struct http_many *many)
{
	const struct slot *head = &many->under_way;

	for (struct slot *slot = head->next; slot != head; slot = slot->next) {
		double most = exchange_connect_time(slot->http, &slot->request);

		if (slot->timed || !slot->done)
			continue;
		if (!transfer_is_resolving(slot->http->curl))
			slot->timed = !exchange_set_times(slot->http, &slot->request);
		else if (clock_now() - slot->started > most)
			abandon(many, slot);
	}
}

/* Ends the exchanges that are done, and calls back for each. */
static void finish_done(struct http_many *many)
{
	struct CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(many->multi, &left))) {
		struct slot *slot = NULL;
		CURLcode code = message->data.result;

		if (message->msg != CURLMSG_DONE ||
			curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &slot) || !slot)
			continue;
		unlink_slot(many, slot);
		if (slot->done)
			finish(many, slot, code);
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
	check_lookups(many);
	finish_done(many);
}

static void free_slot(struct slot *slot)
{
	http_reply_done(&slot->reply);
	http_free(slot->http);
	free(slot);
}

/* Returns whether a thread of libcurl's still uses a handle. */
static bool waits_for_name(const struct http_many *many)
{
	const struct slot *head = &many->under_way;

	for (const struct slot *slot = head->next; slot != head; slot = slot->next) {
		if (!slot->timed && transfer_is_resolving(slot->http->curl))
			return true;
	}
	return false;
}

void http_many_free(struct http_many *many)
{
	/*
	 * The memory that such a thread uses is not freed, but stays reachable for leak checkers.
	 */
	static struct http_many *volatile left __attribute__((__unused__));

	if (!many)
		return;
	if (waits_for_name(many)) {
		left = many;
		return;
	}
	while (many->under_way.next != &many->under_way) {
		struct slot *slot = many->under_way.next;
		struct error err = { 0 };

		/* Unlinking changes the ring's first slot, which the analyzer does not see. */
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc) */
		unlink_slot(many, slot);
		if (slot->done) {
			(void)!exchange_end(slot->http, &slot->request, CURLE_ABORTED_BY_CALLBACK,
				&slot->reply, &err);
			exchange_release_headers(slot->http, false);
		}
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
