/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the bytes of a configuration file, or says exactly why it cannot. */
#ifndef CONFIG_FILE_H
#define CONFIG_FILE_H

#include "base/error.h"
#include "base/text.h"

enum { CONFIG_FILE_MOST = 1 << 20 }; /* bytes */

/*
 * Reads a regular file. *out_missing is true, and the result too, when there is none of that
 * name. Fails with ERROR_CONFIG: a folder, a device, a broken link, too large, or not readable:
 * then the sentence tells who tried, whose it is and with which mode, and what to do.
 */
bool config_file_read(
	const char *name, struct text *out, bool *out_missing, struct error *err) MUST_CHECK;

#endif
