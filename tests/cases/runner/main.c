/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plays *.case files, several at once, each in a process of its own, and prints the result as TAP
 * (testanything.org).
 */
#include "base/clock.h"
#include "child.h"
#include "play.h"

#include <errno.h>
#include <ftw.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { JOBS_MOST = 16, JOBS = 4 };

/* A case and how it ended. */
struct item {
	char *path;
	pid_t pid; /* of its process; 0: not started; -1: ended */
	int report_fd; /* a file that its process writes */
	double deadline; /* when its process is killed */
	enum play_end end;
	struct text report;
};

static struct {
	struct item *items;
	size_t count, room;
	const char *program, *wrapper;
	unsigned failed;
} all;

static void add_item(const char *path)
{
	if (all.count == all.room) {
		all.room = all.room ? 2 * all.room : 64;
		all.items = reallocarray(all.items, all.room, sizeof(*all.items));
		if (!all.items)
			abort();
	}
	all.items[all.count++] = (struct item){ .path = strdup(path), .report = TEXT(TEXT_ANY) };
}

static bool is_case(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot && !strcmp(dot, ".case");
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)place;
	if (kind == FTW_F && is_case(path))
		add_item(path);
	return 0;
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct item *)a)->path, ((const struct item *)b)->path);
}

static bool find_cases(char **arguments)
{
	for (; *arguments; arguments++) {
		size_t before = all.count;

		if (nftw(*arguments, visit, 16, FTW_PHYS) || all.count == before) {
			(void)fprintf(stderr, "%s: no case is there\n", *arguments);
			return false;
		}
	}
	qsort(all.items, all.count, sizeof(*all.items), by_path);
	return true;
}

/*
 * Runs in the process of the case, which ends with it: memory and threads need not be cleaned up.
 */
static void play_and_exit(const struct item *item)
{
	struct text report = TEXT(TEXT_ANY);
	enum play_end end = play(item->path, all.program, all.wrapper, &report);

	if (report.len && write(item->report_fd, report.data, report.len) != (ssize_t)report.len)
		abort();
	_exit((int)end);
}

static void start(struct item *item)
{
	FILE *file = tmpfile();

	item->report_fd = file ? fileno(file) : -1;
	item->deadline = clock_now() + 10 * PLAY_SECONDS * (all.wrapper ? WRAPPED_SLOWER : 1);
	item->pid = file ? fork() : -1;
	if (item->pid == 0) {
		(void)setpgid(0, 0);
		play_and_exit(item);
	}
	if (item->pid < 0) {
		(void)fprintf(stderr, "a case could not be started: %s\n", strerror(errno));
		exit(1);
	}
}

static void take_report(struct item *item, int status)
{
	char part[4096];
	ssize_t len;

	(void)lseek(item->report_fd, 0, SEEK_SET);
	while ((len = read(item->report_fd, part, sizeof(part))) > 0)
		(void)text_add_bytes(&item->report, part, (size_t)len);
	item->end = WIFEXITED(status) ? (enum play_end)WEXITSTATUS(status) : PLAY_FAILED;
	if (!WIFEXITED(status))
		(void)text_addf(
			&item->report, "the runner was ended by signal %d\n", WTERMSIG(status));
	item->pid = -1;
}

/* Returns whether the process of a case has ended. If it hangs, kills it and its children. */
static bool is_over(struct item *item)
{
	int status;

	if (clock_now() > item->deadline)
		(void)kill(-item->pid, SIGKILL);
	if (waitpid(item->pid, &status, WNOHANG) != item->pid)
		return false;
	take_report(item, status);
	return true;
}

static void print_report(const struct item *item)
{
	char *copy = strdup(text_string(&item->report));
	char *rest = NULL;

	for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		(void)printf("# %s\n", line);
	free(copy);
}

static void print_item(const struct item *item, size_t number)
{
	int len = (int)(strlen(item->path) - strlen(".case"));

	all.failed += item->end == PLAY_FAILED;
	(void)printf(
		"%sok %zu - %.*s", item->end == PLAY_FAILED ? "not " : "", number, len, item->path);
	if (item->end == PLAY_SKIPPED)
		(void)printf(" # SKIP %s", text_string(&item->report));
	(void)printf("\n");
	if (item->end == PLAY_FAILED)
		print_report(item);
	(void)fflush(stdout);
}

static void play_all(unsigned jobs)
{
	size_t started = 0, printed = 0;
	unsigned running = 0;

	(void)printf("1..%zu\n", all.count);
	(void)fflush(stdout);
	while (printed < all.count) {
		for (; running < jobs && started < all.count; running++)
			start(&all.items[started++]);
		for (size_t i = printed; i < started; i++) {
			if (all.items[i].pid > 0 && is_over(&all.items[i]))
				running--;
		}
		while (printed < started && all.items[printed].pid < 0) {
			print_item(&all.items[printed], printed + 1);
			printed++;
		}
		(void)poll(NULL, 0, 2);
	}
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "program", required_argument, NULL, 'p' },
		{ "jobs", required_argument, NULL, 'j' },
		{ 0 },
	};
	unsigned long jobs = JOBS;
	int option;

	all.program = getenv("PROGRAM");
	all.wrapper = getenv("WRAPPER");
	while ((option = getopt_long(argc, argv, "p:j:", options, NULL)) != -1) {
		if (option == 'p')
			all.program = optarg;
		else if (option == 'j')
			jobs = strtoul(optarg, NULL, 10);
		else
			return 2;
	}
	if (!all.program || optind == argc || !jobs || jobs > JOBS_MOST) {
		(void)fprintf(stderr,
			"Usage: %s [--program PROGRAM] [--jobs 4] FOLDER-OR-CASE...\n"
			"PROGRAM and WRAPPER (such as \"valgrind -q\") can be in the "
			"environment.\n",
			argv[0]);
		return 2;
	}
	all.program = realpath(all.program, NULL);
	if (!all.program) {
		perror("the program to be tested");
		return 2;
	}
	if (!find_cases(argv + optind))
		return 2;
	play_all((unsigned)jobs);
	return all.failed ? 1 : 0;
}
