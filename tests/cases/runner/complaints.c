/* SPDX-License-Identifier: Apache-2.0 */
#include "complaints.h"

#include "base/utf8.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN = 2000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct text all = TEXT(1 << 20);

void complain(const char *format, ...)
{
	char line[8192];
	va_list arguments;

	va_start(arguments, format);
	(void)vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	(void)pthread_mutex_lock(&lock);
	(void)text_addf(&all, "%s\n", line);
	(void)pthread_mutex_unlock(&lock);
}

const char *complaints(void)
{
	return text_string(&all);
}

void show_text(struct text *out, const char *text, size_t len)
{
	size_t shown = len < SHOWN ? len : SHOWN;

	for (size_t i = 0; i < shown;) {
		size_t character = utf8_length(text + i, len - i);

		if (!character || (text[i] < ' ' && text[i] >= 0 && text[i] != '\n') ||
			text[i] == 0x7f) {
			(void)text_addf(out, "\\x%02x", (unsigned char)text[i]);
			i++;
			continue;
		}
		(void)text_add_bytes(out, text + i, character);
		i += character;
	}
	if (shown < len)
		(void)text_addf(out, "... (%zu bytes in all)", len);
}
