/* SPDX-License-Identifier: Apache-2.0 */
#include "http/handle.h"

#include "http/library.h"
#include "http/trust.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Sets a file or a folder of authorities, and clears the other: otherwise libcurl trusts both. */
static bool set_authorities(CURL *curl, CURLoption file_option, CURLoption folder_option,
	const char *file, const char *folder, struct error *err)
{
	CURLcode code = curl_easy_setopt(curl, file_option, file);

	if (code)
		return library_refuse(code, file_option, err);
	code = curl_easy_setopt(curl, folder_option, folder);
	/* If the TLS library does not know folders, there is none to clear. */
	return !code || (!folder && code == CURLE_NOT_BUILT_IN) ||
	       library_refuse(code, folder_option, err);
}

static bool set_trust(CURL *curl, const struct handle_options *options, struct error *err)
{
	const char *file = options->ca_file;
	const char *folder = file ? library_no_authorities() : library_authorities(curl);

	if (file && access(file, R_OK))
		return error_set(err, ERROR_CONFIG, 0, "%s: %s cannot be read: %s",
			options->ca_name, file, strerror(errno));
	if (file && !trust_holds_certificate(file))
		return error_set(err, ERROR_CONFIG, 0,
			"%s: %s holds no certificate (a line -----BEGIN CERTIFICATE-----)",
			options->ca_name, file);
	if (!file && !folder)
		return true;
	/* The same authorities are trusted for a TLS connection to a proxy. */
	return set_authorities(curl, CURLOPT_CAINFO, CURLOPT_CAPATH, file, folder, err) &&
	       set_authorities(curl, CURLOPT_PROXY_CAINFO, CURLOPT_PROXY_CAPATH, file, folder, err);
}

static bool set_number(CURL *curl, CURLoption option, long value, struct error *err)
{
	CURLcode code = curl_easy_setopt(curl, option, value);

	return !code || library_refuse(code, option, err);
}

static bool set_protocols(CURL *curl, struct error *err)
{
	CURLcode code;

	if (!library_is_since(LIBRARY_7_85))
		return set_number(curl, LIBRARY_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS, err);
	code = curl_easy_setopt(curl, LIBRARY_PROTOCOLS_STR, "http,https");
	return !code || library_refuse(code, LIBRARY_PROTOCOLS_STR, err);
}

/*
 * libcurl looks up names in a thread. Without this option it waits for the thread even after the
 * time limit, so a name server that does not answer would delay us beyond every limit. Before 7.87
 * there is no such option; see transfer.h.
 */
static bool set_quick_exit(CURL *curl, struct error *err)
{
	return !library_is_since(LIBRARY_7_87) || set_number(curl, LIBRARY_QUICK_EXIT, 1, err);
}

static bool set_callbacks(CURL *curl, const struct handle_options *options, struct error *err)
{
	CURLcode code;
	CURLoption option;

	if ((code = curl_easy_setopt(curl, option = CURLOPT_USERAGENT, options->user_agent)) ||
		(code = curl_easy_setopt(curl, option = CURLOPT_ERRORBUFFER, options->detail)) ||
		(code = curl_easy_setopt(curl, option = CURLOPT_HEADERFUNCTION, options->header)) ||
		(code = curl_easy_setopt(curl, option = CURLOPT_WRITEFUNCTION, options->body)) ||
		(code = curl_easy_setopt(
			 curl, option = CURLOPT_XFERINFOFUNCTION, options->watch)) ||
		(code = curl_easy_setopt(curl, option = CURLOPT_XFERINFODATA, options->data)) ||
		(code = curl_easy_setopt(
			 curl, option = CURLOPT_SOCKOPTFUNCTION, options->opened)) ||
		(code = curl_easy_setopt(curl, option = CURLOPT_SOCKOPTDATA, options->data)))
		return library_refuse(code, option, err);
	return true;
}

static bool set_numbers(CURL *curl, struct error *err)
{
	static const struct {
		CURLoption option;
		long value;
	} numbers[] = {
		{ CURLOPT_NOSIGNAL, 1 },
		{ CURLOPT_FOLLOWLOCATION, 0 },
		{ CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1 },
		{ CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2 },
		{ CURLOPT_SSL_VERIFYPEER, 1 },
		{ CURLOPT_SSL_VERIFYHOST, 2 },
		{ CURLOPT_PROXY_SSLVERSION, CURL_SSLVERSION_TLSv1_2 },
		{ CURLOPT_PROXY_SSL_VERIFYPEER, 1 },
		{ CURLOPT_PROXY_SSL_VERIFYHOST, 2 },
		{ CURLOPT_NOPROGRESS, 0 },
		/*
		 * With a second kept-alive connection, libcurl could send a request again over that one,
		 * and the callback "opened", which counts this, would not be called.
		 */
		{ CURLOPT_MAXCONNECTS, 1 },
		/* Do not send PagerDuty's headers to the proxy, nor the proxy's to PagerDuty. */
		{ CURLOPT_HEADEROPT, CURLHEADER_SEPARATE },
		{ CURLOPT_SUPPRESS_CONNECT_HEADERS, 1 },
	};

	for (size_t i = 0; i < COUNT(numbers); i++) {
		if (!set_number(curl, numbers[i].option, numbers[i].value, err))
			return false;
	}
	return true;
}

CURL *handle_open(const struct handle_options *options, struct error *err)
{
	CURL *curl = curl_easy_init();

	if (!curl) {
		(void)error_memory(err);
		return NULL;
	}
	if (set_numbers(curl, err) && set_protocols(curl, err) && set_quick_exit(curl, err) &&
		set_callbacks(curl, options, err) && set_trust(curl, options, err))
		return curl;
	curl_easy_cleanup(curl);
	return NULL;
}
