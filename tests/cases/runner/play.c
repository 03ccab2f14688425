/* SPDX-License-Identifier: Apache-2.0 */
#include "play.h"

#include "child.h"
#include "complaints.h"
#include "mock.h"
#include "stage.h"
#include "verdict.h"

#include <errno.h>
#include <ftw.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

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

	if (stage->test.user.given && !(program = stage_copy_program(stage, program)))
		return;
	if (!mock_open(&stage->test, stage->folder, &stage->places, why) ||
		!stage_prepare(stage, program, wrapper))
		return;
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
