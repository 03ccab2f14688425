/* SPDX-License-Identifier: Apache-2.0 */
#include "run.h"

#include "action/data_check.h"
#include "action/operation.h"
#include "action/params.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/stream.h"
#include "client/client.h"
#include "config/resolve.h"
#include "dry_run.h"
#include "help.h"
#include "lookup/empty.h"
#include "lookup/lookup.h"
#include "lookup/read.h"
#include "needs.h"
#include "present.h"
#include "report.h"
#include "request/leak.h"
#include "request/request.h"
#include "verbs/verb.h"
#include "json/json.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PARAMETERS_MOST = 8 << 20 }; /* bytes that are read from stdin */

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

/* Returns StackStorm's name of the asking user, or NULL. */
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

/* Shows the request. An action without a request of its own cannot show one. */
static bool show_request(
	const struct run *run, const struct presentation *presentation, struct error *err)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	long total = 0;
	struct list_want want;
	bool list = list_want_read(run->operation, run->values, &want);

	want.total = presentation->how == PRESENT_CHAT ? &total : NULL;
	if (!run->operation->path)
		return error_set(err, ERROR_USAGE, 0,
			"--dry-run shows the request of an action, and %s is more than one request, or none",
			run->operation->name);
	return dry_run_print(run->request, list ? &want : NULL, run->config, &out, err) &&
	       report_result(presentation, &out, err);
}

/*
 * Looks up the ids of what was given by name, and builds the request with them. The presentation
 * keeps the names, so that people read what they wrote.
 */
static bool look_up(struct run *run, struct presentation *presentation, struct error *err)
{
	const struct operation *operation = run->operation;
	struct lookup *lookup = run->lookup;
	bool ok = true;

	if (!lookup->count)
		return true;
	if (json_object_deep_copy(run->values, &lookup->found, NULL))
		return error_memory(err);
	run->values = lookup->found;
	if (!lookup_ask(lookup, operation, run->client, run->user, err) ||
		!data_check_id(operation, run->values, err)) {
		/* The event was not sent, so its key is not shown: it would find nothing. */
		run->request->key = NULL;
		ok = false;
	} else {
		ok = verb_build(run, err);
	}
	present_request(presentation, run->request);
	return ok;
}

/*
 * Returns whether PagerDuty may have carried out an action that failed: not if only looks were
 * sent, before a change.
 */
static bool may_be_done(const struct run *run, const struct error *err)
{
	const struct client *client = run->client;

	if (!client->maybe_changed)
		return false;
	if (run->outcomes.len && err->kind != ERROR_REPLY)
		return run->doubtful;
	/* Of several requests the last may have been a look after the change. */
	bool unanswered = err->kind == ERROR_TRANSPORT || err->kind == ERROR_UNAVAILABLE;
	return err->kind == ERROR_INTERNAL || (unanswered && run->operation->run) ||
	       client_maybe_done(client, err);
}

/* Sends the requests of the action, and prints its result to out. */
static bool perform(struct run *run, struct text *out, struct error *err)
{
	const struct operation *operation = run->operation;
	bool done = operation->run ? operation->run(run, out, err)
				   : verb_exchange(run, run->request, run->values, out, err);

	return done && empty_check(run->client, run->lookup, out, err);
}

/* Carries the action out and shows its result. A failure is left in err. */
static bool carry_out(
	struct run *run, struct presentation *presentation, double end, struct error *err)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	/* The queue opens a client for each account of its events. */
	bool opens = run->operation->host != HOST_QUEUE;

	if ((opens && !client_open(run->client, run->config, end, err)) ||
		!look_up(run, presentation, err))
		return false;
	run->counts = presentation->how == PRESENT_CHAT;
	run->shown = run->counts || presentation->how == PRESENT_TERMINAL;
	bool done = perform(run, &out, err);
	/* The action may have built its request again. */
	present_request(presentation, run->request);
	presentation->told = &run->told;
	presentation->call.total = run->total;
	presentation->call.perhaps = !done && may_be_done(run, err);
	if (!done) {
		lookup_hint(run->lookup, run->values, err);
		return false;
	}
	return report_result(presentation, &out, err) || error_append(err, "; the action was done");
}

/*
 * Makes the run complete but for its client; a row without a path has no request. Nothing behind
 * needs_resolve() asks StackStorm's datastore for a value of the configuration.
 */
static bool prepare(struct run *run, const struct command_line *line, double end,
	struct config **out_config, struct error *err)
{
	const struct operation *operation = run->operation;

	if (!prepare_config(line, run->values, end, out_config, err))
		return false;
	run->config = *out_config;
	return lookup_read(run->lookup, operation, run->values, err) &&
	       leak_check(operation, run->values, run->config, err) &&
	       needs_resolve(run, !line->dry_run, err) && verb_build(run, err);
}

/* A refusal quotes the input, in which StackStorm may have rendered a secret. */
static void conceal_secrets(const struct command_line *line, const struct operation *operation,
	struct config *config, struct presentation *presentation, struct error *err)
{
	struct error ignored = { 0 };
	scoped(config_free_at) struct config *own =
		config ? NULL : config_load(line->config_file, &ignored);
	struct config *known = config ? config : own;

	if (known && leak_conceal(operation, presentation->call.parameters, known, err))
		presentation->call.parameters = NULL;
}

/* Overwrites the secret parameters in everything that was made of them. */
static void wipe_secrets(
	const struct run *run, struct json_object *values, struct json_object *given)
{
	const struct request *request = run->request;

	params_wipe(request->operation ? request->operation : run->operation, request->body);
	params_wipe(run->operation, run->lookup->found);
	params_wipe(run->operation, values);
	params_wipe(run->operation, given);
}

int run_action(const struct command_line *line, double started)
{
	double end = answer_due(started);
	scoped(config_free_at) struct config *config = NULL;
	scoped(json_put_at) struct json_object *values = NULL, *given = NULL;
	scoped(text_done) struct text parameters = TEXT_SECRET(PARAMETERS_MOST);
	scoped(request_done) struct request request = { 0 };
	scoped(lookup_done) struct lookup lookup = { 0 };
	scoped(client_done) struct client client = { .end = end };
	struct run run = { .lookup = &lookup,
		.client = &client,
		.request = &request,
		.user = asking_user(),
		.outcomes = TEXT(TEXT_ANY),
		.told = TEXT(TEXT_ANY) };
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };
	struct presentation presentation = present_for(line);
	const struct operation *operation = help_find_operation(line->action, &err);
	int status = 0;

	if (!operation)
		return report_error(&presentation, PROGRAM, &err, &(struct circumstances){ 0 });
	run.operation = operation;
	if (line->command == COMMAND_CHECK || read_parameters(&parameters, &err))
		values = params_read(operation, text_string(&parameters), parameters.len, &err);
	present_call(&presentation, operation, values, &parameters, &given);
	run.values = values;
	/* Everything that can be checked without a network is checked before anything is sent. */
	bool built = values && (present_order(operation, values) || error_memory(&err)) &&
		     prepare(&run, line, end, &config, &err);
	if (!built)
		conceal_secrets(line, operation, config, &presentation, &err);
	present_request(&presentation, &request);
	bool done = built && (line->dry_run ? show_request(&run, &presentation, &err)
					    : carry_out(&run, &presentation, end, &err));
	if (!done)
		status = report_error(&presentation, operation->name, &err,
			&(struct circumstances){ client_found(&client, &err), request.key_name,
				request.key, &run.outcomes });
	text_done(&run.outcomes);
	text_done(&run.told);
	wipe_secrets(&run, values, given);
	return status;
}
