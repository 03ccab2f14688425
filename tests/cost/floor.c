/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A minimal program that sends one request with libcurl, for comparison with the pack.
 *
 *     floor METHOD URL [BODY] [--ca-file FILE | --ca-directory]
 *
 * --ca-directory: trust only libcurl's directory of authorities, as the pack does by default.
 */
#include <curl/curl.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
	CURL *curl;
	struct curl_slist *headers = NULL;

	if (argc < 3 || curl_global_init(CURL_GLOBAL_DEFAULT) || !(curl = curl_easy_init()))
		return EXIT_FAILURE;
	headers = curl_slist_append(headers, "Accept: application/vnd.pagerduty+json;version=2");
	headers = curl_slist_append(headers, "Authorization: Token token=0123456789abcdefghij");
	headers = curl_slist_append(headers, "Content-Type: application/json");
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, argv[1]);
	curl_easy_setopt(curl, CURLOPT_URL, argv[2]);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	for (int i = 3; i < argc; i++) {
		if (!strcmp(argv[i], "--ca-file") && i + 1 < argc)
			curl_easy_setopt(curl, CURLOPT_CAINFO, argv[++i]);
		else if (!strcmp(argv[i], "--ca-directory"))
			curl_easy_setopt(curl, CURLOPT_CAINFO, NULL);
		else
			curl_easy_setopt(curl, CURLOPT_POSTFIELDS, argv[i]);
	}
	CURLcode code = curl_easy_perform(curl);
	if (code)
		(void)fprintf(stderr, "floor: %s\n", curl_easy_strerror(code));
	curl_slist_free_all(headers);
	curl_easy_cleanup(curl);
	curl_global_cleanup();
	return code ? EXIT_FAILURE : 0;
}
