/* SPDX-License-Identifier: Apache-2.0 */
/* The entry point: prepares the process, reads the command line, and runs the command. */
#include "base/clock.h"
#include "base/interrupt.h"
#include "base/process.h"
#include "base/redact.h"
#include "help.h"
#include "options.h"
#include "report.h"
#include "run.h"
#include "schema/schema.h"

#include <signal.h>
#include <stdlib.h>

static void on_signal(int number)
{
	(void)number;
	interrupt();
}

static void guard(void)
{
	struct sigaction action = { .sa_handler = on_signal }, hangup;

	process_guard();
	/* With POSIXLY_CORRECT, getopt would stop at the action and miss the options after it. */
	(void)unsetenv("POSIXLY_CORRECT");
	(void)sigaction(SIGTERM, &action, NULL);
	(void)sigaction(SIGINT, &action, NULL);
	/* nohup makes the program ignore that its terminal is gone. */
	if (!sigaction(SIGHUP, NULL, &hangup) && hangup.sa_handler != SIG_IGN)
		(void)sigaction(SIGHUP, &action, NULL);
}

/* Reports a command line that cannot be run. */
static int report_failure(const struct command_line *line, struct error *err)
{
	struct presentation presentation = present_for(line);

	return report_error(&presentation, PROGRAM, err, &(struct circumstances){ 0 });
}

int main(int argc, char **argv)
{
	double started = clock_now();
	struct command_line line = { 0 };
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };
	int status = 0;

	guard();
	bool called = options_read(argc, argv, &line, &err);
	if (called && (line.command == COMMAND_RUN || line.command == COMMAND_CHECK))
		status = run_action(&line, started);
	else if (!called || !help_print(&line, &err))
		status = report_failure(&line, &err);
	schema_free_all();
	redact_forget();
	return status;
}
