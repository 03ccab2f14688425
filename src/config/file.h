/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the bytes of a configuration file, or says exactly why it cannot. */
#ifndef CONFIG_FILE_H
#define CONFIG_FILE_H

#include "base/error.h"
#include "base/text.h"

enum { CONFIG_FILE_MOST = 1 << 20 }; /* bytes */

/*
 * Reads a regular file. If there is no file of that name, sets *out_missing to true and returns
 * true. Fails with ERROR_CONFIG for a folder, a device, a broken link, a file that is too large, or
 * a file that cannot be read: then the sentence says which user tried, who owns the file, its mode,
 * and what to do.
 */
bool config_file_read(
	const char *name, struct text *out, bool *out_missing, struct error *err) MUST_CHECK;

#endif
