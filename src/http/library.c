/* SPDX-License-Identifier: Apache-2.0 */
#include "http/library.h"

#include "http/trust.h"

#include <link.h>
#include <string.h>
#include <unistd.h>

/* The authorities of the system on Debian and Ubuntu: in one file, and named by their hashes. */
static const char system_bundle[] = "/etc/ssl/certs/ca-certificates.crt";
static const char system_folder[] = "/etc/ssl/certs";

static const curl_version_info_data *library_info(void)
{
	return curl_version_info(CURLVERSION_NOW);
}

bool library_is_since(unsigned version)
{
	return library_info()->version_num >= version;
}

bool library_check(struct error *err)
{
	return library_is_since(LIBRARY_OLDEST) ||
	       error_set(err, ERROR_CONFIG, 0,
		       "the libcurl of this host is %s, and 7.61.1 is the oldest that serves: update libcurl",
		       library_info()->version);
}

bool library_refuse(CURLcode code, CURLoption option, struct error *err)
{
	const char *version = library_info()->version;

	if (code == CURLE_OUT_OF_MEMORY)
		return error_memory(err);
	if (!option)
		return error_set(err, ERROR_INTERNAL, 0, "libcurl %s does not start: %s", version,
			curl_easy_strerror(code));
	return error_set(err, ERROR_INTERNAL, 0, "libcurl %s does not take the option %d: %s",
		version, (int)option, curl_easy_strerror(code));
}

/* A callback for each library of the process, until it returns 1. */
static int find_library(struct dl_phdr_info *info, size_t size, void *out_is_system)
{
	const char *name = info->dlpi_name, *file = strrchr(name, '/');

	(void)size;
	if (!file || strncmp(file, "/libcurl.so.4", 13) != 0)
		return 0;
	*(bool *)out_is_system = !strncmp(name, "/lib/", 5) || !strncmp(name, "/usr/lib/", 9);
	return 1;
}

/*
 * Returns whether libcurl reads the system's bundle by default, as the builds of Debian and Ubuntu
 * do. Another build may trust fewer authorities, and must not be made to trust more.
 */
static bool trusts_system(void)
{
	bool is_system = false;

	return dl_iterate_phdr(find_library, &is_system) && is_system &&
	       !access(system_bundle, R_OK);
}

/*
 * Returns libcurl's own folder of authorities, NULL if it has none. *out_known is false if libcurl
 * is too old to tell.
 */
static const char *own_folder(CURL *curl, bool *out_known)
{
	const char *folder = NULL;

	*out_known = true;
	if (library_is_since(LIBRARY_7_84))
		return curl_easy_getinfo(curl, LIBRARY_INFO_CAPATH, &folder) ? NULL : folder;
#if LIBCURL_VERSION_NUM >= 0x074600
	if (library_info()->age >= CURLVERSION_SEVENTH)
		return library_info()->capath;
#endif
	*out_known = false;
	return NULL;
}

static bool speaks_openssl(void)
{
	const char *tls = library_info()->ssl_version;

	return tls && !strncmp(tls, "OpenSSL", 7);
}

const char *library_no_authorities(void)
{
	return speaks_openssl() ? "/dev/null" : NULL;
}

const char *library_authorities(CURL *curl)
{
	bool known;

	if (!speaks_openssl())
		return NULL;
	const char *folder = own_folder(curl, &known);
	if (!known && trusts_system())
		folder = system_folder;
	return trust_is_hashed(folder) ? folder : NULL;
}
