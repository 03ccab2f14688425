/* SPDX-License-Identifier: Apache-2.0 */
#include "stage.h"

#include "complaints.h"

#include <errno.h>
#include <fcntl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char default_config[] =
	"{\"api_key\":\"SECRET-api-key\",\"api_url\":\"%s\",\"events_url\":\"%s\"}";

static void add_word(char **words, size_t *count, const char *word)
{
	if (*count == WORDS_MOST - 1)
		abort();
	words[*count] = strdup(word);
	/* The stage keeps it until the process ends, which the analyzer does not see. */
	/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc) */
	(*count)++;
}

static void add_words(char **words, size_t *count, const char *text)
{
	char *copy = strdup(text);
	char *rest = NULL;

	for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		add_word(words, count, word);
	free(copy);
}

static void add_variable(struct stage *stage, const char *name, const char *value)
{
	struct text variable = TEXT(TEXT_ANY);

	(void)text_addf(&variable, "%s=%s", name, value);
	add_word(stage->envp, &stage->envc, text_string(&variable));
}

static bool expand_value(struct value *value, void *context)
{
	struct text expanded = TEXT(TEXT_ANY);

	if (!expand(&value->text, context, &expanded)) {
		complain("line %u: malformed @...@", value->line);
		return false;
	}
	value->text = expanded;
	return true;
}

static bool expand_all(struct stage *stage)
{
	const struct name names[] = {
		{ "MOCK", stage->places.base },
		{ "DIR", stage->folder },
		{ "CA", stage->ca },
		{ "PROXY", stage->places.proxy },
		{ "PROXY_PORT", strrchr(stage->places.proxy, ':') + 1 },
		{ "CLOSED", stage->places.closed },
		{ 0 },
	};

	(void)snprintf(stage->ca, sizeof(stage->ca), "%s/ca.pem", stage->folder);
	memcpy(stage->names, names, sizeof(names));
	return test_case_each(&stage->test, expand_value, stage->names);
}

/* Writes a file with the given mode. By default only its owner may read it. */
static bool write_file(
	struct stage *stage, const char *name, const struct text *content, const char *mode)
{
	struct text path = TEXT(TEXT_ANY);

	(void)text_addf(&path, "%s/%s", stage->folder, name);
	FILE *file = fopen(text_string(&path), "we");
	bool written = file && fwrite(text_string(content), 1, content->len, file) == content->len;
	if (!file || fclose(file) || !written ||
		chmod(text_string(&path), (mode_t)strtoul(mode, NULL, 8))) {
		complain("%s: %s", text_string(&path), strerror(errno));
		return false;
	}
	return true;
}

static bool make_link(struct stage *stage, const char *name, const char *target)
{
	struct text path = TEXT(TEXT_ANY);

	(void)text_addf(&path, "%s/%s", stage->folder, name);
	if (!symlink(target, text_string(&path)))
		return true;
	complain("%s: %s", text_string(&path), strerror(errno));
	return false;
}

static bool write_files(struct stage *stage)
{
	for (size_t i = 0; i < stage->test.file_count; i++) {
		const struct extra_file *file = &stage->test.files[i];
		const char *name = text_string(&file->name.text);

		if (file->link.given ? !make_link(stage, name, text_string(&file->link.text))
				     : !write_file(stage, name, &file->content.text,
					       value_string(&file->mode, "644")))
			return false;
	}
	if (!stage->test.config_file.given)
		return true;
	(void)text_add(&stage->test.config_file.text, "\n");
	return write_file(stage, "pagerduty.yaml", &stage->test.config_file.text, "644");
}

/* Makes the default configuration, changed by the members of the case. */
static bool add_config(struct stage *stage)
{
	char defaults[256];

	if (stage->test.config_raw.given)
		add_variable(
			stage, "ST2_PAGERDUTY_CONFIG", text_string(&stage->test.config_raw.text));
	if (stage->test.config_raw.given || stage->test.config_file.given ||
		stage->test.configs.given)
		return true;
	(void)snprintf(
		defaults, sizeof(defaults), default_config, stage->places.base, stage->places.base);
	struct json_object *config = json_tokener_parse(defaults);
	struct json_object *changes = json_tokener_parse(value_string(&stage->test.config, "{}"));
	if (!json_object_is_type(changes, json_type_object)) {
		complain("line %u: config is not a JSON object", stage->test.config.line);
		return false;
	}
	json_object_object_foreach(changes, name, member)
	{
		if (member)
			(void)json_object_object_add(config, name, json_object_get(member));
		else
			json_object_object_del(config, name);
	}
	add_variable(stage, "ST2_PAGERDUTY_CONFIG",
		json_object_to_json_string_ext(
			config, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	return true;
}

/* Variables of our environment that analysis tools need in the program. */
static void add_tool_variables(struct stage *stage)
{
	static const char *const names[] = { "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
		"GCOV_PREFIX", "GCOV_PREFIX_STRIP", "LLVM_PROFILE_FILE", "VALGRIND_OPTS" };

	for (size_t i = 0; i < COUNT(names); i++) {
		const char *value = getenv(names[i]);

		if (value)
			add_variable(stage, names[i], value);
	}
}

/* Another user cannot write coverage data to the usual place. */
static void add_coverage_folder(struct stage *stage)
{
	struct text path = TEXT(TEXT_ANY);

	if (!stage->test.user.given || !getenv("COVERAGE"))
		return;
	(void)text_addf(&path, "%s/coverage", stage->folder);
	if (!mkdir(text_string(&path), 0777) && !chmod(text_string(&path), 0777))
		add_variable(stage, "GCOV_PREFIX", text_string(&path));
}

static bool add_environment(struct stage *stage)
{
	add_variable(stage, "PATH", "/usr/local/bin:/usr/bin:/bin");
	add_variable(stage, "HOME", stage->folder);
	add_variable(stage, "LC_ALL", "C.UTF-8");
	add_tool_variables(stage);
	add_coverage_folder(stage);
	for (size_t i = 0; i < stage->test.environment.count; i++)
		add_word(stage->envp, &stage->envc,
			text_string(&stage->test.environment.items[i].text));
	return add_config(stage);
}

/* Finds a wrapper such as valgrind on our PATH, as a shell does. */
static void add_wrapper(struct stage *stage, const char *wrapper)
{
	if (!wrapper || !*wrapper)
		return;
	add_word(stage->argv, &stage->argc, "/usr/bin/env");
	add_words(stage->argv, &stage->argc, wrapper);
}

static void add_arguments(struct stage *stage, const char *program, const char *wrapper)
{
	const struct test_case *test = &stage->test;
	struct text config = TEXT(TEXT_ANY);

	add_wrapper(stage, wrapper);
	add_word(stage->argv, &stage->argc, program);
	if (test->action.given)
		add_word(stage->argv, &stage->argc, text_string(&test->action.text));
	add_words(stage->argv, &stage->argc, value_string(&test->arguments, ""));
	for (size_t i = 0; i < test->argument.count; i++)
		add_word(stage->argv, &stage->argc, text_string(&test->argument.items[i].text));
	if (!test->config_file.given)
		return;
	(void)text_addf(&config, "%s/pagerduty.yaml", stage->folder);
	add_word(stage->argv, &stage->argc, "--config");
	add_word(stage->argv, &stage->argc, text_string(&config));
}

bool stage_prepare(struct stage *stage, const char *program, const char *wrapper)
{
	if (!expand_all(stage) || !write_files(stage) || !add_environment(stage))
		return false;
	add_arguments(stage, program, wrapper);
	return true;
}

const char *stage_copy_program(struct stage *stage, const char *program)
{
	struct text path = TEXT(TEXT_ANY);
	char part[64 << 10];
	ssize_t len;

	(void)text_addf(&path, "%s/program", stage->folder);
	int in = open(program, O_RDONLY | O_CLOEXEC);
	int out = open(text_string(&path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0755);
	while ((len = read(in, part, sizeof(part))) > 0 && write(out, part, (size_t)len) == len)
		;
	if (len || close(in) || fchmod(out, 0755) || close(out)) {
		complain("%s: %s", text_string(&path), strerror(errno));
		return NULL;
	}
	return text_string(&path);
}
