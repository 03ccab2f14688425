/* SPDX-License-Identifier: Apache-2.0 */
#include "action/reference.h"

/* Adds "string, required", "integer, 0 to 100, default 25" or similar. */
static void add_kind(struct text *out, const struct param *param)
{
	bool counts = param->type == TYPE_INTEGER || param->type == TYPE_DURATION;

	(void)text_add(out, param_type_name(param->type));
	if (param->required && !param->initial)
		(void)text_add(out, ", required");
	if (param->most && !counts)
		(void)text_addf(out, ", at most %ld characters", param->most);
	else if (param->least || param->most)
		(void)text_addf(out, ", %ld to %ld%s", param->least, param->most,
			param->type == TYPE_DURATION ? " seconds" : "");
	if (param->initial)
		(void)text_addf(out, ", default %s", param->initial);
	if (param->secret)
		(void)text_add(out, ", secret");
}

static void add_allowed(
	struct text *out, const struct param *param, const char *before, const char *after)
{
	for (const char *const *value = param->values; value && *value; value++)
		(void)text_addf(out, "%s%s%s%s", value == param->values ? " One of: " : ", ",
			before, *value, after);
	if (param->values)
		(void)text_add(out, ".");
}

/* Adds the parameters of the example as JSON. */
static void add_example(struct text *out, const struct operation *operation)
{
	const struct param *param;
	bool first = true;

	(void)text_add(out, "{");
	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (!param->example)
			continue;
		(void)text_addf(
			out, "%s\"%s\": %s", first ? "" : ", ", param->name, param->example);
		first = false;
	}
	(void)text_add(out, "}");
}

/* Adds "GET /incidents/{entity_id}", as in PagerDuty's reference. */
static void add_endpoint(struct text *out, const struct operation *operation)
{
	if (!operation->path)
		(void)text_add(out, "more than one request, or none");
	else
		(void)text_addf(out, "%s %s%s",
			operation->method ? operation->method : "any method,", operation->path,
			operation->host == HOST_EVENTS ? " (Events API)" : "");
}

bool describe_help(const struct operation *operation, struct text *out)
{
	const struct param *param;

	(void)text_addf(out, "%s: %s\n\n", operation->name, operation->summary);
	(void)text_add(out, "Endpoint:  ");
	add_endpoint(out, operation);
	(void)text_addf(out, "\nReturns:   %s\n\nParameters:\n", operation->returns);
	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		(void)text_addf(out, "  %s (", param->name);
		add_kind(out, param);
		(void)text_add(out, ")\n      ");
		(void)operation_describe_param(operation, param, out);
		add_allowed(out, param, "", "");
		(void)text_add(out, "\n");
	}
	(void)text_add(out, "\nExample:\n  printf '%s' '");
	add_example(out, operation);
	return text_addf(out, "' | st2-pagerduty %s\n", operation->name);
}

bool describe_reference(const struct operation *operation, struct text *out)
{
	const struct param *param;

	(void)text_addf(out, "### %s\n\n%s\n\n`", operation->name, operation->summary);
	add_endpoint(out, operation);
	(void)text_addf(out,
		"`\n\nReturns: %s\n\n| Parameter | Type | Meaning |\n| --- | --- | --- |\n",
		operation->returns);
	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		(void)text_addf(out, "| `%s` | ", param->name);
		add_kind(out, param);
		(void)text_add(out, " | ");
		(void)operation_describe_param(operation, param, out);
		add_allowed(out, param, "`", "`");
		(void)text_add(out, " |\n");
	}
	(void)text_addf(out, "\n```sh\nst2-pagerduty %s <<'END'\n", operation->name);
	add_example(out, operation);
	return text_add(out, "\nEND\n```\n\n");
}
