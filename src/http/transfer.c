/* SPDX-License-Identifier: Apache-2.0 */
#include "http/transfer.h"

#include "base/clock.h"
#include "base/interrupt.h"

#include <time.h>

enum { SLICE = 50 }; /* the longest sleep in milliseconds if there is no descriptor to wait for */

/*
 * Seconds before libcurl's own timeout at which we stop, so that libcurl does not reach its timeout
 * and wait for the thread.
 */
static const double margin = 0.02;

bool transfer_is_resolving(CURL *curl)
{
	curl_off_t found_after = 0;

	return !curl_easy_getinfo(curl, CURLINFO_NAMELOOKUP_TIME_T, &found_after) && !found_after;
}

/* Waits for an event. While a name is looked up, an older libcurl has no descriptor to wait for. */
static void wait_for_event(CURLM *multi)
{
	int descriptors = 0;
	long pause = 0;

	if (curl_multi_wait(multi, NULL, 0, SLICE, &descriptors) || descriptors ||
		curl_multi_timeout(multi, &pause) || !pause)
		return;
	if (pause < 0 || pause > SLICE)
		pause = SLICE;
	(void)nanosleep(&(struct timespec){ 0, pause * 1000000 }, NULL);
}

static CURLcode result_of(CURLM *multi)
{
	int left;
	const CURLMsg *message = curl_multi_info_read(multi, &left);

	return message ? message->data.result : CURLE_FAILED_INIT;
}

/* CURLOPT_MAXCONNECTS has no effect on a handle that is in a multi handle; see handle.c. */
static CURLM *open_multi(void)
{
	CURLM *multi = curl_multi_init();

	if (multi)
		(void)curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, 1L);
	return multi;
}

CURLcode transfer_perform(CURLM **multi, CURL *curl, double seconds, bool *out_lost)
{
	double end = clock_now() + seconds - margin;
	int running = 1;

	*out_lost = false;
	if ((!*multi && !(*multi = open_multi())) || curl_multi_add_handle(*multi, curl))
		return CURLE_OUT_OF_MEMORY;
	while (!curl_multi_perform(*multi, &running) && running) {
		wait_for_event(*multi);
		if (transfer_is_resolving(curl) && (interrupted() || clock_now() > end)) {
			*out_lost = true;
			return interrupted() ? CURLE_ABORTED_BY_CALLBACK : CURLE_OPERATION_TIMEDOUT;
		}
	}
	CURLcode code = result_of(*multi);
	(void)curl_multi_remove_handle(*multi, curl);
	return code;
}
