/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Out of memory at every place where it can happen: allocation 1, 2, 3, ... fails, until the
 * action succeeds. Each time the error must be clean, nothing may be sent twice, and nothing may
 * leak.
 *
 * malloc and its like are wrapped at link time (-Wl,--wrap), which reaches our objects and, where
 * they are linked in, json-c and libyaml. libcurl is not here: this file has the functions of
 * http.h.
 */
#include "unit.h"

#include "action/metadata.h"
#include "action/operation.h"
#include "action/params.h"
#include "base/redact.h"
#include "client/client.h"
#include "config/config.h"
#include "dry_run.h"
#include "http/http.h"
#include "list/list.h"
#include "lookup/lookup.h"
#include "needs.h"
#include "reply/reply.h"
#include "request/request.h"
#include "schema/schema.h"
#include "json/json.h"

#include <fcntl.h>
#include <unistd.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *text);
char *__real_strndup(const char *text, size_t size);
void __real_free(void *memory);

enum { MOST = 5000 }; /* allocations; an action that takes more does not end */

static long countdown = -1; /* allocations until one fails; below 0: none does */
static bool failed;
static long live; /* allocated and not freed */

static bool fails(void)
{
	if (countdown < 0)
		return false;
	if (countdown-- > 0)
		return false;
	failed = true;
	return true;
}

static void *counted(void *memory)
{
	live += memory != NULL;
	return memory;
}

/* Not static: the linker calls them. */
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t size);
void __wrap_free(void *memory);

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : counted(__real_calloc(count, size));
}

void *__wrap_realloc(void *old, size_t size)
{
	if (fails())
		return NULL;
	return old ? __real_realloc(old, size) : counted(__real_realloc(old, size));
}

/* json-c 0.16 does not look whether the copy of a member's name could be made: there, none fails. */
struct json_object *__real_json_tokener_parse_ex(
	struct json_tokener *tokener, const char *text, int len);
struct json_object *__wrap_json_tokener_parse_ex(
	struct json_tokener *tokener, const char *text, int len);

static bool in_parser;

struct json_object *__wrap_json_tokener_parse_ex(
	struct json_tokener *tokener, const char *text, int len)
{
	in_parser = true;
	struct json_object *value = __real_json_tokener_parse_ex(tokener, text, len);
	in_parser = false;
	return value;
}

char *__wrap_strdup(const char *text)
{
	return !in_parser && fails() ? NULL : counted(__real_strdup(text));
}

char *__wrap_strndup(const char *text, size_t size)
{
	return fails() ? NULL : counted(__real_strndup(text, size));
}

void __wrap_free(void *memory)
{
	live -= memory != NULL;
	__real_free(memory);
}

/* A PagerDuty that always answers, and counts. */
struct http {
	int unused;
};

static unsigned sent;
static long reply_status;
static const char *reply_body;

struct http *http_open(const struct http_options *options, struct error *err)
{
	struct http *http = calloc(1, sizeof(*http));

	(void)options;
	if (!http)
		(void)error_memory(err);
	return http;
}

bool http_send(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err)
{
	(void)http, (void)request;
	text_clear(&reply->body);
	*reply = (struct http_reply){
		.body = reply->body, .retry_after = -1, .date = -1, .status = reply_status
	};
	sent++;
	if (text_add(&reply->body, reply_body))
		return true;
	reply->hopeless = true;
	return error_memory(err);
}

void http_free(struct http *http)
{
	free(http);
}

void http_free_at(struct http **http)
{
	http_free(*http);
}

void http_reply_done(struct http_reply *reply)
{
	text_done(&reply->body);
}

/* One action, as main.c ties it together. */
struct action {
	const char *name, *parameters, *body;
	long status;
	unsigned requests;
	bool dry_run;
};

static bool run(const struct action *action, const char *config_file, struct error *err)
{
	const struct operation *operation = operation_find(action->name);
	scoped(config_free_at) struct config *config = NULL;
	scoped(json_put_at) struct json_object *values = NULL;
	scoped(request_done) struct request request = { 0 };
	scoped(client_done) struct client client = { 0 };
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	scoped(lookup_done) struct lookup lookup = { 0 };
	const struct list_want want = { .maximum = 25 };
	bool cut = false;

	values = params_read(operation, action->parameters, strlen(action->parameters), err);
	if (!values)
		return false;
	config = config_load(config_file, err);
	if (!config || !lookup_read(&lookup, operation, values, err))
		return false;
	const struct run whole = { .operation = operation,
		.values = values,
		.config = config,
		.lookup = &lookup,
		.user = "ana" };
	if (!needs_resolve(&whole, !action->dry_run, err) ||
		!request_build(&request, operation, values, config, "ana", err))
		return false;
	if (action->dry_run)
		return dry_run_print(&request, config, &out, err);
	lookup.found = json_object_get(values);
	if (!client_open(&client, config, 0, err) ||
		!lookup_ask(&lookup, operation, &client, "ana", err))
		return false;
	request_done(&request);
	if (!request_build(&request, operation, values, config, "ana", err))
		return false;
	if (operation->paging != PAGING_NONE)
		return list_all(&client, &request, &want, &out, &cut, err);
	return client_call(&client, &request, NULL, &reply, err) &&
	       reply_result(&request, &reply, &out, err);
}

static void expect_clean(const struct action *action, const char *config_file)
{
	long allocations = 0;

	reply_status = action->status;
	reply_body = action->body;
	for (;; allocations++) {
		assert_true(allocations < MOST);
		struct error err = { 0 };
		long before = live;

		countdown = allocations;
		failed = false;
		sent = 0;
		bool ok = run(action, config_file, &err);
		countdown = -1;
		schema_free_all();
		redact_forget();
		if (live != before)
			fail_msg("%s: allocation %ld failed, and %ld leaked", action->name,
				allocations, live - before);
		if (sent > action->requests)
			fail_msg("%s: allocation %ld failed, and %u requests were sent",
				action->name, allocations, sent);
		if (ok && !failed)
			break;
		/* What failed must be said, unless all was done without it. */
		if (!ok && (err.kind == ERROR_NONE || !*err.text))
			fail_msg("%s: allocation %ld failed without a word", action->name,
				allocations);
	}
	assert_int_equal(sent, action->requests);
	print_message("# %s: %ld allocations failed, each cleanly\n", action->name, allocations);
	assert_true(allocations > 20);
}

static const char written[] =
	"api_key: \"SECRET-api-key\"\nservice_keys: {db: \"SECRET-db\"}\nrouting_key: "
	"SECRET-routing\nusers:\n  ana: ana@example.com\n"
	"api_url: https://api.example.com/\noauth: {scopes: [a, b]}\nmax_retry_time: 0\n";

static const struct action actions[] = {
	{ "incident.acknowledge", "{\"entity_id\":\"P1\"}", "{\"incident\":{\"id\":\"P1\"}}", 200,
		1, false },
	{ "incident.find",
		"{\"statuses\":[\"[triggered\",\"acknowledged]\"],\"urgencies\":\"high\"}",
		"{\"incidents\":[{\"id\":\"P1\"},{\"id\":\"P2\"},{\"id\":\"P1\"}],\"more\":false,"
		"\"limit\":25}",
		200, 1, false },
	{ "launch_incident", "{\"service\":\"db\",\"description\":\"d\",\"details\":{\"a\":[1,2]}}",
		"{\"status\":\"success\"}", 200, 1, false },
	{ "launch_incident",
		"{\"service\":\"db\",\"description\":\"d\\u0000\",\"details\":{\"a\":[1,{\"b\":"
		"99999999999999999999,\"c\":true},null]}}",
		"{\"status\":\"success\"}", 200, 1, false },
	{ "event.trigger",
		"{\"summary\":\"s\",\"source\":\"h\",\"severity\":\"info\",\"links\":[{\"href\":"
		"\"x\"}],\"custom_details\":{\"a\":1}}",
		"{\"status\":\"success\",\"dedup_key\":\"k\"}", 202, 1, false },
	{ "incident.create.rest_v2", "{\"data\":{\"title\":\"t\",\"service\":{\"id\":\"P1\"}}}",
		"{\"incident\":{\"id\":\"P\xff\"}}", 201, 1, false },
	{ "incident.reassign", "{\"entity_id\":\"P1\",\"user_ids\":[\"U1\",\"U2\"]}",
		"{\"error\":{\"message\":\"Invalid Input "
		"Provided\",\"code\":2001,\"errors\":[\"no\"]}}",
		400, 1, false },
	{ "user.create_notification_rule.simple",
		"{\"entity_id\":\"P1\",\"contact_method_id\":\"C\",\"contact_method_type\":\"sms_"
		"contact_method\"}",
		"{}", 201, 0, true },
	{ "service.get", "{\"entity_id\":\" WEB \"}",
		"{\"services\":[{\"id\":\"P2\",\"name\":\"Web 2\"},{\"id\":\"P1\",\"name\":\"Web\"}],"
		"\"service\":{\"id\":\"P1\"}}",
		200, 2, false },
	{ "incident.merge",
		"{\"entity_id\":\"`pt4khlk`\",\"source_incidents\":[\"#12\",\"P1\",\"12\"]}",
		"{\"incident\":{\"id\":\"P1\",\"incident_number\":12}}", 200, 2, false },
	{ "incident.find",
		"{\"user_ids\":[\"me\"],\"since\":\"now\",\"until\":\"2026-01-31 08:00 Europe/Paris\"}",
		"{\"users\":[{\"id\":\"P1\",\"email\":\"ana@example.com\"}],\"incidents\":[]}", 200,
		2, false },
	{ "rest.request",
		"{\"path\":\"/a/b\",\"query\":{\"a[]\":[\"x\",1],\"b\":true},\"all\":true}",
		"{\"things\":[{\"id\":1}]}", 200, 1, false },
};

static char config_file[] = "/tmp/test_oom_XXXXXX";

static int write_config(void **state)
{
	int fd = mkstemp(config_file);

	(void)state;
	if (fd < 0 || write(fd, written, sizeof(written) - 1) != (ssize_t)sizeof(written) - 1)
		return -1;
	return close(fd);
}

static int remove_config(void **state)
{
	(void)state;
	return unlink(config_file);
}

static void test_action(void **state)
{
	const struct action *action = *state;

	/* An error of PagerDuty's is one that memory need not run out for. */
	if (action->status >= 400) {
		reply_status = action->status;
		reply_body = action->body;
		for (countdown = 0; countdown < 400;) {
			struct error err = { 0 };
			long next = countdown + 1, before = live;

			sent = 0;
			(void)run(action, config_file, &err);
			schema_free_all();
			redact_forget();
			if (live != before)
				fail_msg("allocation %ld failed, and %ld leaked: %s", next - 1,
					live - before, err.text);
			assert_in_range(sent, 0, 1);
			assert_int_not_equal(err.kind, ERROR_NONE);
			countdown = next;
		}
		countdown = -1;
		return;
	}
	expect_clean(action, config_file);
}

/* libyaml 0.2.5 loses what its emitter holds when it runs out: here only a clean refusal is asked for. */
static void test_metadata(void **state)
{
	const struct operation *operation = operation_find("service.create");
	bool ok = false;

	(void)state;
	for (long allocations = 0; !ok || failed; allocations++) {
		struct text out = TEXT(TEXT_ANY);

		assert_true(allocations < MOST);
		countdown = allocations;
		failed = false;
		ok = metadata_write(operation, &out);
		countdown = -1;
		assert_true(!ok || out.len > 1000);
		text_done(&out);
		schema_free_all();
	}
}

int main(void)
{
	struct CMUnitTest tests[COUNT(actions) + 1] = { 0 };

	for (size_t i = 0; i < COUNT(actions); i++) {
		union {
			const struct action *given;
			void *taken;
		} state = { .given = &actions[i] };

		tests[i] = (struct CMUnitTest){ .name = actions[i].name,
			.test_func = test_action,
			.initial_state = state.taken };
	}
	tests[COUNT(actions)] = (struct CMUnitTest)cmocka_unit_test(test_metadata);
	return cmocka_run_group_tests(tests, write_config, remove_config);
}
