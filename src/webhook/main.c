/* SPDX-License-Identifier: Apache-2.0 */
/*
 * st2-pagerduty-webhook: receives PagerDuty's webhooks and dispatches them to StackStorm.
 *
 *     st2-pagerduty-webhook [--config FILE]
 *
 * Listens, prints its address as the first line, and serves until SIGTERM or SIGINT.
 */
#include "base/clock.h"
#include "base/log.h"
#include "base/process.h"
#include "base/redact.h"
#include "base/stream.h"
#include "webhook/server.h"
#include "webhook/systemd.h"

#include <getopt.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

#define PROGRAM "st2-pagerduty-webhook"

enum { FILES = 2048 };

/* Seconds for unanswered requests after the process was asked to end. */
static const double last_time = 5;

static const char help[] =
	"usage: " PROGRAM " [--config FILE]\n"
	"\n"
	"Takes PagerDuty's webhooks and dispatches them to StackStorm as the trigger pagerduty.event.\n"
	"\n"
	"  --config FILE  use this configuration file, not " CONFIG_FILE "\n"
	"  --help         print this and exit\n"
	"  --version      print the version and exit\n"
	"\n"
	"docs/triggers.md tells how it is set up.\n";

static bool print(const char *text)
{
	return stream_write(STDOUT_FILENO, text, strlen(text));
}

/* Reads the command line. *out_done becomes true after --help and --version. */
static bool read_options(
	int argc, char **argv, const char **out_config, bool *out_done, struct error *err)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ 0 },
	};
	int option;

	opterr = 0;
	while ((option = getopt_long(argc, argv, ":", options, NULL)) != -1) {
		if (option == 'c') {
			*out_config = optarg;
		} else if (option == 'h' || option == 'v') {
			*out_done = true;
			return print(option == 'h' ? help : PROGRAM " " VERSION "\n") ||
			       error_set(err, ERROR_INTERNAL, 0, "stdout cannot be written to");
		} else {
			return error_set(err, ERROR_USAGE, 0, "%s %s; see " PROGRAM " --help",
				argv[optind - 1],
				option == ':' ? "needs a value" : "is not an option");
		}
	}
	return optind == argc ||
	       error_set(err, ERROR_USAGE, 0, "%s is not an option; see " PROGRAM " --help",
		       argv[optind]);
}

/* Returns a descriptor that becomes readable when the process is asked to end. */
static int catch_signals(void)
{
	sigset_t ends;

	(void)sigemptyset(&ends);
	(void)sigaddset(&ends, SIGTERM);
	(void)sigaddset(&ends, SIGINT);
	(void)sigprocmask(SIG_BLOCK, &ends, NULL);
	return signalfd(-1, &ends, SFD_NONBLOCK | SFD_CLOEXEC);
}

/* Raises the limit of open files: each connection and each request to StackStorm needs one. */
static void allow_files(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur >= FILES)
		return;
	limit.rlim_cur = limit.rlim_max < FILES ? limit.rlim_max : FILES;
	(void)setrlimit(RLIMIT_NOFILE, &limit);
}

static void serve(struct server *server, int signals)
{
	struct signalfd_siginfo info;

	(void)!print(server_address(server));
	(void)!print("\n");
	log_line("listening on %s", server_address(server));
	systemd_notify("READY=1");
	while (read(signals, &info, sizeof(info)) < 0)
		server_run_once(server, signals);
	systemd_notify("STOPPING=1");
	server_close(server);
	for (double end = clock_now() + last_time; server_busy(server) && clock_now() < end;)
		server_run_once(server, -1);
	log_line("stopped%s", server_busy(server) ? "; requests were cut off" : "");
}

static bool run(const char *config_file, struct error *err)
{
	scoped(config_free_at) struct config *config = config_load(config_file, err);
	scoped(settings_done) struct settings settings = { 0 };

	if (!config || !config_use_account(config, NULL, err) ||
		!settings_read(config, &settings, err))
		return false;
	int signals = catch_signals();
	allow_files();
	struct server *server = server_open(&settings, err);
	if (!server)
		return false;
	serve(server, signals);
	server_free(server);
	(void)close(signals);
	return true;
}

int main(int argc, char **argv)
{
	const char *config_file = NULL;
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };
	bool done = false;

	process_guard();
	bool ok = read_options(argc, argv, &config_file, &done, &err) &&
		  (done || run(config_file, &err));
	if (!ok) {
		for (const char *p = error_next_problem(&err, NULL); p;
			p = error_next_problem(&err, p))
			log_line(PROGRAM ": %s", p);
		if (!error_next_problem(&err, NULL))
			log_line(PROGRAM ": %s", err.text);
	}
	redact_forget();
	return ok ? 0 : error_exit_status(err.kind);
}
