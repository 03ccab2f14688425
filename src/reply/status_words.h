/* SPDX-License-Identifier: Apache-2.0 */
/* What people call an HTTP status (RFC 9110 section 15). */
#ifndef REPLY_STATUS_WORDS_H
#define REPLY_STATUS_WORDS_H

/* "Not Found"; "" for a status that has no name here. */
const char *status_words(long status);

#endif
