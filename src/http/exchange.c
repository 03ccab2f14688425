/* SPDX-License-Identifier: Apache-2.0 */
#include "http/exchange.h"

#include "base/interrupt.h"
#include "base/redact.h"
#include "http/failure.h"
#include "http/origin.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *const exchange_proxy_variables[] = { "https_proxy", "HTTPS_PROXY", "all_proxy",
	"ALL_PROXY", NULL };

/*
 * Returns whether a URL is requested without a proxy: loopback, and plain http, which it could
 * read.
 */
static bool is_direct(const char *url)
{
	return origin_is_loopback(url) || strncasecmp(url, "https:", 6) != 0;
}

/*
 * Returns the environment's proxy, and the variable that names it. Returns NULL if there is none.
 */
static const char *environment_proxy(const char **out_name)
{
	for (const char *const *name = exchange_proxy_variables; *name; name++) {
		const char *value = getenv(*name);

		*out_name = *name;
		if (value && *value)
			return value;
	}
	return NULL;
}

/* Returns the environment's list of hosts that need no proxy, as libcurl finds it, or NULL. */
static const char *environment_exempt(void)
{
	const char *list = getenv("no_proxy");

	return list && *list ? list : getenv("NO_PROXY");
}

/*
 * Returns the proxy of a request, NULL if it has none. *out_name is the variable of the environment
 * that names it, NULL if that is the configuration.
 */
static const char *find_proxy(const struct http *http, const char *url, const char **out_name)
{
	*out_name = NULL;
	if (is_direct(url))
		return NULL;
	if (http->proxy)
		return http->proxy;
	return origin_is_exempt(url, environment_exempt()) ? NULL : environment_proxy(out_name);
}

/*
 * Refuses a proxy that libcurl cannot use. libcurl would try it again and again, and might take a
 * part of a password for the name of the host.
 */
static bool check_proxy(const struct http *http, const char *url, struct error *err)
{
	const char *name;
	const char *proxy = find_proxy(http, url, &name);
	const char *problem = proxy && name ? origin_proxy_problem(proxy) : NULL;

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
	/* The proxy of the configuration is used even if no_proxy exempts the host. */
	return code ? code : curl_easy_setopt(http->curl, CURLOPT_NOPROXY, "");
}

static CURLcode set_method(CURL *curl, const struct http_request *request)
{
	bool get = !strcmp(request->method, "GET");
	CURLcode code = curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);

	/* POST and PUT without a body are sent with a length of 0. */
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

/* Makes the list of headers. Returns NULL if memory runs out. */
static struct curl_slist *make_headers(const struct http_request *request)
{
	/*
	 * Switches off two headers that libcurl would add: "Expect: 100-continue", and the content
	 * type of a form.
	 */
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

double exchange_connect_time(const struct http *http, const struct http_request *request)
{
	return http->connect_timeout < request->timeout ? http->connect_timeout : request->timeout;
}

CURLcode exchange_set_times(const struct http *http, const struct http_request *request)
{
	CURLcode code = curl_easy_setopt(
		http->curl, CURLOPT_TIMEOUT_MS, (long)(request->timeout * 1000) + 1);

	return code ? code
		    : curl_easy_setopt(http->curl, CURLOPT_CONNECTTIMEOUT_MS,
			      (long)(exchange_connect_time(http, request) * 1000) + 1);
}

CURLcode exchange_set(
	struct http *http, const struct http_request *request, struct http_reply *reply)
{
	CURL *curl = http->curl;
	CURLcode code = set_method(curl, request);

	if (!code)
		code = set_proxy(http, request->url);
	if (code || (code = curl_easy_setopt(curl, CURLOPT_URL, request->url)) ||
		(code = curl_easy_setopt(curl, CURLOPT_HTTPHEADER, http->headers)) ||
		(code = curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, request->fresh ? 1L : 0L)))
		return code;
	if ((code = curl_easy_setopt(curl, CURLOPT_HEADERDATA, &http->header)) ||
		(code = curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply->body)))
		return code;
	return exchange_set_times(http, request);
}

/*
 * Returns whether nothing of the request can have reached the server. libcurl's pre-transfer time
 * is 0 until the connection and TLS are ready. It is also 0 if the transfer was stopped just after
 * the request was written, so no byte of a request must have been written either. With a proxy,
 * these bytes may be the CONNECT that asks the proxy for the connection: the server gets none.
 */
static bool is_unsent(struct http *http, const struct http_request *request, CURLcode code)
{
	curl_off_t begun = 0, body = 0;
	long written = 0;
	const char *name;

	if (http->repeated || curl_easy_getinfo(http->curl, CURLINFO_PRETRANSFER_TIME_T, &begun) ||
		begun || curl_easy_getinfo(http->curl, CURLINFO_SIZE_UPLOAD_T, &body) || body ||
		curl_easy_getinfo(http->curl, CURLINFO_REQUEST_SIZE, &written))
		return false;
	return !written ||
	       (code != CURLE_ABORTED_BY_CALLBACK && find_proxy(http, request->url, &name));
}

static bool explain_failure(struct http *http, const struct http_request *request, CURLcode code,
	struct http_reply *reply, struct error *err)
{
	if (code == CURLE_WRITE_ERROR && reply->body.failed) {
		reply->hopeless = true;
		/*
		 * libcurl delivers pieces of at most CURL_MAX_WRITE_SIZE bytes. If one more piece
		 * would have fitted below the limit, memory ran out.
		 */
		if (reply->body.len + CURL_MAX_WRITE_SIZE <= reply->body.limit)
			return error_memory(err);
		return error_set(err, ERROR_REPLY, 0, "the answer is larger than %zu KiB",
			reply->body.limit >> 10);
	}
	reply->unsent = is_unsent(http, request, code);
	const char *proxy_name;
	const char *proxy = find_proxy(http, request->url, &proxy_name);
	const struct http_failure failure = { .curl = http->curl,
		.code = code,
		.detail = http->detail,
		.url = request->url,
		.timeout = request->timeout,
		.ca_name = http->ca_name,
		.own_trust = http->ca_file != NULL,
		.proxied = proxy != NULL,
		.proxy_name = proxy_name,
		.proxy_tls = proxy && !strncasecmp(proxy, "https:", 6),
		.stalled = http->stalled,
		.unsent = reply->unsent };
	reply->hopeless = http_failure_is_hopeless(&failure);
	/* An incomplete answer counts as no answer. */
	reply->status = 0;
	return http_failure_explain(&failure, err);
}

bool exchange_begin(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err)
{
	text_clear(&reply->body);
	*reply = (struct http_reply){ .body = reply->body, .retry_after = -1, .date = -1 };
	http->detail[0] = '\0';
	http->came = 0;
	http->stalled = http->repeated = false;
	http->header = (struct http_header){ .reply = reply };
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
	http->headers = make_headers(request);
	return http->headers || error_memory(err);
}

bool exchange_end(struct http *http, const struct http_request *request, CURLcode code,
	struct http_reply *reply, struct error *err)
{
	(void)curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &reply->status);
	/*
	 * Each of these may have been cut in the middle of a secret. redact() finds such a
	 * beginning only at the end of a text, so it must run before anything is added.
	 */
	redact(http->detail);
	redact(reply->location);
	redact(reply->request_id);
	reply->retry_after = http_header_delay(&http->header);
	reply->repeated = http->repeated;
	return !code || explain_failure(http, request, code, reply, err);
}

void exchange_release_headers(struct http *http, bool lost)
{
	if (!lost)
		(void)curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, NULL);
	free_headers(http->headers);
	http->headers = NULL;
}
