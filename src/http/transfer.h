/* SPDX-License-Identifier: Apache-2.0 */
/* Running one exchange within its time on a libcurl before 7.87. For http.c alone. */
#ifndef HTTP_TRANSFER_H
#define HTTP_TRANSFER_H

#include <curl/curl.h>
#include <stdbool.h>

/* Whether the address of the server, or of the proxy, is not known yet in the exchange that runs. */
bool transfer_is_resolving(CURL *curl);

/*
 * As curl_easy_perform(), but for a name server that does not answer: libcurl asks it on a thread,
 * and would wait for that thread as soon as it noticed that the time is over. seconds: the most
 * that finding the address may take. Its code is then CURLE_OPERATION_TIMEDOUT, or
 * CURLE_ABORTED_BY_CALLBACK after a signal, and *out_lost: curl and *multi are in use by that
 * thread, and must never be touched again, nor curl_global_cleanup() be called. *multi: NULL
 * before the first exchange; it keeps the connection, and is the caller's to clean up.
 */
CURLcode transfer_perform(CURLM **multi, CURL *curl, double seconds, bool *out_lost);

#endif
