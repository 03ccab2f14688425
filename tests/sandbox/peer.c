/* SPDX-License-Identifier: Apache-2.0 */
#include "peer.h"

#include "base/text.h"
#include "unit.h"

#include <curl/curl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

const char *peer_authorization, *peer_from;

static pid_t child;
static CURL *curl;
static char base[64];
static struct text body = TEXT(TEXT_ANY);
static struct json_object *reply;

static size_t take(char *bytes, size_t size, size_t count, void *nothing)
{
	(void)nothing;
	(void)text_add_bytes(&body, bytes, size * count);
	return size * count;
}

void peer_open(const char *program, const char *config)
{
	int ends[2];
	FILE *out;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (!child) {
		(void)dup2(ends[1], STDOUT_FILENO);
		(void)execl(program, program, "--quiet", "--config-out", config, (char *)NULL);
		_exit(127);
	}
	(void)close(ends[1]);
	out = fdopen(ends[0], "r");
	assert_non_null(out);
	assert_non_null(fgets(base, sizeof(base), out));
	base[strcspn(base, "\n")] = '\0';
	(void)fclose(out);
	peer_authorization = "Authorization: Token token=sandbox-api-key-0000";
	peer_from = "From: ana@example.com";
	curl = curl_easy_init();
	assert_non_null(curl);
}

int peer_close(int signal)
{
	int status;

	json_object_put(reply);
	reply = NULL;
	text_done(&body);
	curl_easy_cleanup(curl);
	assert_int_equal(kill(child, signal), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct json_object *peer_ask_raw(
	long status, const char *method, const char *path, const char *raw, size_t len)
{
	struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
	char url[512];
	long answered = 0;

	(void)snprintf(url, sizeof(url), "%s%s", base, path);
	if (peer_authorization)
		headers = curl_slist_append(headers, peer_authorization);
	if (peer_from && strcmp(method, "GET") != 0)
		headers = curl_slist_append(headers, peer_from);
	headers = curl_slist_append(headers, "Expect:");
	curl_easy_reset(curl);
	(void)curl_easy_setopt(curl, CURLOPT_URL, url);
	(void)curl_easy_setopt(curl, CURLOPT_PROXY, "");
	(void)curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
	(void)curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	(void)curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
	(void)curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	if (raw) {
		(void)curl_easy_setopt(curl, CURLOPT_POSTFIELDS, raw);
		(void)curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)len);
	}
	(void)curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
	text_clear(&body);
	assert_int_equal(curl_easy_perform(curl), CURLE_OK);
	curl_slist_free_all(headers);
	(void)curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answered);
	if (answered != status)
		fail_msg("%s %s: %ld, not %ld: %.400s", method, path, answered, status,
			text_string(&body));
	json_object_put(reply);
	reply = body.len ? json_tokener_parse(text_string(&body)) : NULL;
	assert_true(reply || !body.len);
	return reply;
}

struct json_object *peer_ask(long status, const char *method, const char *path, const char *given)
{
	struct json_object *value = given ? json_tokener_parse(given) : NULL, *answer;
	const char *text = value ? json_object_to_json_string(value) : NULL;

	assert_true(value || !given);
	answer = peer_ask_raw(status, method, path, text, text ? strlen(text) : 0);
	json_object_put(value);
	return answer;
}

const char *peer_header(const char *name)
{
	struct curl_header *header;

	return curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK
		       ? header->value
		       : NULL;
}

const char *peer_text(struct json_object *value, const char *pointer)
{
	struct json_object *found = NULL;

	if (!value || json_pointer_get(value, pointer, &found) || !found)
		return "";
	return json_object_get_string(found);
}
