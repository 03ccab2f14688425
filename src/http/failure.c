/* SPDX-License-Identifier: Apache-2.0 */
#include "http/failure.h"

#include "http/library.h"
#include "http/origin.h"
#include "http/status.h"

#include <string.h>

/*
 * A libcurl before 7.62 has two codes for a certificate that is not trusted. Newer headers name
 * one.
 */
enum { OTHER_HOST = 51, NOT_TRUSTED = 60 };

static bool is_certificate_failure(CURLcode code)
{
	return (int)code == NOT_TRUSTED || (int)code == OTHER_HOST ||
	       code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR ||
	       code == CURLE_SSL_CERTPROBLEM || code == CURLE_SSL_INVALIDCERTSTATUS;
}

/* Returns the HTTP status with which a proxy answered, 0 if none did. */
static long proxy_status(CURL *curl)
{
	long status = 0;

	return curl_easy_getinfo(curl, CURLINFO_HTTP_CONNECTCODE, &status) ? 0 : status;
}

/* Returns whether the proxy failed: it was not found, or refused the connection. */
static bool is_proxy_failure(CURL *curl, CURLcode code)
{
	return code == CURLE_COULDNT_RESOLVE_PROXY || (int)code == LIBRARY_CODE_PROXY ||
	       proxy_status(curl) >= 300;
}

/*
 * Returns whether TLS failed with the proxy and not with the server. TLS with the server begins
 * only after the proxy has answered.
 */
static bool is_proxy_tls_failure(const struct http_failure *failure)
{
	return failure->proxy_tls && !proxy_status(failure->curl) &&
	       (is_certificate_failure(failure->code) || failure->code == CURLE_SSL_CONNECT_ERROR);
}

/*
 * Returns whether a proxy forbids the request or requires a password, so that another try fails as
 * well. If the proxy is only busy, another try may succeed.
 */
static bool is_forbidden(CURL *curl)
{
	long status = proxy_status(curl);

	return status >= 300 && !http_status_passes(status);
}

bool http_failure_is_hopeless(const struct http_failure *failure)
{
	CURLcode code = failure->code;

	/*
	 * CURLE_UNSUPPORTED_PROTOCOL means a URL that cannot be requested, or an answer that is not
	 * HTTP. After such an answer another try may succeed.
	 */
	return is_certificate_failure(code) || code == CURLE_URL_MALFORMAT ||
	       (code == CURLE_UNSUPPORTED_PROTOCOL && failure->unsent) ||
	       code == CURLE_OUT_OF_MEMORY || is_forbidden(failure->curl);
}

/*
 * Returns whether the certificate is valid but belongs to another host. The words are those of
 * libcurl with OpenSSL.
 */
static bool is_other_host(const char *detail)
{
	return strstr(detail, "subject name") != NULL;
}

/* libcurl's detail contains no header and no body, so it may be shown. */
static bool explain_code(const struct http_failure *failure, struct error *err)
{
	CURLcode code = failure->code;
	const char *detail = *failure->detail ? failure->detail : curl_easy_strerror(code);
	const char *way = failure->proxied ? " through the proxy" : "";
	char host[ORIGIN_HOST];

	origin_host(failure->url, host);
	if (failure->stalled)
		return error_set(err, ERROR_TRANSPORT, CURLE_OPERATION_TIMEDOUT,
			"%s stopped in the middle of its answer: nothing came for %d s", host,
			HTTP_STALL);
	if (code == CURLE_ABORTED_BY_CALLBACK)
		return error_set(
			err, ERROR_UNAVAILABLE, 0, "stopped by a signal before %s answered", host);
	if (code == CURLE_OUT_OF_MEMORY)
		return error_memory(err);
	if (code == CURLE_COULDNT_RESOLVE_PROXY)
		return error_set(err, ERROR_TRANSPORT, code,
			"the address of the proxy to %s was not found: %s", host, detail);
	if (is_proxy_failure(failure->curl, code))
		return error_set(err, ERROR_TRANSPORT, code,
			"the proxy did not let the request through to %s: %s", host, detail);
	if (code == CURLE_COULDNT_RESOLVE_HOST)
		return error_set(err, ERROR_TRANSPORT, code, "the address of %s was not found: %s",
			host, detail);
	if (code == CURLE_SSL_CACERT_BADFILE && failure->own_trust)
		return error_set(err, ERROR_CONFIG, 0, "%s holds no certificates: %s",
			failure->ca_name, detail);
	if (code == CURLE_SSL_CACERT_BADFILE)
		return error_set(err, ERROR_CONFIG, 0,
			"this host has no certificates of authorities: install ca-certificates, or set %s: %s",
			failure->ca_name, detail);
	if (is_proxy_tls_failure(failure))
		return error_set(err, ERROR_TRANSPORT, code,
			"the proxy to %s is not trusted: %s; %s sets whom to trust", host, detail,
			failure->ca_name);
	if (is_certificate_failure(code) && is_other_host(detail))
		return error_set(err, ERROR_TRANSPORT, code,
			"the certificate of %s is not trusted: %s; it belongs to another host: check the address",
			host, detail);
	if (is_certificate_failure(code))
		return error_set(err, ERROR_TRANSPORT, code,
			"the certificate of %s is not trusted: %s; if a proxy or a server of your own answers, set %s",
			host, detail, failure->ca_name);
	if (code == CURLE_OPERATION_TIMEDOUT)
		return error_set(err, ERROR_TRANSPORT, code, "%s %s%s within %.1f s: %s", host,
			failure->unsent ? "could not be connected to" : "gave no whole answer",
			failure->unsent ? way : "", failure->timeout, detail);
	if (code == CURLE_COULDNT_CONNECT || code == CURLE_SSL_CONNECT_ERROR)
		return error_set(err, ERROR_TRANSPORT, code, "%s could not be connected to%s: %s",
			host, way, detail);
	return error_set(err, ERROR_TRANSPORT, code,
		"the connection to %s failed before the whole answer came: %s", host, detail);
}

bool http_failure_explain(const struct http_failure *failure, struct error *err)
{
	(void)explain_code(failure, err);
	/* The address of the proxy is not shown: it may contain a password. */
	if (failure->proxied && err->kind == ERROR_TRANSPORT)
		(void)error_append(err, "; the proxy came from %s",
			failure->proxy_name ? failure->proxy_name : "proxy of the configuration");
	return false;
}
