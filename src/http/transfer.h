/* SPDX-License-Identifier: Apache-2.0 */
/* Runs one exchange within its time on a libcurl before 7.87. Only http.c and many.c use this. */
#ifndef HTTP_TRANSFER_H
#define HTTP_TRANSFER_H

#include <curl/curl.h>
#include <stdbool.h>

/* Returns whether libcurl still looks up the address of the server or of the proxy. */
bool transfer_is_resolving(CURL *curl);

/*
 * Like curl_easy_perform(), but does not wait for a name server that does not answer. libcurl looks
 * names up in a thread, and waits for that thread when it notices that the time is over; so this
 * function stops before. seconds is the longest time for finding the address. After that, returns
 * CURLE_OPERATION_TIMEDOUT, or CURLE_ABORTED_BY_CALLBACK after a signal, and sets *out_lost. Then
 * the thread still uses curl and *multi: they must never be touched again, and
 * curl_global_cleanup() must not be called. *multi is NULL before the first exchange; it keeps the
 * connection, and the caller frees it.
 */
CURLcode transfer_perform(CURLM **multi, CURL *curl, double seconds, bool *out_lost);

#endif
