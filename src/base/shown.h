/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decides whether a text that a person wrote at a wrong place may be shown. It may be a secret that
 * redact.h does not know, because it does not stand where secrets are read. The rule says what is
 * surely harmless, not what looks like a secret: a text is shown only if it consists of words such
 * as people write. Keys and tokens are made by machines, and do not.
 */
#ifndef BASE_SHOWN_H
#define BASE_SHOWN_H

#include "base/text.h"

/*
 * Returns whether a name may be shown. It may if it consists of words, which may be joined, or end
 * in a short number. It also may if it is shorter than any key (15 bytes at most), and no word has
 * capitals, small letters and digits, as passwords do.
 *     "ana", "U012AB3CD", "database-prod-eu1", "PagerDutyProduction"
 * A name such as "y_NbAkKc66ryYTWUXYEu" or "S3same" may not.
 */
bool shown_name(const char *name, size_t len);

/*
 * Returns whether a value may be shown. The rule is stricter than for a name: the value has at most
 * 24 bytes and two words, and each word only small letters, only capitals, or only digits. It
 * must not have a colon before an @, which is how a password is written.
 *     "uk", "-1", "ops@example.com", "localhost:9120"
 * A value such as "hunter2" may not.
 */
bool shown_value(const char *value, size_t len);

#define SHOWN_WHOLE ((size_t)-1)

/*
 * Adds the first characters of a name, at most most of them (SHOWN_WHOLE: all), or "***" if it may
 * not be shown. Returns false if the text fails.
 */
bool shown_add_name(const char *name, size_t most, struct text *out);

#endif
