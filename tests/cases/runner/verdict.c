/* SPDX-License-Identifier: Apache-2.0 */
#include "verdict.h"

#include "base/utf8.h"
#include "compare.h"
#include "complaints.h"

#include <stdlib.h>
#include <string.h>

static const char *shown(const struct text *text)
{
	struct text out = TEXT(TEXT_ANY);

	show_text(&out, text_string(text), text->len);
	return text_string(&out);
}

static void check_end(const struct test_case *test, const struct outcome *outcome)
{
	long wanted = (long)value_number(&test->exit, 0);

	if (outcome->late)
		complain("the program did not end within %.1f s and was killed", outcome->seconds);
	else if (outcome->signal)
		complain("the program was ended by signal %d (%s)", outcome->signal,
			strsignal(outcome->signal));
	else if (outcome->exit != wanted)
		complain("exit status %d, expected %ld", outcome->exit, wanted);
	else
		return;
	complain("  stdout %s\n  stderr %s", shown(&outcome->out), shown(&outcome->err));
}

static void check_secrets(const struct text *text, const char *where)
{
	size_t valid = utf8_valid(text_string(text), text->len);

	if (memmem(text_string(text), text->len, "SECRET-", strlen("SECRET-")))
		complain("a secret is on %s: %s", where, shown(text));
	if (valid < text->len)
		complain("%s is not UTF-8, from byte %zu on: %s", where, valid, shown(text));
}

static bool holds(const struct text *text, const struct value *part)
{
	return memmem(text_string(text), text->len, text_string(&part->text), part->text.len) !=
	       NULL;
}

static void check_parts(const struct text *text, const struct list *has, const struct list *lacks,
	const char *where)
{
	for (size_t i = 0; i < has->count; i++) {
		if (!holds(text, &has->items[i]))
			complain("line %u: %s has no \"%s\":\n  %s", has->items[i].line, where,
				text_string(&has->items[i].text), shown(text));
	}
	for (size_t i = 0; i < lacks->count; i++) {
		if (holds(text, &lacks->items[i]))
			complain("line %u: %s has \"%s\":\n  %s", lacks->items[i].line, where,
				text_string(&lacks->items[i].text), shown(text));
	}
}

/* Returns the document without its newline. Complains if there is no newline. */
static size_t document_len(const struct text *out)
{
	if (!out->len || out->data[out->len - 1] != '\n') {
		complain("stdout does not end in a newline: %s", shown(out));
		return out->len;
	}
	if (memchr(out->data, '\n', out->len - 1))
		complain("stdout has more than one line: %s", shown(out));
	return out->len - 1;
}

static int by_id(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Checks "stdout-records: N": an array of N records with different ids. */
static void check_records(const struct value *wanted, struct json_object *value)
{
	size_t count = (size_t)value_number(wanted, 0);

	if (!json_object_is_type(value, json_type_array) ||
		json_object_array_length(value) != count) {
		complain("stdout has %zu records, expected %zu",
			json_object_is_type(value, json_type_array)
				? json_object_array_length(value)
				: 0,
			count);
		return;
	}
	const char **ids = calloc(count + 1, sizeof(*ids));
	for (size_t i = 0; ids && i < count; i++) {
		struct json_object *id = NULL;

		(void)json_object_object_get_ex(json_object_array_get_idx(value, i), "id", &id);
		ids[i] = id ? json_object_get_string(id) : "";
	}
	if (!ids)
		abort();
	qsort(ids, count, sizeof(*ids), by_id);
	for (size_t i = 0; i < count; i++) {
		if (!*ids[i] || (i && !strcmp(ids[i], ids[i - 1])))
			complain("stdout has the record \"%s\" twice", ids[i]);
	}
}

static void check_document(
	const struct test_case *test, const struct text *out, struct bindings *bindings)
{
	size_t len = document_len(out);
	struct json_object *value;

	if (test->out.given)
		compare_json(&test->out, text_string(out), len, false, "stdout", bindings);
	if (test->out_includes.given)
		compare_json(&test->out_includes, text_string(out), len, true, "stdout", bindings);
	if (test->out.given || test->out_includes.given)
		return;
	if (compare_read(text_string(out), len, "stdout", &value) && test->out_records.given)
		check_records(&test->out_records, value);
}

static void check_out(
	const struct test_case *test, const struct text *out, struct bindings *bindings)
{
	/*
	 * A case without an action, only with arguments such as --help, may print text that is not
	 * JSON.
	 */
	bool document = test->action.given || value_number(&test->exit, 0) != 0 ||
			test->out.given || test->out_includes.given || test->out_records.given;

	bool terminal = !strcmp(value_string(&test->stdout_to, ""), "terminal");

	if (test->stdout_to.given && !terminal)
		return;
	check_secrets(out, "stdout");
	check_parts(out, &test->out_has, &test->out_lacks, "stdout");
	if (test->out_is.given) {
		struct text wanted = TEXT(TEXT_ANY);

		(void)text_add_bytes(
			&wanted, text_string(&test->out_is.text), test->out_is.text.len);
		(void)text_add(&wanted, "\n");
		compare_text(
			wanted.data, wanted.len, text_string(out), out->len, "stdout", bindings);
	} else if (document && !terminal) {
		check_document(test, out, bindings);
	}
}

static size_t count_lines(const struct text *text)
{
	size_t lines = 0;

	for (size_t i = 0; i < text->len; i++)
		lines += text->data[i] == '\n';
	return lines + (text->len && text->data[text->len - 1] != '\n');
}

static void check_err(
	const struct test_case *test, const struct text *err, struct bindings *bindings)
{
	bool fails = value_number(&test->exit, 0) != 0;
	bool said = test->err_has.count != 0;
	double lines = value_number(&test->err_lines, fails ? 1 : 0);

	check_secrets(err, "stderr");
	check_parts(err, &test->err_has, &test->err_lacks, "stderr");
	if (test->err.given) {
		struct text wanted = TEXT(TEXT_ANY);

		(void)text_add(&wanted, text_string(&test->err.text));
		(void)text_add(&wanted, test->err.text.len ? "\n" : "");
		compare_text(text_string(&wanted), wanted.len, text_string(err), err->len, "stderr",
			bindings);
	} else if ((test->err_lines.given || fails || !said) && (double)count_lines(err) != lines) {
		complain("stderr has %zu lines, expected %.0f: %s", count_lines(err), lines,
			shown(err));
	}
}

static void check_seconds(const struct test_case *test, const struct outcome *outcome)
{
	if (outcome->seconds < value_number(&test->seconds_at_least, 0))
		complain("it took %.2f s, expected at least %s", outcome->seconds,
			text_string(&test->seconds_at_least.text));
}

void verdict(const struct test_case *test, const struct outcome *outcome, bool timed,
	struct bindings *bindings)
{
	check_end(test, outcome);
	if (outcome->late || outcome->signal)
		return;
	check_out(test, &outcome->out, bindings);
	check_err(test, &outcome->err, bindings);
	if (timed)
		check_seconds(test, outcome);
}
