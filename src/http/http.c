/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http.h"

#include "base/clock.h"
#include "base/interrupt.h"
#include "base/meanwhile.h"
#include "base/redact.h"
#include "http/exchange.h"
#include "http/failure.h"
#include "http/handle.h"
#include "http/library.h"
#include "http/origin.h"
#include "http/transfer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t receive_body(char *bytes, size_t size, size_t count, void *data)
{
	struct text *body = data;

	return text_add_bytes(body, bytes, size * count) ? size * count : 0;
}

/*
 * libcurl calls this at least once a second. The server may take the whole timeout until the first
 * byte of the body. After that, the exchange is ended if no byte is received for HTTP_STALL
 * seconds. CURLOPT_LOW_SPEED_TIME does not distinguish these two phases.
 */
static int check_progress(
	void *data, curl_off_t total, curl_off_t now, curl_off_t up_total, curl_off_t up)
{
	struct http *http = data;

	(void)total, (void)up_total, (void)up;
	meanwhile_work();
	/* If libcurl were stopped now, it would wait for the name server; see transfer.h. */
	if (!library_is_since(LIBRARY_7_87) && transfer_is_resolving(http->curl))
		return 0;
	if (now) {
		double clock = clock_coarse();

		if (now != http->came)
			http->came_at = clock;
		http->came = now;
		http->stalled = clock - http->came_at > HTTP_STALL;
	}
	return interrupted() || http->stalled || http->unwanted;
}

/*
 * libcurl calls this for each connection that it opens. If the exchange has already written a
 * request, the kept-alive connection was closed before an answer came, and libcurl sends the
 * request again.
 */
static int note_connection(void *data, curl_socket_t socket, curlsocktype purpose)
{
	struct http *http = data;
	long written = 0;

	(void)socket, (void)purpose;
	if (!curl_easy_getinfo(http->curl, CURLINFO_REQUEST_SIZE, &written) && written)
		http->repeated = true;
	return CURL_SOCKOPT_OK;
}

/*
 * Returns whether the address of a proxy may contain a password: it names a user, or it cannot be
 * parsed, so that a password may be in the place of the host.
 */
static bool may_hold_password(const char *proxy)
{
	const char *scheme = strstr(proxy, "://");
	const char *rest = scheme ? scheme + 3 : proxy;

	return strchr(proxy, '@') || !origin_is_host(rest, strcspn(rest, "/"));
}

/* Remembers the proxies as secrets, because libcurl quotes a proxy that it cannot use. */
static bool remember_proxies(void)
{
	for (const char *const *name = exchange_proxy_variables; *name; name++) {
		const char *value = getenv(*name);

		if (value && may_hold_password(value) && !redact_remember_proxy(value))
			return false;
	}
	return true;
}

static bool open_handle(struct http *http, struct error *err)
{
	const struct handle_options options = {
		.ca_file = http->ca_file,
		.ca_name = http->ca_name,
		.user_agent = USER_AGENT,
		.detail = http->detail,
		.header = http_header_receive,
		.body = receive_body,
		.watch = check_progress,
		.opened = note_connection,
		.data = http,
	};

	http->curl = handle_open(&options, err);
	return http->curl != NULL;
}

static bool start(struct http *http, const struct http_options *options, struct error *err)
{
	if (!library_check(err))
		return false;
	if (!remember_proxies())
		return error_memory(err);
	CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
	if (code)
		return library_refuse(code, (CURLoption)0, err);
	http->connect_timeout = options->connect_timeout;
	http->ca_name = options->ca_name ? options->ca_name : "ca_file";
	if ((options->proxy && !(http->proxy = strdup(options->proxy))) ||
		(options->ca_file && !(http->ca_file = strdup(options->ca_file))))
		return error_memory(err);
	return open_handle(http, err);
}

struct http *http_open(const struct http_options *options, struct error *err)
{
	struct http *http = calloc(1, sizeof(*http));

	if (!http) {
		(void)error_memory(err);
		return NULL;
	}
	if (start(http, options, err))
		return http;
	http_free(http);
	return NULL;
}

/*
 * Abandons a handle that a thread of libcurl still uses. A static pointer keeps it reachable, so
 * that leak checkers do not report it.
 */
static void abandon_handle(struct http *http)
{
	static struct {
		CURL *volatile curl;
		CURLM *volatile multi;
	} left __attribute__((__unused__));

	left.curl = http->curl;
	left.multi = http->multi;
	http->curl = http->multi = NULL;
	http->left = true;
}

static CURLcode perform(struct http *http, const struct http_request *request, bool *out_lost)
{
	CURLcode code;

	*out_lost = false;
	if (library_is_since(LIBRARY_7_87))
		return curl_easy_perform(http->curl);
	code = transfer_perform(
		&http->multi, http->curl, exchange_connect_time(http, request), out_lost);
	if (*out_lost)
		(void)snprintf(http->detail, sizeof(http->detail), "no name server answers");
	return code;
}

bool http_send(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err)
{
	bool lost = false;

	if (!exchange_begin(http, request, reply, err))
		return false;
	if (!http->curl && !open_handle(http, err)) {
		exchange_release_headers(http, true);
		return false;
	}
	CURLcode code = exchange_set(http, request, reply);
	if (!code)
		code = perform(http, request, &lost);
	bool ok = exchange_end(http, request, code, reply, err);
	exchange_release_headers(http, lost);
	if (lost)
		abandon_handle(http);
	return ok;
}

void http_free(struct http *http)
{
	if (!http)
		return;
	curl_easy_cleanup(http->curl);
	(void)curl_multi_cleanup(http->multi);
	if (!http->left)
		curl_global_cleanup();
	if (http->proxy)
		explicit_bzero(http->proxy, strlen(http->proxy));
	free(http->proxy);
	free(http->ca_file);
	free(http);
}

void http_free_at(struct http **http)
{
	http_free(*http);
}

void http_reply_done(struct http_reply *reply)
{
	text_done(&reply->body);
}
