/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the loaded libcurl can do. It may be older or newer than the headers of the build. So
 * options that were added after 7.61.1, the oldest supported version, are used by their numbers,
 * and only if the library is new enough.
 */
#ifndef HTTP_LIBRARY_H
#define HTTP_LIBRARY_H

#include "base/error.h"

#include <curl/curl.h>
#include <stdbool.h>

/* Names that older headers lack, or that newer headers call deprecated. */
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

/* Returns whether the library has this version or a newer one. */
bool library_is_since(unsigned version);

/* Fails with ERROR_CONFIG, and names both versions, if the library is too old. */
bool library_check(struct error *err) MUST_CHECK;

/*
 * Returns a folder that contains the same authorities as the bundle that libcurl reads by default,
 * in files named by their hashes. Returns NULL if there is none, if libcurl does not use OpenSSL,
 * or if it is not known which authorities libcurl trusts. The result is owned by libcurl.
 */
const char *library_authorities(CURL *curl);

/*
 * Returns a folder without authorities, to be set if only a file is trusted: if no folder is set,
 * newer libcurls (seen with 8.22) also use their own. Returns NULL if the TLS library fails with
 * such a folder.
 */
const char *library_no_authorities(void);

/* Fails because libcurl did not accept an option (0: did not start). Always returns false. */
bool library_refuse(CURLcode code, CURLoption option, struct error *err);

#endif
