/* SPDX-License-Identifier: Apache-2.0 */
#include "test_case.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The scope of a key. */
enum scope { SCOPE_CASE, SCOPE_REQUEST, SCOPE_FILE };

enum kind { KIND_TEXT, KIND_NUMBER, KIND_YES, KIND_LIST };

struct key {
	const char *name;
	enum scope scope;
	enum kind kind;
	size_t offset;
};

#define CASE(name, kind, member)                                           \
	{                                                                  \
		name, SCOPE_CASE, kind, offsetof(struct test_case, member) \
	}
#define REQUEST(name, kind, member)                                          \
	{                                                                    \
		name, SCOPE_REQUEST, kind, offsetof(struct expected, member) \
	}
#define IN_FILE(name, kind, member)                                         \
	{                                                                   \
		name, SCOPE_FILE, kind, offsetof(struct extra_file, member) \
	}

static const struct key keys[] = {
	CASE("action", KIND_TEXT, action),
	CASE("argument", KIND_LIST, argument),
	CASE("arguments", KIND_TEXT, arguments),
	CASE("columns", KIND_NUMBER, columns),
	CASE("config", KIND_TEXT, config),
	CASE("config-file", KIND_TEXT, config_file),
	CASE("config-raw", KIND_TEXT, config_raw),
	CASE("configs", KIND_YES, configs),
	CASE("connections", KIND_NUMBER, connections),
	CASE("environment", KIND_LIST, environment),
	CASE("exit", KIND_NUMBER, exit),
	CASE("fault", KIND_TEXT, fault),
	CASE("limit-memory", KIND_NUMBER, limit_memory),
	CASE("limit-stack", KIND_NUMBER, limit_stack),
	CASE("list", KIND_LIST, list),
	CASE("no-file", KIND_LIST, no_file),
	CASE("parameters", KIND_TEXT, parameters),
	CASE("proxy", KIND_TEXT, proxy),
	CASE("proxy-connect", KIND_LIST, proxy_connect),
	CASE("proxy-header", KIND_LIST, proxy_header),
	CASE("requests", KIND_NUMBER, requests),
	CASE("seconds-at-least", KIND_NUMBER, seconds_at_least),
	CASE("seconds-at-most", KIND_NUMBER, seconds_at_most),
	CASE("signal", KIND_TEXT, signal),
	CASE("stderr", KIND_TEXT, err),
	CASE("stderr-has", KIND_LIST, err_has),
	CASE("stderr-lacks", KIND_LIST, err_lacks),
	CASE("stderr-lines", KIND_NUMBER, err_lines),
	CASE("stderr-to", KIND_TEXT, stderr_to),
	CASE("stdin-from", KIND_TEXT, stdin_from),
	CASE("stdout", KIND_TEXT, out),
	CASE("stdout-has", KIND_LIST, out_has),
	CASE("stdout-includes", KIND_TEXT, out_includes),
	CASE("stdout-is", KIND_TEXT, out_is),
	CASE("stdout-lacks", KIND_LIST, out_lacks),
	CASE("stdout-records", KIND_TEXT, out_records),
	CASE("stdout-to", KIND_TEXT, stdout_to),
	CASE("tls", KIND_TEXT, tls),
	CASE("user", KIND_TEXT, user),
	REQUEST("body", KIND_TEXT, body),
	REQUEST("body-is", KIND_TEXT, body_is),
	REQUEST("connection", KIND_TEXT, connection),
	REQUEST("delay", KIND_NUMBER, delay),
	REQUEST("fault", KIND_TEXT, fault),
	REQUEST("header", KIND_LIST, header),
	REQUEST("no-body", KIND_TEXT, no_body),
	REQUEST("no-header", KIND_LIST, no_header),
	REQUEST("reply", KIND_NUMBER, reply),
	REQUEST("reply-body", KIND_TEXT, reply_body),
	REQUEST("reply-header", KIND_LIST, reply_header),
	REQUEST("request", KIND_TEXT, request),
	REQUEST("times", KIND_TEXT, times),
	IN_FILE("content", KIND_TEXT, content),
	IN_FILE("file", KIND_TEXT, name),
	IN_FILE("link", KIND_TEXT, link),
	IN_FILE("mode", KIND_TEXT, mode),
};

/* If memory runs out, ends the process, which runs only this case. */
static void *grow(void *items, size_t count, size_t size)
{
	void *grown = reallocarray(items, count + 1, size);

	if (!grown)
		abort();
	memset((char *)grown + count * size, 0, size);
	return grown;
}

static void *at_offset(void *base, size_t offset)
{
	return (char *)base + offset;
}

static void *holder(struct test_case *test, enum scope scope)
{
	if (scope == SCOPE_REQUEST)
		return test->expected_count ? &test->expected[test->expected_count - 1] : NULL;
	if (scope == SCOPE_FILE)
		return test->file_count ? &test->files[test->file_count - 1] : NULL;
	return test;
}

/* A key that two scopes have belongs to the request above it, if there is one. */
static const struct key *find_key(const struct test_case *test, const char *name)
{
	const struct key *found = NULL;

	for (size_t i = 0; i < COUNT(keys); i++) {
		if (strcmp(keys[i].name, name) != 0)
			continue;
		if (!found || (keys[i].scope == SCOPE_REQUEST && test->expected_count))
			found = &keys[i];
	}
	return found;
}

static void open_scope(struct test_case *test, const char *name)
{
	if (!strcmp(name, "request"))
		test->expected =
			grow(test->expected, test->expected_count++, sizeof(*test->expected));
	if (!strcmp(name, "file"))
		test->files = grow(test->files, test->file_count++, sizeof(*test->files));
}

static bool is_number(const char *string)
{
	char *end;

	(void)strtod(string, &end);
	return end != string && !*end;
}

static bool store(
	struct test_case *test, const struct key *key, const struct value *value, struct text *why)
{
	void *base = holder(test, key->scope);

	if (!base)
		return text_addf(why, "%s:%u: %s belongs below a %s", test->path, value->line,
			       key->name, key->scope == SCOPE_FILE ? "file:" : "request:") &&
		       false;
	if (key->kind == KIND_LIST) {
		struct list *list = at_offset(base, key->offset);

		list->items = grow(list->items, list->count, sizeof(*list->items));
		list->items[list->count++] = *value;
		return true;
	}
	struct value *slot = at_offset(base, key->offset);
	const char *string = text_string(&value->text);
	if (slot->given)
		return text_addf(why, "%s:%u: a second %s", test->path, value->line, key->name) &&
		       false;
	if ((key->kind == KIND_NUMBER && !is_number(string)) ||
		(key->kind == KIND_YES && strcmp(string, "yes") != 0))
		return text_addf(why, "%s:%u: %s wants %s", test->path, value->line, key->name,
			       key->kind == KIND_YES ? "yes" : "a number") &&
		       false;
	*slot = *value;
	return true;
}

/* Iterates over the lines of a file. */
struct lines {
	char *at;
	unsigned number; /* of the line that was read last */
};

static char *next_line(struct lines *lines)
{
	char *line = lines->at;

	if (!line || !*line)
		return NULL;
	lines->at = strchr(line, '\n');
	if (lines->at)
		*lines->at++ = '\0';
	lines->number++;
	return line;
}

/*
 * Reads the lines below "key: |": lines that are indented by two spaces, and empty lines between
 * them.
 */
static void read_block(struct lines *lines, struct text *out)
{
	unsigned empty = 0;
	bool first = true;

	while (lines->at && (*lines->at == '\n' || !strncmp(lines->at, "  ", 2))) {
		const char *line = next_line(lines);

		if (!*line) {
			empty++;
			continue;
		}
		for (; empty; empty--)
			(void)text_add(out, "\n");
		(void)text_addf(out, "%s%s", first ? "" : "\n", line + 2);
		first = false;
	}
}

static bool read_entry(struct test_case *test, struct lines *lines, char *line, struct text *why)
{
	struct value value = { true, lines->number, TEXT(TEXT_ANY) };
	char *colon = strchr(line, ':');

	if (!colon)
		return text_addf(why, "%s:%u: not \"key: value\"", test->path, lines->number) &&
		       false;
	*colon = '\0';
	const struct key *key = find_key(test, line);
	if (!key)
		return text_addf(why, "%s:%u: there is no key \"%s\"", test->path, lines->number,
			       line) &&
		       false;
	const char *rest = colon + 1 + (colon[1] == ' ');
	if (!strcmp(rest, "|"))
		read_block(lines, &value.text);
	else
		(void)text_add(&value.text, rest);
	open_scope(test, key->name);
	return store(test, key, &value, why);
}

static bool read_file(const char *path, struct text *out)
{
	char part[4096];
	size_t len;
	FILE *file = fopen(path, "re");

	if (!file)
		return false;
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		(void)text_add_bytes(out, part, len);
	return fclose(file) == 0 && !out->failed;
}

bool test_case_read(struct test_case *test, const char *path, struct text *why)
{
	struct text file = TEXT(TEXT_ANY);

	*test = (struct test_case){ .path = path };
	if (!read_file(path, &file))
		return text_addf(why, "%s: %s", path, strerror(errno)) && false;
	struct lines lines = { .at = file.data };
	for (char *line; (line = next_line(&lines));) {
		if (*line && *line != '#' && !read_entry(test, &lines, line, why))
			return false;
	}
	return true;
}

static bool each_in(void *base, enum scope scope,
	bool (*change)(struct value *value, void *context), void *context)
{
	for (size_t i = 0; i < COUNT(keys); i++) {
		if (keys[i].scope != scope)
			continue;
		struct list one = { at_offset(base, keys[i].offset), 1 };
		const struct list *list =
			keys[i].kind == KIND_LIST ? at_offset(base, keys[i].offset) : &one;
		for (size_t j = 0; j < list->count; j++) {
			if (list->items[j].given && !change(&list->items[j], context))
				return false;
		}
	}
	return true;
}

bool test_case_each(
	struct test_case *test, bool (*change)(struct value *value, void *context), void *context)
{
	for (size_t i = 0; i < test->expected_count; i++) {
		if (!each_in(&test->expected[i], SCOPE_REQUEST, change, context))
			return false;
	}
	for (size_t i = 0; i < test->file_count; i++) {
		if (!each_in(&test->files[i], SCOPE_FILE, change, context))
			return false;
	}
	return each_in(test, SCOPE_CASE, change, context);
}

const char *value_string(const struct value *value, const char *missing)
{
	return value->given ? text_string(&value->text) : missing;
}

double value_number(const struct value *value, double missing)
{
	return value->given ? strtod(text_string(&value->text), NULL) : missing;
}
