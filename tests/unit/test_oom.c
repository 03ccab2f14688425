/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lets memory run out at every allocation: the 1st, 2nd, 3rd and so on fails, until the action
 * succeeds. Each time stdout must have one document, nothing may be sent twice, and nothing may
 * leak. libcurl is not used: this file has the functions of http.h, with a PagerDuty and a
 * StackStorm that answer as the table says. SQLite has its own memory, which does not run out.
 */
#include "starve.h"
#include "unit.h"

#include "action/metadata.h"
#include "action/operation.h"
#include "base/redact.h"
#include "http/http.h"
#include "options.h"
#include "run.h"
#include "schema/schema.h"
#include "json/json.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
	MOST = 5000, /* allocations; an action that needs more does not end */
	ANSWERS = 6,
};

/* The answer to a method if the URL contains a text. */
struct answer {
	const char *method, *part;
	long status;
	const char *body;
};

struct action {
	const char *name, *parameters;
	struct answer answers[ANSWERS]; /* the first that fits is used */
	unsigned requests; /* requests if memory does not run out */
	unsigned more; /* how many more requests may be sent if memory ran out */
	int status; /* the exit status if memory does not run out */
	bool dry_run;
	const char *stored; /* the value in the datastore before the action */
	bool kept; /* two events are in the queue before the action */
};

struct http {
	int unused;
};

static const struct action *current;
static unsigned sent;
/* The body of the last write to StackStorm's datastore. */
static char stored[4096];
/* A request for which the table has no answer. */
static char unexpected[256];

struct http *http_open(const struct http_options *options, struct error *err)
{
	struct http *http = calloc(1, sizeof(*http));

	(void)options;
	if (!http)
		(void)error_memory(err);
	return http;
}

static const struct answer *find_answer(const struct http_request *request)
{
	for (size_t i = 0; i < ANSWERS && current->answers[i].method; i++) {
		const struct answer *answer = &current->answers[i];

		if (!strcmp(answer->method, request->method) && strstr(request->url, answer->part))
			return answer;
	}
	return NULL;
}

bool http_send(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err)
{
	const struct answer *answer = find_answer(request);

	(void)http;
	if (!answer) {
		(void)snprintf(
			unexpected, sizeof(unexpected), "%s %s", request->method, request->url);
		return error_set(err, ERROR_INTERNAL, 0, "no answer");
	}
	text_clear(&reply->body);
	*reply = (struct http_reply){
		.body = reply->body, .retry_after = -1, .date = -1, .status = answer->status
	};
	if (!answer->body && !*stored)
		reply->status = 404;
	sent++;
	if (!strcmp(request->method, "PUT") && strstr(request->url, "/keys/")) {
		assert_true(request->body_len < sizeof(stored));
		memcpy(stored, request->body, request->body_len + 1);
	}
	if (text_add(&reply->body, answer->body ? answer->body : stored))
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

/*
 * Linked instead of interrupt_wait(), so that nobody waits.
 * NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the linker's name.
 */
void __wrap_interrupt_wait(double seconds);
void __wrap_interrupt_wait(double seconds)
{
	(void)seconds;
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static char folder[32];
static char config_file[64], queue_file[64];
/* The queue's file with two events. */
static char kept_file[1 << 17];
static size_t kept_len;

static const char written[] =
	"api_key: \"SECRET-api-key\"\nservice_keys: {db: \"SECRET-db\"}\nrouting_key: "
	"SECRET-routing\nusers:\n  ana: ana@example.com\n"
	"api_url: https://api.example.com/\nmax_retry_time: 0\n";

static void remove_queue(void)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-lock", "-reserve" };
	char name[80];

	for (size_t i = 0; i < COUNT(ends); i++) {
		(void)snprintf(name, sizeof(name), "%s%s", queue_file, ends[i]);
		(void)unlink(name);
	}
}

static int write_config(void)
{
	/* In memory where that is possible: nothing here needs to reach a disk. */
	(void)snprintf(folder, sizeof(folder), "%s/test_oom_XXXXXX",
		access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(config_file, sizeof(config_file), "%s/pagerduty.yaml", folder);
	(void)snprintf(queue_file, sizeof(queue_file), "%s/events.db", folder);
	FILE *file = fopen(config_file, "w");
	if (!file || fprintf(file, "%sevent_queue: {path: %s}\n", written, queue_file) < 0)
		return -1;
	(void)setenv("ST2_PAGERDUTY_USER", "ana", true);
	(void)setenv("ST2_ACTION_API_URL", "http://127.0.0.1:9101/v1", true);
	(void)setenv("ST2_ACTION_AUTH_TOKEN", "SECRET-token", true);
	return fclose(file);
}

static int remove_files(void **state)
{
	(void)state;
	remove_queue();
	return unlink(config_file) || rmdir(folder) ? -1 : 0;
}

/* Replaces a standard stream by a file. Returns a copy of the stream. */
static int replace_stream(int stream, int file)
{
	int before = dup(stream);

	assert_true(before >= 0 && dup2(file, stream) == stream);
	return before;
}

static void restore_stream(int stream, int before)
{
	assert_int_equal(dup2(before, stream), stream);
	(void)close(before);
}

/* Runs the action as main.c does, and copies its output to out, which has size bytes. */
static int run(const struct action *action, char *out, size_t size)
{
	const struct command_line line = {
		.action = action->name, .config_file = config_file, .dry_run = action->dry_run
	};
	int in = memfd_create("in", MFD_CLOEXEC), printed = memfd_create("out", MFD_CLOEXEC);
	size_t len = strlen(action->parameters);

	assert_true(in >= 0 && printed >= 0);
	assert_int_equal(pwrite(in, action->parameters, len, 0), len);
	int quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
	int in_before = replace_stream(0, in), out_before = replace_stream(1, printed);
	int err_before = replace_stream(2, quiet);
	int status = run_action(&line, 0);
	schema_free_all();
	redact_forget();
	restore_stream(0, in_before);
	restore_stream(1, out_before);
	restore_stream(2, err_before);
	ssize_t got = pread(printed, out, size - 1, 0);
	assert_true(got >= 0);
	out[got] = '\0';
	(void)close(in);
	(void)close(printed);
	(void)close(quiet);
	return status;
}

/* Keeps two events, as actions do. */
static int keep_events(void **state)
{
	static char out[4096];
	struct action keep = { .name = "event.trigger" };

	(void)state;
	current = &keep;
	for (int i = 0; i < 2; i++) {
		keep.parameters =
			i ? "{\"summary\":\"s\",\"source\":\"h\",\"severity\":\"info\",\"queue\":"
			    "\"always\",\"dedup_key\":\"b\"}"
			  : "{\"summary\":\"s\",\"source\":\"h\",\"severity\":\"info\",\"queue\":"
			    "\"always\",\"dedup_key\":\"a\"}";
		assert_int_equal(run(&keep, out, sizeof(out)), 0);
	}
	FILE *file = fopen(queue_file, "r");
	assert_non_null(file);
	kept_len = fread(kept_file, 1, sizeof(kept_file), file);
	assert_in_range(kept_len, 1, sizeof(kept_file) - 1);
	return fclose(file);
}

static int make_files(void **state)
{
	return write_config() ? -1 : keep_events(state);
}

static void restore_events(void)
{
	int fd = open(queue_file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, kept_file, kept_len), kept_len);
	(void)close(fd);
}

/* Returns whether stdout has a result or an error. */
static bool is_document(int status, const char *out)
{
	struct json_object *document = json_tokener_parse(out), *error = NULL;
	bool good = document != NULL;

	if (status)
		good = json_object_object_get_ex(document, "error", &error);
	json_object_put(document);
	return good && out[strlen(out) - 1] == '\n';
}

static void test_action(void **state)
{
	static char out[65536];
	const struct action *action = *state;
	long allocations = 0;
	bool failed = true;

	current = action;
	*unexpected = '\0';
	for (; failed; allocations++) {
		assert_true(allocations < MOST);
		long before = starve_live();

		remove_queue();
		(void)snprintf(stored, sizeof(stored), "%s", action->stored ? action->stored : "");
		if (action->kept)
			restore_events();
		sent = 0;
		starve_after(allocations);
		int status = run(action, out, sizeof(out));
		failed = starve_end();
		if (*unexpected)
			fail_msg("no answer to %s", unexpected);
		if (starve_live() != before)
			fail_msg("allocation %ld failed, and %ld leaked", allocations,
				starve_live() - before);
		if (sent > action->requests + action->more)
			fail_msg("allocation %ld failed, and %u requests were sent", allocations,
				sent);
		if (!is_document(status, out))
			fail_msg("allocation %ld failed, with status %d: %s", allocations, status,
				out);
		if (!failed && status != action->status)
			fail_msg("status %d: %s", status, out);
	}
	assert_int_equal(sent, action->requests);
	print_message("# %s: %ld allocations failed, each cleanly\n", action->name, allocations);
	assert_true(allocations > 20);
}

#define GET(part, body)                \
	{                              \
		"GET", part, 200, body \
	}
#define ANSWERED(...)       \
	{                   \
		__VA_ARGS__ \
	}

static const struct action actions[] = {
	{ "incident.acknowledge", "{\"entity_id\":\"P1\"}",
		ANSWERED({ "PUT", "/incidents/P1", 200, "{\"incident\":{\"id\":\"P1\"}}" }), 1, 0,
		0, false, NULL, false },
	{ "incident.acknowledge", "{\"entity_id\":\"P1\",\"view\":\"chat\"}",
		ANSWERED(
			{ "PUT", "/incidents/P1", 400,
				"{\"error\":{\"message\":\"Invalid Input Provided\",\"code\":1001,\"errors\":["
				"\"Incident Already Resolved\"]}}" },
			GET("/incidents/P1",
				"{\"incident\":{\"id\":\"P1\",\"status\":\"resolved\",\"last_status_change_at\":"
				"\"2026-01-31T08:00:00Z\",\"last_status_change_by\":{\"summary\":\"Ana\"}}}")),
		2, 0, 5, false, NULL, false },
	{ "incident.find",
		"{\"statuses\":[\"[triggered\",\"acknowledged]\"],\"urgencies\":\"high\"}",
		ANSWERED(GET("/incidents",
			"{\"incidents\":[{\"id\":\"P1\"},{\"id\":\"P2\"},{\"id\":\"P1\"}],\"more\":false,"
			"\"limit\":25}")),
		1, 0, 0, false, NULL, false },
	{ "launch_incident",
		"{\"service\":\"db\",\"description\":\"d\\u0000\",\"details\":{\"a\":[1,{\"b\":"
		"99999999999999999999,\"c\":true},null]}}",
		ANSWERED({ "POST", "/create_event", 200, "{\"status\":\"success\"}" }), 1, 0, 0,
		false, NULL, false },
	{ "event.trigger",
		"{\"summary\":\"s\",\"source\":\"h\",\"severity\":\"info\",\"links\":[{\"href\":"
		"\"x\"}],\"custom_details\":{\"a\":1}}",
		ANSWERED({ "POST", "/enqueue", 202,
			"{\"status\":\"success\",\"dedup_key\":\"k\"}" }),
		1, 0, 0, false, NULL, false },
	{ "event.trigger",
		"{\"summary\":\"s\",\"source\":\"h\",\"severity\":\"info\",\"queue\":\"always\","
		"\"dedup_key\":\"k\"}",
		ANSWERED({ "POST", "/enqueue", 202,
			"{\"status\":\"success\",\"dedup_key\":\"k\"}" }),
		0, 1, 0, false, NULL, false },
	{ "event.trigger",
		"{\"summary\":\"s\",\"source\":\"h\",\"severity\":\"info\",\"view\":\"chat\"}",
		ANSWERED({ "POST", "/enqueue", 503, "busy" }), 1, 0, 0, false, NULL, false },
	{ "event_queue.status", "{}", ANSWERED({ 0 }), 0, 0, 0, false, NULL, false },
	{ "event_queue.drain", "{}",
		ANSWERED({ "POST", "/enqueue", 202,
			"{\"status\":\"success\",\"dedup_key\":\"a\"}" }),
		2, 0, 0, false, NULL, true },
	{ "event_queue.drain", "{}",
		ANSWERED({ "POST", "/enqueue", 400,
			"{\"status\":\"invalid event\",\"message\":\"no\",\"errors\":[\"e\"]}" }),
		2, 0, 0, false, NULL, true },
	{ "event_queue.status", "{}", ANSWERED({ 0 }), 0, 0, 0, false, NULL, true },
	{ "event_queue.retry", "{}", ANSWERED({ 0 }), 0, 0, 0, false, NULL, true },
	{ "event_queue.purge", "{}", ANSWERED({ 0 }), 0, 0, 0, false, NULL, true },
	{ "event.trigger", "{\"summary\":\"s\",\"source\":\"h\",\"severity\":\"info\"}",
		ANSWERED({ "POST", "/enqueue", 202,
			"{\"status\":\"success\",\"dedup_key\":\"a\"}" }),
		3, 0, 0, false, NULL, true },
	{ "incident.create.rest_v2", "{\"data\":{\"title\":\"t\",\"service\":{\"id\":\"P1\"}}}",
		ANSWERED({ "POST", "/incidents", 201, "{\"incident\":{\"id\":\"P\xff\"}}" }), 1, 0,
		0, false, NULL, false },
	{ "incident.reassign", "{\"entity_id\":\"P1\",\"user_ids\":[\"U1\",\"U2\"]}",
		ANSWERED({ "PUT", "/incidents/P1", 400,
			"{\"error\":{\"message\":\"Invalid Input "
			"Provided\",\"code\":2001,\"errors\":[\"no\"]}}" }),
		1, 0, 5, false, NULL, false },
	{ "user.create_notification_rule.simple",
		"{\"entity_id\":\"P1\",\"contact_method_id\":\"C\",\"contact_method_type\":\"sms_"
		"contact_method\"}",
		ANSWERED({ 0 }), 0, 0, 0, true, NULL, false },
	{ "service.get", "{\"entity_id\":\" WEB \"}",
		ANSWERED(GET("/services/P1", "{\"service\":{\"id\":\"P1\"}}"),
			GET("/services",
				"{\"services\":[{\"id\":\"P2\",\"name\":\"Web 2\"},{\"id\":\"P1\",\"name\":\"Web\"}]}")),
		2, 0, 0, false, NULL, false },
	{ "incident.merge",
		"{\"entity_id\":\"`pt4khlk`\",\"source_incidents\":[\"#12\",\"P1\",\"12\"]}",
		ANSWERED({ "PUT", "/merge", 200, "{\"incident\":{\"id\":\"P1\"}}" },
			GET("/incidents/12",
				"{\"incident\":{\"id\":\"P1\",\"incident_number\":12}}")),
		2, 0, 0, false, NULL, false },
	{ "incident.find",
		"{\"user_ids\":[\"me\"],\"since\":\"2026-01-31 08:00 Europe/Paris\",\"until\":\"2026-02-02 08:00 Europe/Paris\"}",
		ANSWERED(GET("/users",
				 "{\"users\":[{\"id\":\"P1\",\"email\":\"ana@example.com\"}]}"),
			GET("/incidents", "{\"incidents\":[]}")),
		2, 0, 0, false, NULL, false },
	{ "rest.request",
		"{\"path\":\"/a/b\",\"query\":{\"a[]\":[\"x\",1],\"b\":true},\"all\":true}",
		ANSWERED(GET("/a/b", "{\"things\":[{\"id\":1}]}")), 1, 0, 0, false, NULL, false },
	{ "incident.acknowledge_many",
		"{\"incident_ids\":[\"PABCDE1\",\"PABCDE2\"],\"view\":\"chat\"}",
		ANSWERED({ "PUT", "/incidents", 200,
			"{\"incidents\":[{\"id\":\"PABCDE1\",\"status\":\"acknowledged\",\"title\":\"t\"},"
			"{\"id\":\"PABCDE2\",\"status\":\"acknowledged\"}]}" }),
		1, 0, 0, false, NULL, false },
	{ "incident.resolve_many", "{\"incident_ids\":[\"PABCDE1\",\"PABCDE2\"]}",
		ANSWERED({ "PUT", "/incidents", 200,
			"{\"incidents\":[{\"id\":\"PABCDE1\",\"status\":\"resolved\"},"
			"{\"id\":\"PABCDE2\",\"status\":\"acknowledged\"}]}" }),
		1, 0, 5, false, NULL, false },
	{ "incident.wait", "{\"entity_id\":\"P1\",\"status\":\"resolved\"}",
		ANSWERED(GET(
			"/incidents/P1", "{\"incident\":{\"id\":\"P1\",\"status\":\"resolved\"}}")),
		1, 1, 0, false, NULL, false },
	{ "incident.escalate", "{\"entity_id\":\"P1\"}",
		ANSWERED(
			GET("/incidents/P1",
				"{\"incident\":{\"id\":\"P1\",\"escalation_policy\":{\"id\":\"E1\"},"
				"\"assignments\":[{\"assignee\":{\"id\":\"U1\"}}]}}"),
			GET("/oncalls",
				"{\"oncalls\":[{\"escalation_level\":1,\"user\":{\"id\":\"U1\"}},"
				"{\"escalation_level\":2,\"user\":{\"id\":\"U2\"}}]}"),
			{ "PUT", "/incidents/P1", 200, "{\"incident\":{\"id\":\"P1\"}}" }),
		3, 0, 0, false, NULL, false },
	{ "incident.page", "{\"title\":\"t\",\"user_id\":\"PABCDE1\"}",
		ANSWERED(
			GET("/escalation_policies",
				"{\"escalation_policies\":[{\"id\":\"E1\",\"services\":[{\"id\":\"S1\"}]},"
				"{\"id\":\"E2\",\"services\":[{\"id\":\"S1\"}]}]}"),
			{ "POST", "/incidents", 201, "{\"incident\":{\"id\":\"P1\"}}" }),
		2, 0, 0, false, NULL, false },
	{ "incident.page", "{\"title\":\"t\",\"escalation_policy_id\":\"PABCDE1\"}",
		ANSWERED(GET("/escalation_policies/PABCDE1",
			"{\"escalation_policy\":{\"id\":\"E1\",\"services\":[{\"id\":\"S1\",\"summary\":"
			"\"a\"},{\"id\":\"S2\"}]}}")),
		1, 0, 2, false, NULL, false },
	{ "on_call.now", "{\"team_id\":\"PABCDE1\"}",
		ANSWERED(GET("/escalation_policies",
				 "{\"escalation_policies\":[{\"id\":\"E1\"},{\"id\":\"E2\"}]}"),
			GET("/oncalls",
				"{\"oncalls\":[{\"escalation_level\":2,\"user\":{\"id\":\"U1\"}},"
				"{\"escalation_level\":1,\"user\":{\"id\":\"U2\",\"summary\":\"Ana\"}}]}")),
		2, 0, 0, false, NULL, false },
	{ "on_call.now", "{\"service_id\":\"PABCDE1\",\"view\":\"chat\"}",
		ANSWERED(
			GET("/services/PABCDE1",
				"{\"service\":{\"id\":\"PABCDE1\",\"escalation_policy\":{\"id\":\"E1\"}}}"),
			GET("/oncalls",
				"{\"oncalls\":[{\"escalation_level\":1,\"user\":{\"id\":\"U2\",\"summary\":"
				"\"Ana\"}}]}")),
		2, 0, 0, false, NULL, false },
	{ "ability.test", "{\"ability\":\"sso\"}",
		ANSWERED({ "GET", "/abilities/sso", 402,
			"{\"error\":{\"code\":2014,\"message\":\"no\"}}" }),
		1, 0, 0, false, NULL, false },
	{ "auth.test", "{}",
		ANSWERED(
			GET("/users/me",
				"{\"user\":{\"id\":\"P1\",\"name\":\"Ana\",\"email\":\"ana@example.com\","
				"\"role\":\"user\"}}"),
			GET("/users",
				"{\"users\":[{\"id\":\"P1\",\"email\":\"ana@example.com\"}]}")),
		2, 0, 0, false, NULL, false },
	{ "log_entry.dispatch", "{}",
		ANSWERED(GET("/keys/", NULL), { "PUT", "/keys/", 200, "{}" },
			GET("/log_entries",
				"{\"log_entries\":[{\"id\":\"R1\",\"type\":\"acknowledge_log_entry\"}]}")),
		5, 2, 0, false, NULL, false },
	{ "log_entry.dispatch", "{}",
		ANSWERED(GET("/keys/", NULL), { "PUT", "/keys/", 200, "{}" },
			{ "POST", "/webhooks/st2", 202, "{}" },
			GET("/log_entries",
				"{\"log_entries\":[{\"id\":\"R1\",\"type\":\"acknowledge_log_entry\","
				"\"created_at\":\"2026-01-31T08:00:00Z\",\"incident\":{\"id\":\"P1\"}},"
				"{\"id\":\"R2\",\"type\":\"notify_log_entry\",\"created_at\":"
				"\"2026-01-31T08:00:01Z\"}],\"more\":false}")),
		7, 2, 0, false,
		"{\"value\":\"{\\\"begin\\\":1769846000,\\\"newest\\\":0,\\\"run\\\":\\\"\\\",\\\"beat\\\":1,\\\"handled\\\":{}}\"}",
		false },
};

/*
 * libyaml 0.2.5 leaks memory of its emitter when memory runs out: only a clean failure is required.
 */
static void test_metadata(void **state)
{
	const struct operation *operation = operation_find("service.create");
	bool ok = false, failed = true;

	(void)state;
	for (long allocations = 0; !ok || failed; allocations++) {
		struct text out = TEXT(TEXT_ANY);

		assert_true(allocations < MOST);
		starve_after(allocations);
		ok = metadata_write(operation, &out);
		failed = starve_end();
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
	return cmocka_run_group_tests(tests, make_files, remove_files);
}
