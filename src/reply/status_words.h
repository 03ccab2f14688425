/* SPDX-License-Identifier: Apache-2.0 */
/* The name of an HTTP status (RFC 9110 section 15). */
#ifndef REPLY_STATUS_WORDS_H
#define REPLY_STATUS_WORDS_H

/* Returns "Not Found" for 404, for example; "" for a status without a name. */
const char *status_words(long status);

#endif
