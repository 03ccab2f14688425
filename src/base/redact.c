/* SPDX-License-Identifier: Apache-2.0 */
#include "base/redact.h"

#include "base/percent.h"

#include <stdlib.h>
#include <string.h>

enum {
	SHORTEST = 4, /* bytes; a shorter "secret" would garble every sentence */
	/* bytes; a text may end in a shorter beginning of a secret by chance */
	SHORTEST_CUT = 8,
};

static const char mask[] = "***";

/* One form of a secret: unchanged, percent-encoded, or escaped for JSON. */
struct form {
	struct form *next;
	size_t len;
	char text[];
};

/*
 * Global, unlike all other state, because secrets must be hidden everywhere. The longest is first.
 */
static struct form *forms;

static bool is_known(const char *text, size_t len)
{
	for (const struct form *form = forms; form; form = form->next) {
		if (form->len == len && !memcmp(form->text, text, len))
			return true;
	}
	return false;
}

/*
 * Inserts a form before all shorter ones, so that of two secrets, one of which contains the other,
 * the longer one is replaced as a whole.
 */
static bool remember(const char *text, size_t len)
{
	struct form **place = &forms;

	if (len < SHORTEST || is_known(text, len))
		return true;
	struct form *form = malloc(sizeof(*form) + len + 1);
	if (!form)
		return false;
	memcpy(form->text, text, len);
	form->text[len] = '\0';
	form->len = len;
	while (*place && (*place)->len > len)
		place = &(*place)->next;
	form->next = *place;
	*place = form;
	return true;
}

bool redact_remember(const char *secret)
{
	scoped(text_done) struct text other = TEXT_SECRET(TEXT_ANY);

	if (!secret || strlen(secret) < SHORTEST)
		return true;
	bool ok = remember(secret, strlen(secret)) &&
		  text_add_encoded(&other, secret, strlen(secret)) &&
		  remember(other.data, other.len);
	text_clear(&other);
	/* Remember the JSON form without its quotes. */
	return ok && text_add_quoted(&other, secret, strlen(secret)) &&
	       remember(other.data + 1, other.len - 2);
}

bool redact_remember_proxy(const char *proxy)
{
	scoped(text_done) struct text password = TEXT_SECRET(TEXT_ANY);
	const char *start = strstr(proxy, "://");
	const char *end = strrchr(proxy, '@');
	const char *colon = strchr(start ? start + 3 : proxy, ':');

	if (end && colon && colon < end &&
		!text_add_bytes(&password, colon + 1, (size_t)(end - colon - 1)))
		return false;
	return redact_remember(proxy) && redact_remember(text_string(&password));
}

/*
 * Masks the beginning of a secret at the end of text: a text that was cut may end within a secret.
 */
static void redact_end(char *text)
{
	size_t len = strlen(text);

	for (const struct form *form = forms; form; form = form->next) {
		size_t cut = form->len - 1 < len ? form->len - 1 : len;

		while (cut >= SHORTEST_CUT && memcmp(text + len - cut, form->text, cut) != 0)
			cut--;
		if (cut >= SHORTEST_CUT) {
			memcpy(text + len - cut, mask, sizeof(mask));
			return;
		}
	}
}

/* Replaces len bytes, at least SHORTEST, by the mask. Returns where the text goes on behind it. */
static char *put_mask(char *place, size_t len)
{
	const char *rest = place + len;

	memcpy(place, mask, sizeof(mask) - 1);
	place += sizeof(mask) - 1;
	memmove(place, rest, strlen(rest) + 1);
	return place;
}

/* Replaces a form in text, as it is or in any percent-encoding. */
static void redact_form(char *text, const struct form *form)
{
	const char *found, *end;

	for (char *at = text; (found = percent_find(at, form->text, &end));)
		at = put_mask(at + (found - at), (size_t)(end - found));
}

void redact(char *text)
{
	for (const struct form *form = forms; form; form = form->next)
		redact_form(text, form);
	redact_end(text);
}

void redact_error(struct error *err)
{
	struct problems *list = err->problems;
	size_t len = list ? list->len : 0, kept = 0;

	redact(err->text);
	for (size_t at = 0, next; at < len; at = next) {
		char *place = list->list + kept;
		size_t size = strlen(list->list + at) + 1;

		next = at + size;
		/* A problem does not grow: the mask is shorter than any secret. */
		memmove(place, list->list + at, size);
		redact(place);
		kept += strlen(place) + 1;
	}
	if (list)
		list->len = kept;
}

void redact_forget(void)
{
	while (forms) {
		struct form *next = forms->next;

		explicit_bzero(forms->text, forms->len);
		free(forms);
		forms = next;
	}
}
