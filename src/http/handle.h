/* SPDX-License-Identifier: Apache-2.0 */
/* A libcurl handle with all options that are the same for every request. Only http.c uses this. */
#ifndef HTTP_HANDLE_H
#define HTTP_HANDLE_H

#include "base/error.h"

#include <curl/curl.h>

/* All pointers are borrowed and must live as long as the handle. */
struct handle_options {
	const char *ca_file; /* NULL: the system's authorities */
	const char *ca_name; /* the name of the setting of ca_file, for sentences */
	const char *user_agent;
	char *detail; /* CURL_ERROR_SIZE bytes for libcurl's reason of a failure */
	curl_write_callback header;
	curl_write_callback body;
	curl_xferinfo_callback watch;
	curl_sockopt_callback opened; /* is called for each connection that libcurl opens */
	void *data; /* the argument of watch and of opened */
};

/*
 * Returns a handle for curl_easy_cleanup(), or NULL with *err set: ERROR_CONFIG if ca_file cannot
 * be read or has no certificate, ERROR_INTERNAL if libcurl refuses an option or memory runs out.
 */
CURL *handle_open(const struct handle_options *options, struct error *err) MUST_CHECK;

#endif
