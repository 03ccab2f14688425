/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the loaded libcurl can do. It may be older or newer than the headers we were built with. So
 * options that came after 7.61.1, the oldest version supported, are used by number, and only if the
 * library's version has them.
 */
#ifndef HTTP_LIBRARY_H
#define HTTP_LIBRARY_H

#include "base/error.h"

#include <curl/curl.h>
#include <stdbool.h>

/* Names that the headers may lack, or that newer ones call out of date. */
#define LIBRARY_PROTOCOLS ((CURLoption)(CURLOPTTYPE_LONG + 181))
#define LIBRARY_PROTOCOLS_STR ((CURLoption)(CURLOPTTYPE_OBJECTPOINT + 318)) /* 7.85 */
#define LIBRARY_QUICK_EXIT ((CURLoption)(CURLOPTTYPE_LONG + 322)) /* 7.87 */
#define LIBRARY_INFO_CAPATH ((CURLINFO)(CURLINFO_STRING + 62)) /* 7.84 */
enum { LIBRARY_CODE_PROXY = 97 }; /* CURLE_PROXY, 7.73 */

/* Versions as curl_version_info() numbers them. */
enum {
	LIBRARY_OLDEST = 0x073d01,
	LIBRARY_7_84 = 0x075400,
	LIBRARY_7_85 = 0x075500,
	LIBRARY_7_87 = 0x075700,
};

/* Whether the library is that version or a newer one. */
bool library_is_since(unsigned version);

/* Fails with ERROR_CONFIG, naming both versions, when the library is older than the oldest served. */
bool library_check(struct error *err) MUST_CHECK;

/*
 * A folder of authorities, named by their hashes, that holds the same authorities as the bundle
 * that libcurl reads by default. NULL if there is none, if libcurl does not use OpenSSL, or if it
 * is not known which authorities libcurl trusts. Owned by libcurl.
 */
const char *library_authorities(CURL *curl);

/*
 * A folder without authorities, for where a file is trusted alone: newer libcurls (seen with 8.22)
 * take their own folder besides when none is set. NULL where the TLS library fails on such a folder.
 */
const char *library_no_authorities(void);

/* Says that libcurl did not take an option (or 0: did not start). Always returns false. */
bool library_refuse(CURLcode code, CURLoption option, struct error *err);

#endif
