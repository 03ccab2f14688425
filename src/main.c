/* SPDX-License-Identifier: Apache-2.0 */
/* Ties the steps together: options, parameters, configuration, request, exchange, result. */
#include "about.h"
#include "check.h"
#include "client.h"
#include "clock.h"
#include "config.h"
#include "describe.h"
#include "dry_run.h"
#include "interrupt.h"
#include "json.h"
#include "list.h"
#include "log.h"
#include "metadata.h"
#include "operation.h"
#include "params.h"
#include "redact.h"
#include "reply.h"
#include "report.h"
#include "request.h"
#include "schema.h"
#include "stream.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { PARAMETERS_MOST = 8 << 20 }; /* bytes taken from stdin */

/* getopt's values of options that are no command; below every letter, as those of struct command_line are. */
enum { OPTION_CONFIG = 16, OPTION_DRY_RUN, OPTION_LAST };

/* What the command line asks for. */
struct command_line {
	enum {
		COMMAND_RUN,
		COMMAND_LIST,
		COMMAND_DESCRIBE,
		COMMAND_HELP,
		COMMAND_VERSION,
		COMMAND_CHECK
	} what;
	const char *action; /* NULL: none was named */
	const char *config_file;
	bool dry_run;
};

/* There are no short options: of "-xy" getopt refuses the x and has not gone on to the next argument. */
static bool refuse_option(const char *argument, struct error *err)
{
	char letter[] = { '-', (char)optopt, '\0' };
	bool is_short = (unsigned char)optopt > OPTION_LAST;

	return error_set(err, ERROR_USAGE, 0, "unknown option %s; see " PROGRAM " --help",
		is_short ? letter : argument);
}

/* The option that takes no action, or NULL. */
static const char *option_alone(unsigned what)
{
	return what == COMMAND_CHECK     ? "--check"
	       : what == COMMAND_LIST    ? "--list"
	       : what == COMMAND_VERSION ? "--version"
					 : NULL;
}

static bool read_options(int argc, char **argv, struct command_line *line, struct error *err)
{
	static const struct option options[] = {
		{ "check", no_argument, NULL, COMMAND_CHECK },
		{ "config", required_argument, NULL, OPTION_CONFIG },
		{ "describe", no_argument, NULL, COMMAND_DESCRIBE },
		{ "dry-run", no_argument, NULL, OPTION_DRY_RUN },
		{ "help", no_argument, NULL, COMMAND_HELP },
		{ "list", no_argument, NULL, COMMAND_LIST },
		{ "version", no_argument, NULL, COMMAND_VERSION },
		{ 0 },
	};
	int option;

	opterr = 0;
	while ((option = getopt_long(argc, argv, ":", options, NULL)) != -1) {
		if (option == ':')
			return error_set(err, ERROR_USAGE, 0, "%s wants a value", argv[optind - 1]);
		if (option == '?')
			return refuse_option(argv[optind - 1], err);
		if (option == OPTION_CONFIG)
			line->config_file = optarg;
		else if (option == OPTION_DRY_RUN)
			line->dry_run = true;
		else
			line->what = (unsigned)option;
	}
	if (argc - optind > 1)
		return error_set(err, ERROR_USAGE, 0,
			"one action at a time, not \"%s\" after \"%s\"; parameters are read as JSON from stdin",
			argv[optind + 1], argv[optind]);
	line->action = argv[optind];
	const char *alone = option_alone(line->what);
	if (alone && line->action)
		return error_set(err, ERROR_USAGE, 0, "%s takes no action, and so not \"%s\"",
			alone, line->action);
	if (line->what == COMMAND_CHECK)
		line->action = CHECK_ACTION;
	return true;
}

static const struct operation *find_operation(const char *name, struct error *err)
{
	const struct operation *operation = name ? operation_find(name) : NULL;
	const char *near = name && !operation ? operation_nearest(name) : NULL;

	if (!name)
		(void)error_set(err, ERROR_USAGE, 0, "no action was named; see " PROGRAM " --list");
	else if (!operation)
		(void)error_set(err, ERROR_USAGE, 0,
			"there is no action \"%s\"%s%s%s; see " PROGRAM " --list", name,
			near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
	return operation;
}

/* Answers what needs no network: everything but running an action. */
static bool print_about(const struct command_line *line, struct error *err)
{
	bool one = line->what == COMMAND_DESCRIBE || (line->what == COMMAND_HELP && line->action);
	const struct operation *operation = one ? find_operation(line->action, err) : NULL;
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	bool printed = false;

	if (one && !operation)
		return false;
	switch (line->what) {
	case COMMAND_LIST:
		printed = about_list(&out);
		break;
	case COMMAND_DESCRIBE:
		printed = metadata_write(operation, &out);
		break;
	case COMMAND_HELP:
		printed = operation ? describe_help(operation, &out) : about_usage(&out);
		break;
	case COMMAND_VERSION:
		printed = text_add(&out, PROGRAM " " VERSION "\n");
		break;
	case COMMAND_RUN:
	case COMMAND_CHECK:
		break;
	}
	return (printed || error_memory(err)) && report_text(&out, err);
}

static bool read_parameters(struct text *out, struct error *err)
{
	if (stream_read(STDIN_FILENO, out))
		return true;
	if (out->failed)
		return error_set(err, ERROR_USAGE, 0,
			"the parameters on stdin are more than %d MiB", PARAMETERS_MOST >> 20);
	if (errno == EINTR)
		return error_set(err, ERROR_UNAVAILABLE, 0,
			"stopped by a signal before the parameters were read; nothing was sent");
	return error_set(err, ERROR_USAGE, 0, "the parameters cannot be read from stdin: %s",
		strerror(errno));
}

static long control(struct json_object *values, const char *name)
{
	return (long)json_object_get_int64(json_member(values, name));
}

/* A list of all pages, rather than the one reply. */
static bool is_paged(const struct operation *operation, struct json_object *values)
{
	if (operation->paging == PAGING_GUESS)
		return json_object_get_boolean(json_member(values, "all"));
	return operation->paging != PAGING_NONE;
}

/* After a reply that makes no sense. */
static bool hint_done(const struct request *request, struct error *err)
{
	return !strcmp(request->method, "GET")
		       ? false
		       : error_append(err, "; it may have been done all the same");
}

static bool refuse_result(const struct client *client, const struct request *request,
	const struct http_reply *reply, struct error *err)
{
	(void)client_refuse_reply(client, reply, err);
	return hint_done(request, err);
}

static bool exchange(struct client *client, struct request *request, struct json_object *values,
	struct text *out, struct error *err)
{
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	struct list_want want = {
		.maximum = control(values, "maximum"),
		.partial = json_object_get_boolean(json_member(values, "partial")),
	};
	bool cut = false;

	if (request->operation->result == RESULT_SETUP)
		return check_setup(client, client->config,
			request->from.len ? request->from.data : NULL, out, err);
	if (!is_paged(request->operation, values))
		return client_call(client, request, NULL, &reply, err) &&
		       (reply_result(request, &reply, out, err) ||
			       refuse_result(client, request, &reply, err));
	if (!list_all(client, request, &want, out, &cut, err))
		return err->kind == ERROR_REPLY ? hint_done(request, err) : false;
	if (cut)
		log_line("%s: the list is not complete: PagerDuty gives at most 10,000 records",
			request->operation->name);
	return true;
}

/*
 * On clock_now(), when the answer must be out at the latest: 2 s before StackStorm kills the
 * process, or a fifth of the time it gives when that is under 10 s. 0: StackStorm sets no limit.
 */
static double answer_due(double started)
{
	const char *text = getenv("ST2_PAGERDUTY_TIMEOUT");
	char *end = NULL;
	double given = text ? strtod(text, &end) : 0;

	if (!end || end == text || *end || !isfinite(given) || given <= 0)
		return 0;
	return started + given - (given < 10 ? given / 5 : 2);
}

/* Who asked, as StackStorm names them, or NULL. */
static const char *asking_user(void)
{
	const char *user = getenv("ST2_PAGERDUTY_USER");

	return user && *user ? user : NULL;
}

static bool prepare_config(const struct command_line *line, struct json_object *values, double end,
	struct config **out, struct error *err)
{
	scoped(config_free_at) struct config *config = config_load(line->config_file, err);

	if (!config || !config_use_account(config, json_string(values, "account"), err))
		return false;
	if (line->dry_run)
		config_stay_offline(config);
	config_end_at(config, end);
	log_debug_on(config_flag(config, CONFIG_DEBUG));
	*out = steal(config);
	return true;
}

static bool run_request(const struct command_line *line, struct request *request,
	struct json_object *values, struct config *config, double end, struct error *err)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	scoped(client_done) struct client client = { 0 };

	if (line->dry_run)
		return dry_run_print(request, &out, err) && report_result(&out, err);
	if (!client_open(&client, config, end, err) ||
		!exchange(&client, request, values, &out, err))
		return false;
	return report_result(&out, err) || error_append(err, "; the action was done");
}

/* Everything that can be checked without a network is checked before the first byte goes out. */
static int run_action(const struct command_line *line, double end)
{
	scoped(config_free_at) struct config *config = NULL;
	scoped(json_put_at) struct json_object *values = NULL;
	scoped(text_done) struct text parameters = TEXT_SECRET(PARAMETERS_MOST);
	scoped(request_done) struct request request = { 0 };
	struct error err = { 0 };
	const struct operation *operation = find_operation(line->action, &err);
	int status = 0;

	if (!operation)
		return report_error(PROGRAM, &err, NULL, NULL);
	if (line->what == COMMAND_CHECK || read_parameters(&parameters, &err))
		values = params_read(operation, text_string(&parameters), parameters.len, &err);
	if (!values || !prepare_config(line, values, end, &config, &err) ||
		!request_build(&request, operation, values, config, asking_user(), &err) ||
		!run_request(line, &request, values, config, end, &err))
		status = report_error(operation->name, &err, request.key_name, request.key);
	params_wipe(operation, request.body);
	params_wipe(operation, values);
	return status;
}

static void on_signal(int number)
{
	(void)number;
	interrupt();
}

static void guard_process(void)
{
	const struct rlimit none = { 0, 0 };
	struct sigaction action = { .sa_handler = on_signal };

	stream_fill();
	/*
	 * libcurl would write the secrets of its sessions there; getopt would take an option
	 * behind the action for an action.
	 */
	(void)unsetenv("SSLKEYLOGFILE");
	(void)unsetenv("POSIXLY_CORRECT");
	/* A closed reader and a full file are errors of write(2), and a core would hold keys. */
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	(void)sigaction(SIGTERM, &action, NULL);
	(void)sigaction(SIGINT, &action, NULL);
	(void)setrlimit(RLIMIT_CORE, &none);
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

int main(int argc, char **argv)
{
	double started = clock_now();
	struct command_line line = { 0 };
	struct error err = { 0 };
	int status = 0;

	guard_process();
	bool called = read_options(argc, argv, &line, &err);
	if (called && (line.what == COMMAND_RUN || line.what == COMMAND_CHECK))
		status = run_action(&line, answer_due(started));
	else if (!called || !print_about(&line, &err))
		status = report_error(PROGRAM, &err, NULL, NULL);
	schema_free_all();
	redact_forget();
	return status;
}
