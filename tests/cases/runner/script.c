/* SPDX-License-Identifier: Apache-2.0 */
#include "script.h"

#include "compare.h"
#include "complaints.h"

#include <stdlib.h>
#include <string.h>

static bool is_some(const struct expected *expected)
{
	return !strcmp(value_string(&expected->times, "1"), "some");
}

static unsigned times(const struct expected *expected)
{
	return is_some(expected) ? 1 : (unsigned)value_number(&expected->times, 1);
}

static bool check_expected(
	const struct test_case *test, const struct expected *expected, struct text *why)
{
	const char *connection = value_string(&expected->connection, "new");
	enum fault fault;

	if (!strchr(text_string(&expected->request.text), ' '))
		(void)text_addf(why, "%s:%u: not \"request: METHOD TARGET\"", test->path,
			expected->request.line);
	if (!fault_find(value_string(&expected->fault, ""), &fault))
		(void)text_addf(why, "%s:%u: there is no fault \"%s\"", test->path,
			expected->fault.line, value_string(&expected->fault, ""));
	if (!is_some(expected) && value_number(&expected->times, 1) < 1)
		(void)text_addf(why, "%s:%u: times wants a number, or some", test->path,
			expected->times.line);
	if (strcmp(connection, "new") != 0 && strcmp(connection, "reused") != 0)
		(void)text_addf(why, "%s:%u: connection wants new or reused", test->path,
			expected->connection.line);
	return !why->len;
}

bool script_open(struct script *script, const struct test_case *test, struct bindings *bindings,
	struct text *why)
{
	*script = (struct script){ .test = test, .bindings = bindings };
	for (size_t i = 0; i < test->expected_count; i++) {
		if (!check_expected(test, &test->expected[i], why))
			return false;
	}
	script->accounts = calloc(test->list.count + 1, sizeof(*script->accounts));
	if (!script->accounts)
		abort();
	for (; script->account_count < test->list.count; script->account_count++) {
		const struct value *list = &test->list.items[script->account_count];

		if (!account_read(
			    &script->accounts[script->account_count], text_string(&list->text)))
			return text_addf(why, "%s:%u: not \"list: PATH MEMBER COUNT SIZE ...\"",
				       test->path, list->line) &&
			       false;
	}
	return true;
}

static bool is_for(
	struct script *script, const struct expected *expected, const struct message *message)
{
	const char *request = text_string(&expected->request.text);
	size_t method = strcspn(request, " ");

	return strlen(message->method) == method && !strncmp(request, message->method, method) &&
	       pattern_match(request + method + 1, strlen(request + method + 1), message->target,
		       strlen(message->target), script->bindings);
}

static void advance(struct script *script)
{
	script->next++;
	script->repeated = 0;
}

/*
 * Returns the expected request that is due, or NULL. A request that may be repeated ends when the
 * next one is made.
 */
static const struct expected *due(struct script *script, const struct message *message)
{
	const struct test_case *test = script->test;

	if (script->next == test->expected_count)
		return NULL;
	const struct expected *expected = &test->expected[script->next];
	if (!is_some(expected) || !script->repeated ||
		(message && is_for(script, expected, message)))
		return expected;
	advance(script);
	return script->next < test->expected_count ? &test->expected[script->next] : NULL;
}

static void count_made(struct script *script, const struct expected *expected)
{
	script->requests++;
	script->repeated++;
	if (!is_some(expected) && script->repeated >= times(expected))
		advance(script);
}

bool script_resets_connection(struct script *script)
{
	const struct test_case *test = script->test;
	const struct expected *expected =
		script->next < test->expected_count ? &test->expected[script->next] : NULL;
	enum fault fault = FAULT_NONE;

	if (!expected || !fault_find(value_string(&expected->fault, ""), &fault) ||
		fault != FAULT_RESET_BEFORE_REQUEST)
		return false;
	count_made(script, expected);
	return true;
}

static void check_header(
	struct script *script, const struct value *header, const struct message *message)
{
	const char *line = text_string(&header->text);
	char *name = strndup(line, strcspn(line, ":"));
	const char *value = line + strlen(name);
	const char *found = message_field(message, name);

	if (!*value)
		complain("line %u: not \"header: Name: value\"", header->line);
	value += *value == ':';
	value += *value == ' ';
	if (!found || !pattern_match(value, strlen(value), found, strlen(found), script->bindings))
		complain("line %u: header %s\n  expected \"%s\"\n  found    %s%s%s", header->line,
			name, value, found ? "\"" : "", found ? found : "none", found ? "\"" : "");
	free(name);
}

static void check_headers(
	struct script *script, const struct expected *expected, const struct message *message)
{
	for (size_t i = 0; i < expected->header.count; i++)
		check_header(script, &expected->header.items[i], message);
	for (size_t i = 0; i < expected->no_header.count; i++) {
		const char *name = text_string(&expected->no_header.items[i].text);

		if (message_field(message, name))
			complain("line %u: header %s is there: \"%s\"",
				expected->no_header.items[i].line, name,
				message_field(message, name));
	}
}

static void check_body(
	struct script *script, const struct expected *expected, const struct message *message)
{
	struct text where = TEXT(TEXT_ANY);

	(void)text_addf(&where, "line %u: body", expected->request.line);
	if (expected->no_body.given && message->has_body)
		complain("line %u: the request has a body: %s", expected->no_body.line,
			text_string(&message->body));
	if (expected->body.given)
		compare_json(&expected->body, text_string(&message->body), message->body.len, false,
			text_string(&where), script->bindings);
	if (expected->body_is.given)
		compare_text(text_string(&expected->body_is.text), expected->body_is.text.len,
			text_string(&message->body), message->body.len, text_string(&where),
			script->bindings);
}

static void refuse(struct answer *answer, const struct message *message, const char *why)
{
	complain("%s: %s %s", why, message->method, message->target);
	answer->status = 418;
	(void)text_add(&answer->body, "{\"error\":{\"message\":\"the case did not expect this\"}}");
}

static bool take_listed(struct script *script, const struct message *message, struct answer *answer)
{
	for (size_t i = 0; i < script->account_count; i++) {
		struct account_reply reply;

		if (!account_answer(&script->accounts[i], message, &reply))
			continue;
		script->requests++;
		answer->status = reply.status;
		answer->body = reply.body;
		return true;
	}
	return false;
}

void script_take(
	struct script *script, const struct message *message, bool fresh, struct answer *answer)
{
	const struct expected *expected = due(script, message);

	*answer = (struct answer){ .body = TEXT(TEXT_ANY) };
	if ((!expected || !is_for(script, expected, message)) &&
		take_listed(script, message, answer))
		return;
	if (!expected) {
		script->requests++;
		refuse(answer, message, "a request that is not expected");
		return;
	}
	if (!is_for(script, expected, message)) {
		complain("line %u: expected %s", expected->request.line,
			text_string(&expected->request.text));
		refuse(answer, message, "  but this came");
		count_made(script, expected);
		return;
	}
	check_headers(script, expected, message);
	check_body(script, expected, message);
	if (expected->connection.given &&
		fresh == !strcmp(text_string(&expected->connection.text), "reused"))
		complain("line %u: the request came on a %s connection", expected->connection.line,
			fresh ? "new" : "reused");
	answer->status = (long)value_number(&expected->reply, 200);
	answer->headers = &expected->reply_header;
	answer->delay = value_number(&expected->delay, 0) / 1000;
	(void)text_add_bytes(&answer->body, text_string(&expected->reply_body.text),
		expected->reply_body.text.len);
	/* script_open() has checked this. */
	if (!fault_find(value_string(&expected->fault, ""), &answer->fault))
		abort();
	count_made(script, expected);
}

void script_conclude(const struct script *script)
{
	const struct test_case *test = script->test;
	long wanted = (long)value_number(&test->requests, -1);

	for (size_t i = script->next; i < test->expected_count; i++) {
		const struct expected *expected = &test->expected[i];
		unsigned made = i == script->next ? script->repeated : 0;

		if (made < times(expected))
			complain("line %u: a request was not made%s: %s", expected->request.line,
				made ? " as often as expected" : "",
				text_string(&expected->request.text));
	}
	if (wanted >= 0 && wanted != (long)script->requests)
		complain("%u requests were made, expected %ld", script->requests, wanted);
}
