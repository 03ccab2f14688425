/* SPDX-License-Identifier: Apache-2.0 */
#include "run.h"

#include "action/operation.h"
#include "action/params.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/stream.h"
#include "client/client.h"
#include "config/config.h"
#include "dry_run.h"
#include "help.h"
#include "list/list.h"
#include "reply/reply.h"
#include "report.h"
#include "request/request.h"
#include "setup.h"
#include "json/json.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PARAMETERS_MOST = 8 << 20 }; /* bytes taken from stdin */

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

static bool exchange_and_shape(struct client *client, struct request *request,
	struct json_object *values, struct text *out, struct error *err)
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
		!exchange_and_shape(&client, request, values, &out, err))
		return false;
	return report_result(&out, err) || error_append(err, "; the action was done");
}

/* Everything that can be checked without a network is checked before the first byte goes out. */
int run_action(const struct command_line *line, double started)
{
	double end = answer_due(started);
	scoped(config_free_at) struct config *config = NULL;
	scoped(json_put_at) struct json_object *values = NULL;
	scoped(text_done) struct text parameters = TEXT_SECRET(PARAMETERS_MOST);
	scoped(request_done) struct request request = { 0 };
	struct error err = { 0 };
	const struct operation *operation = help_find_operation(line->action, &err);
	int status = 0;

	if (!operation)
		return report_error(PROGRAM, &err, NULL, NULL);
	if (line->command == COMMAND_CHECK || read_parameters(&parameters, &err))
		values = params_read(operation, text_string(&parameters), parameters.len, &err);
	if (!values || !prepare_config(line, values, end, &config, &err) ||
		!request_build(&request, operation, values, config, asking_user(), &err) ||
		!run_request(line, &request, values, config, end, &err))
		status = report_error(operation->name, &err, request.key_name, request.key);
	params_wipe(operation, request.body);
	params_wipe(operation, values);
	return status;
}
