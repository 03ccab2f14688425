/* SPDX-License-Identifier: Apache-2.0 */
/*
 * No secret may stay in freed memory. This file replaces free() and realloc() of the whole process,
 * including the libraries, and inspects what they are given. It also has the functions of http.h,
 * so that the exchange is simulated.
 */
#include "unit.h"

#include "base/redact.h"
#include "client/credential.h"
#include "client/oauth.h"
#include "config/resolve.h"
#include "http/http.h"

#include <json-c/json.h>
#include <malloc.h>

#define TOKEN "minted-token-of-an-app"

static unsigned left; /* blocks that were freed with the token in them */

/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): glibc's name. */
extern void __libc_free(void *memory);

/* Visible, so that the libraries call these. */
#define EXPORTED __attribute__((__visibility__("default")))

/* NOLINTBEGIN(readability-redundant-declaration): the attribute is not in stdlib.h. */
EXPORTED void free(void *memory);
EXPORTED void *realloc(void *old, size_t size);
/* NOLINTEND(readability-redundant-declaration) */

void free(void *memory)
{
	if (memory && memmem(memory, malloc_usable_size(memory), TOKEN, strlen(TOKEN)))
		left++;
	__libc_free(memory);
}

/* A text that moves frees its old place. */
void *realloc(void *old, size_t size)
{
	size_t had = old ? malloc_usable_size(old) : 0;
	void *moved = malloc(size);

	if (moved && old) {
		memcpy(moved, old, had < size ? had : size);
		free(old);
	}
	return moved;
}

bool http_send(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err)
{
	static const char answer[] =
		"{\"access_token\": \"" TOKEN "\", \"scope\": \"incidents.read\"}";

	(void)http, (void)request, (void)err;
	reply->status = 200;
	return text_add(&reply->body, answer);
}

struct http *http_open(const struct http_options *options, struct error *err)
{
	(void)options, (void)err;
	return NULL;
}

void http_free(struct http *http)
{
	(void)http;
}

void http_free_at(struct http **http)
{
	(void)http;
}

void http_reply_done(struct http_reply *reply)
{
	text_done(&reply->body);
}

static void test_it_is_seen(void **state)
{
	struct json_object *string = json_object_new_string(TOKEN);
	struct text text = TEXT(TEXT_ANY);

	(void)state;
	left = 0;
	json_object_put(string);
	assert_int_equal(left, 1);
	(void)text_add(&text, TOKEN);
	text_done(&text);
	assert_int_equal(left, 2);
}

/* A secret text overwrites its old bytes when it grows, is cleared, or is freed. */
static void test_secret_text(void **state)
{
	struct text text = TEXT_SECRET(TEXT_ANY);

	(void)state;
	left = 0;
	assert_true(text_add(&text, TOKEN));
	for (int i = 0; i < 1000; i++)
		assert_true(text_add(&text, "0123456789abcdef"));
	text_clear(&text);
	assert_true(text_add(&text, "x"));
	assert_null(memmem(text.data, text.room, TOKEN, strlen(TOKEN)));
	text_clear(&text);
	assert_true(text_add(&text, TOKEN));
	text_done(&text);
	assert_int_equal(left, 0);
}

static void test_minted_token(void **state)
{
	struct credential credential = CREDENTIAL;
	struct error err = { 0 };
	bool hopeless;
	double retry_after;

	(void)state;
	assert_int_equal(
		setenv("ST2_PAGERDUTY_CONFIG",
			"{\"oauth\": {\"client_id\": \"id\", \"client_secret\": \"secret\","
			" \"subdomain\": \"acme\", \"scopes\": [\"incidents.read\"]}}",
			1),
		0);
	struct config *config = config_load(NULL, &err);
	assert_non_null(config);
	left = 0;
	assert_true(config_use_account(config, NULL, &err));
	assert_true(config_resolve_all(config, credential_keys, CREDENTIAL_KEYS, &err));
	assert_true(config_resolve_all(config, oauth_keys, OAUTH_KEYS, &err));
	assert_true(credential_make(&credential, NULL, config, 1, &hopeless, &retry_after, &err));
	assert_string_equal(text_string(&credential.value), "Bearer " TOKEN);
	credential_done(&credential);
	redact_forget();
	config_free(config);
	assert_int_equal(left, 0);
}

RUN(cmocka_unit_test(test_it_is_seen), cmocka_unit_test(test_secret_text),
	cmocka_unit_test(test_minted_token))
