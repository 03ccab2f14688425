/* SPDX-License-Identifier: Apache-2.0 */
#include "play.h"

#include "child.h"
#include "complaints.h"
#include "expand.h"
#include "mock.h"
#include "test_case.h"
#include "verdict.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <json-c/json.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WORDS_MOST = 256 };

static const char default_config[] =
	"{\"api_key\":\"SECRET-api-key\",\"api_url\":\"%s\",\"events_url\":\"%s\"}";

/* What a case needs while it runs. */
struct stage {
	struct test_case test;
	char folder[64];
	char ca[96];
	struct mock_places places;
	struct name names[8];
	struct bindings bindings;
	char *argv[WORDS_MOST], *envp[WORDS_MOST];
	size_t argc, envc;
};

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

/* Reads "TERM 500 ms after start", or "after request", which means the first request. */
static bool read_signal(const struct test_case *test, struct child *child)
{
	static const struct {
		const char *name;
		int number;
	} signals[] = { { "TERM", SIGTERM }, { "INT", SIGINT }, { "HUP", SIGHUP },
		{ "PIPE", SIGPIPE }, { "KILL", SIGKILL } };
	static const char *const events[] = {
		[EVENT_START] = " ms after start",
		[EVENT_INPUT] = " ms after input",
		[EVENT_REQUEST] = " ms after request",
		[EVENT_STDERR] = " ms after stderr",
	};
	const char *text = text_string(&test->signal.text);
	size_t len = strcspn(text, " ");
	char *end;

	if (!test->signal.given)
		return true;
	child->signal_after = strtod(text + len, &end) / 1000;
	child->was_asked = mock_was_asked;
	for (size_t i = 0; i < COUNT(events); i++) {
		if (!strcmp(end, events[i]))
			child->event = (enum child_event)i;
	}
	for (size_t i = 0; i < COUNT(signals); i++) {
		if (!strcmp(end, events[child->event]) && strlen(signals[i].name) == len &&
			!strncmp(signals[i].name, text, len))
			child->signal = signals[i].number;
	}
	if (!child->signal)
		complain(
			"line %u: not \"signal: TERM N ms after start\", or input, request, stderr",
			test->signal.line);
	return child->signal;
}

/* allowed are the words that the key may have. */
static bool read_stream(const struct value *value, const char *allowed, enum stream_kind *out)
{
	static const char *const names[] = {
		[STREAM_CLOSED] = "closed",
		[STREAM_OPEN] = "open",
		[STREAM_BROKEN] = "broken",
		[STREAM_FULL] = "full",
		[STREAM_SHORT] = "short",
		[STREAM_UNREAD] = "unread",
		[STREAM_TERMINAL] = "terminal",
	};
	const char *word = value_string(value, NULL);

	for (size_t i = STREAM_CLOSED; word && i < COUNT(names); i++) {
		if (!strcmp(word, names[i]) && strstr(allowed, word))
			*out = (enum stream_kind)i;
	}
	if (word && *out == STREAM_PIPE)
		complain("line %u: not one of %s", value->line, allowed);
	return !word || *out != STREAM_PIPE;
}

static bool run(struct stage *stage, bool wrapped, struct outcome *outcome, struct text *why)
{
	const struct test_case *test = &stage->test;
	double most = value_number(&test->seconds_at_most, 0);
	/* The tables of the address sanitizer need terabytes of address space. */
	bool roomy = wrapped || getenv("SANITIZED");
	struct child child = {
		.argv = stage->argv,
		.envp = stage->envp,
		.input = &test->parameters.text,
		.stack_most = (long)value_number(&test->limit_stack, 0) << 10,
		.memory_most = roomy ? 0 : (long)value_number(&test->limit_memory, 0) << 20,
		.columns = (unsigned short)value_number(&test->columns, 80),
		.user = value_string(&test->user, NULL),
		.seconds_most =
			(most > 0 ? 4 * most + 10 : PLAY_SECONDS) * (wrapped ? WRAPPED_SLOWER : 1),
	};

	return read_signal(test, &child) &&
	       read_stream(&test->stdin_from, "closed open", &child.in) &&
	       read_stream(
		       &test->stdout_to, "closed broken full short unread terminal", &child.out) &&
	       read_stream(&test->stderr_to, "closed terminal", &child.err) &&
	       child_run(&child, outcome, why);
}

/*
 * Copies the program, because another user may not enter the folder in which it was built. Returns
 * NULL on failure.
 */
static const char *copy_program(struct stage *stage, const char *program)
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

/* Complains about files that the program must not have written. */
static void check_no_files(const struct stage *stage)
{
	const struct list *names = &stage->test.no_file;

	for (size_t i = 0; i < names->count; i++) {
		struct text path = TEXT(TEXT_ANY);

		(void)text_addf(&path, "%s/%s", stage->folder, text_string(&names->items[i].text));
		if (!access(text_string(&path), F_OK))
			complain("line %u: there is a file %s", names->items[i].line,
				text_string(&names->items[i].text));
	}
}

/*
 * Measures the seconds that the program takes at present to start and end. The time limits of cases
 * are extended by this, so that they suit a busy machine.
 */
static double measure_unit(struct stage *stage, const char *program)
{
	char option[] = "--version";
	union {
		const char *given;
		char *own;
	} name = { .given = program };
	char *argv[] = { name.own, option, NULL };
	struct text none = TEXT(TEXT_ANY), why = TEXT(TEXT_ANY);
	struct child child = {
		.argv = argv, .envp = stage->envp, .input = &none, .seconds_most = PLAY_SECONDS
	};
	double longest = 0;

	for (int i = 0; i < 3; i++) {
		struct outcome outcome;

		if (child_run(&child, &outcome, &why) && outcome.seconds > longest)
			longest = outcome.seconds;
	}
	return longest;
}

/* Returns whether the program took longer than the case allows, plus so many units. */
static bool took_too_long(struct stage *stage, const char *program, const struct outcome *outcome)
{
	enum { UNITS = 40 };
	double most = value_number(&stage->test.seconds_at_most, 0);

	return stage->test.seconds_at_most.given && outcome->seconds > most &&
	       outcome->seconds > most + UNITS * measure_unit(stage, program);
}

static void play_in_folder(
	struct stage *stage, const char *program, const char *wrapper, struct text *why)
{
	struct outcome outcome;
	bool wrapped = wrapper && *wrapper;

	if (stage->test.user.given && !(program = copy_program(stage, program)))
		return;

	if (!mock_open(&stage->test, stage->folder, &stage->places, why) || !expand_all(stage) ||
		!write_files(stage) || !add_environment(stage))
		return;
	add_arguments(stage, program, wrapper);
	if (!mock_start(&stage->test, &stage->bindings, why))
		return;
	bool ran = run(stage, wrapped, &outcome, why);
	mock_stop();
	if (!ran)
		return;
	verdict(&stage->test, &outcome, !wrapped, &stage->bindings);
	check_no_files(stage);
	if (!wrapped && !outcome.late && took_too_long(stage, program, &outcome))
		complain("it took %.2f s, expected at most %s", outcome.seconds,
			text_string(&stage->test.seconds_at_most.text));
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

/*
 * Mounts the folder of the case at /opt/stackstorm/configs, in a mount namespace of this process.
 */
static bool show_as_configs(const char *folder)
{
	static const char configs[] = "/opt/stackstorm/configs";

	return !mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) &&
	       !mount("none", "/opt", "tmpfs", 0, "mode=755") && !mkdir("/opt/stackstorm", 0755) &&
	       !mkdir(configs, 0755) && !mount(folder, configs, NULL, MS_BIND, NULL);
}

static const char *reason_to_skip(const struct test_case *test)
{
	if (test->user.given && geteuid() != 0)
		return "needs root, to run as another user";
	/* gcov writes its counts at exec and at exit. */
	if (!strcmp(value_string(&test->stdout_to, ""), "short") && getenv("COVERAGE"))
		return "would keep gcov from writing its files";
	if (test->configs.given && unshare(CLONE_NEWNS))
		return "needs to be allowed mounts of its own";
	return NULL;
}

enum play_end play(const char *path, const char *program, const char *wrapper, struct text *report)
{
	static struct stage stage = { .folder = "/tmp/st2-case-XXXXXX" };

	(void)signal(SIGPIPE, SIG_IGN);
	if (!test_case_read(&stage.test, path, report))
		return PLAY_FAILED;
	const char *skip = reason_to_skip(&stage.test);
	if (skip) {
		(void)text_add(report, skip);
		return PLAY_SKIPPED;
	}
	/* Let others enter the folder, because the program may run as another user. */
	if (!mkdtemp(stage.folder) || chmod(stage.folder, 0755)) {
		(void)text_addf(report, "%s: %s", stage.folder, strerror(errno));
		return PLAY_FAILED;
	}
	bool shown = !stage.test.configs.given || show_as_configs(stage.folder);
	if (shown)
		play_in_folder(&stage, program, wrapper, report);
	else
		(void)text_addf(
			report, "needs to be allowed mounts of its own: %s", strerror(errno));
	(void)nftw(stage.folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	(void)text_add(report, complaints());
	if (!shown)
		return PLAY_SKIPPED;
	return report->len ? PLAY_FAILED : PLAY_PASSED;
}
