/* SPDX-License-Identifier: Apache-2.0 */
#include "http/http.h"

#include "base/clock.h"
#include "base/interrupt.h"
#include "base/redact.h"
#include "http/failure.h"
#include "http/handle.h"
#include "http/header.h"
#include "http/library.h"
#include "http/origin.h"
#include "http/transfer.h"

#include <curl/curl.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

struct http {
	CURL *curl; /* NULL: the last one was left to a name server that does not answer */
	CURLM *multi; /* see transfer.h; NULL where it is not needed */
	bool left; /* a name server that does not answer was left to itself, with the handle of that time */
	char *proxy; /* of the configuration; NULL: as the environment says */
	char *ca_file; /* NULL: the system's trust */
	const char *ca_name; /* what sets the authorities, for sentences */
	double connect_timeout;
	char detail[CURL_ERROR_SIZE]; /* what libcurl says of the last failure */
	curl_off_t came; /* bytes of the body that came so far, of this exchange */
	double came_at; /* when the last of them did, on clock_coarse() */
	bool stalled; /* the exchange was given up for it */
};

static size_t take_body(char *bytes, size_t size, size_t count, void *data)
{
	struct text *body = data;

	return text_add_bytes(body, bytes, size * count) ? size * count : 0;
}

/*
 * libcurl calls this at least once a second. Until the first byte the server may think, as long
 * as the timeout allows; then an answer that stands still is a lost one (CURLOPT_LOW_SPEED_TIME
 * would not tell these apart).
 */
static int watch(void *data, curl_off_t total, curl_off_t now, curl_off_t up_total, curl_off_t up)
{
	struct http *http = data;

	(void)total, (void)up_total, (void)up;
	/* To stop would be to wait for the name server, see transfer.h. */
	if (http->multi && transfer_is_resolving(http->curl))
		return 0;
	if (now) {
		double clock = clock_coarse();

		if (now != http->came)
			http->came_at = clock;
		http->came = now;
		http->stalled = clock - http->came_at > HTTP_STALL;
	}
	return interrupted() || http->stalled;
}

/* What names the proxy of https in the environment, as libcurl looks for it. */
static const char *const proxy_variables[] = { "https_proxy", "HTTPS_PROXY", "all_proxy",
	"ALL_PROXY" };

/* Whether a proxy names a user, or cannot be understood: then its password may be where a host should be. */
static bool may_hold_password(const char *proxy)
{
	const char *scheme = strstr(proxy, "://");
	const char *rest = scheme ? scheme + 3 : proxy;

	return strchr(proxy, '@') || !origin_is_host(rest, strcspn(rest, "/"));
}

/* libcurl quotes a proxy that it cannot use. */
static bool remember_proxies(void)
{
	for (size_t i = 0; i < COUNT(proxy_variables); i++) {
		const char *value = getenv(proxy_variables[i]);

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
		.header = http_header_take,
		.body = take_body,
		.watch = watch,
		.watched = http,
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

/* Loopback is reached directly, and so is plain http: a proxy would read it. */
static bool is_direct(const char *url)
{
	return origin_is_loopback(url) || strncasecmp(url, "https:", 6) != 0;
}

/* The environment's proxy, and the variable that names it; NULL when there is none. */
static const char *environment_proxy(const char **out_name)
{
	for (size_t i = 0; i < COUNT(proxy_variables); i++) {
		const char *value = getenv(proxy_variables[i]);

		*out_name = proxy_variables[i];
		if (value && *value)
			return value;
	}
	return NULL;
}

/* Whether a proxy stands between, as far as can be told: what no_proxy means is libcurl's to know. */
static bool has_proxy(const struct http *http, const char *url)
{
	const char *name;

	if (is_direct(url))
		return false;
	if (http->proxy || getenv("no_proxy") || getenv("NO_PROXY"))
		return http->proxy;
	return environment_proxy(&name) != NULL;
}

/* libcurl would try what it cannot use again and again, and take a part of a password for the host. */
static bool check_proxy(const struct http *http, const char *url, struct error *err)
{
	const char *name;

	if (http->proxy || !has_proxy(http, url))
		return true;
	const char *problem = origin_proxy_problem(environment_proxy(&name));
	return !problem ||
	       error_set(err, ERROR_CONFIG, 0, "%s of the environment %s", name, problem);
}

static CURLcode set_proxy(struct http *http, const char *url)
{
	if (is_direct(url))
		return curl_easy_setopt(http->curl, CURLOPT_PROXY, "");
	if (!http->proxy)
		return curl_easy_setopt(http->curl, CURLOPT_PROXY, NULL);
	CURLcode code = curl_easy_setopt(http->curl, CURLOPT_PROXY, http->proxy);
	/* The configuration's proxy wins over no_proxy. */
	return code ? code : curl_easy_setopt(http->curl, CURLOPT_NOPROXY, "");
}

static CURLcode set_method(CURL *curl, const struct http_request *request)
{
	bool get = !strcmp(request->method, "GET");
	CURLcode code = curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);

	/* POST and PUT without a body say that its length is 0. */
	if (!code && !get && (request->body || strcmp(request->method, "DELETE") != 0)) {
		code = curl_easy_setopt(
			curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_len);
		if (!code)
			code = curl_easy_setopt(
				curl, CURLOPT_POSTFIELDS, request->body ? request->body : "");
	}
	return code ? code : curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method);
}

static void free_headers(struct curl_slist *headers)
{
	for (struct curl_slist *line = headers; line; line = line->next)
		explicit_bzero(line->data, strlen(line->data));
	curl_slist_free_all(headers);
}

/* Returns NULL without memory. */
static struct curl_slist *make_headers(const struct http_request *request)
{
	/* Not what libcurl would add: no waiting for "100 Continue", no form. */
	struct curl_slist *headers = curl_slist_append(NULL, "Expect:");
	bool typed = false;

	for (const char *const *line = request->headers; headers && *line; line++) {
		struct curl_slist *longer = curl_slist_append(headers, *line);

		typed = typed || !strncasecmp(*line, "Content-Type:", 13);
		if (!longer)
			free_headers(headers);
		headers = longer;
	}
	if (headers && !typed) {
		struct curl_slist *longer = curl_slist_append(headers, "Content-Type:");

		if (!longer)
			free_headers(headers);
		headers = longer;
	}
	return headers;
}

/* Seconds within which the connection must stand. */
static double connect_time(const struct http *http, const struct http_request *request)
{
	return http->connect_timeout < request->timeout ? http->connect_timeout : request->timeout;
}

static CURLcode set_request(
	struct http *http, const struct http_request *request, struct curl_slist *headers)
{
	CURL *curl = http->curl;
	double connect = connect_time(http, request);
	CURLcode code = set_method(curl, request);

	if (!code)
		code = set_proxy(http, request->url);
	if (code || (code = curl_easy_setopt(curl, CURLOPT_URL, request->url)) ||
		(code = curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers)) ||
		(code = curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, request->fresh ? 1L : 0L)) ||
		(code = curl_easy_setopt(
			 curl, CURLOPT_TIMEOUT_MS, (long)(request->timeout * 1000) + 1)))
		return code;
	return curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)(connect * 1000) + 1);
}

static bool fail(struct http *http, const struct http_request *request, CURLcode code,
	struct http_reply *reply, struct error *err)
{
	curl_off_t begun = 0;

	if (code == CURLE_WRITE_ERROR && reply->body.failed) {
		reply->hopeless = true;
		/* What did not fit was one piece of libcurl's: with less in the body than the rest, memory ran out. */
		if (reply->body.len + CURL_MAX_WRITE_SIZE <= reply->body.limit)
			return error_memory(err);
		return error_set(err, ERROR_REPLY, 0, "the answer is larger than %zu KiB",
			reply->body.limit >> 10);
	}
	/* The clock of the transfer starts when the connection stands, TLS included. */
	reply->unsent =
		!curl_easy_getinfo(http->curl, CURLINFO_PRETRANSFER_TIME_T, &begun) && !begun;
	const struct http_failure failure = { .curl = http->curl,
		.code = code,
		.detail = http->detail,
		.url = request->url,
		.timeout = request->timeout,
		.ca_name = http->ca_name,
		.own_trust = http->ca_file != NULL,
		.proxied = has_proxy(http, request->url),
		.stalled = http->stalled,
		.unsent = reply->unsent };
	reply->hopeless = http_failure_is_hopeless(&failure);
	/* Half an answer is none. */
	reply->status = 0;
	return http_failure_tell(&failure, err);
}

/* What a thread of libcurl's still works with. It stays in sight of whoever looks for memory that was lost. */
static void leave_handle(struct http *http)
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
		&http->multi, http->curl, connect_time(http, request), out_lost);
	if (*out_lost)
		(void)snprintf(http->detail, sizeof(http->detail), "no name server answers");
	return code;
}

/* Sends what may be sent. */
static bool exchange(struct http *http, const struct http_request *request,
	struct curl_slist *headers, struct http_reply *reply, struct error *err)
{
	struct http_header header = { .reply = reply };
	CURL *curl = http->curl;
	bool lost = false;
	CURLcode code = set_request(http, request, headers);

	if (!code && !(code = curl_easy_setopt(curl, CURLOPT_HEADERDATA, &header)))
		code = curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply->body);
	if (!code)
		code = perform(http, request, &lost);
	(void)curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply->status);
	/* Each may have been cut within a secret, which no one could tell once more is written behind it. */
	redact(http->detail);
	redact(reply->location);
	redact(reply->request_id);
	reply->retry_after = http_header_delay(&header);
	bool ok = !code || fail(http, request, code, reply, err);
	if (lost)
		leave_handle(http);
	else
		(void)curl_easy_setopt(curl, CURLOPT_HTTPHEADER, NULL);
	return ok;
}

bool http_send(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err)
{
	text_clear(&reply->body);
	*reply = (struct http_reply){ .body = reply->body, .retry_after = -1 };
	http->detail[0] = '\0';
	http->came = 0;
	http->stalled = false;
	if (interrupted()) {
		reply->unsent = true;
		return error_set(
			err, ERROR_UNAVAILABLE, 0, "stopped by a signal before anything was sent");
	}
	if (!request->plain && strncasecmp(request->url, "https:", 6) != 0 &&
		!origin_is_loopback(request->url)) {
		reply->unsent = reply->hopeless = true;
		return error_set(
			err, ERROR_INTERNAL, 0, "http would show the key to everyone on the way");
	}
	if (!check_proxy(http, request->url, err)) {
		reply->unsent = reply->hopeless = true;
		return false;
	}
	if (!http->curl && !open_handle(http, err))
		return false;
	struct curl_slist *headers = make_headers(request);
	if (!headers)
		return error_memory(err);
	bool ok = exchange(http, request, headers, reply, err);
	free_headers(headers);
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
