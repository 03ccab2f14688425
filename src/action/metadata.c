/* SPDX-License-Identifier: Apache-2.0 */
#include "action/metadata.h"

#include "action/params.h"
#include "schema/schema.h"
#include "yaml/writer.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

/*
 * The runner's parameters that every action sets. The command is constant, so that nothing that a
 * person types can be executed. Parameters are passed in the environment, which StackStorm neither
 * logs nor shows. The immutable ones prevent a caller from giving sudo=true or an environment.
 */
static const char runner_json[] =
	"{\"sudo\":{\"immutable\":true,\"default\":false},\"sudo_password\":{\"immutable\":true},"
	"\"cwd\":{\"immutable\":true,\"default\":\"/\"},\"kwarg_op\":{\"immutable\":true}}";

enum { TIMEOUT = 60 }; /* seconds that an action may take */

static const char environment_json[] =
	"{\"ST2_PAGERDUTY_CONFIG\":\"{{ config_context | to_json_string | json_escape }}\","
	"\"ST2_PAGERDUTY_TIMEOUT\":\"{{ timeout }}\","
	"\"ST2_PAGERDUTY_USER\":\"{{ (action_context.api_user | default(action_context.user, true) | default('', true) | to_json_string)[1:-1] }}\"}";

/* Where `st2 pack install` puts the program. */
#define VIRTUALENV "/opt/stackstorm/virtualenvs/pagerduty"

/*
 * An environment variable has at most 128 KiB, and a character may take 12 bytes of JSON. So the
 * parameters of an action that changes something are passed in several variables, the pieces.
 */
enum { PIECES = 8, PIECE = PARAMS_PASSED_MOST / PIECES };

static bool add_flag(struct json_object *object, const char *name)
{
	return json_add(object, name, json_object_new_boolean(true));
}

/*
 * Parses a JSON constant of this file or of a row. Returns a new object, NULL if memory runs out.
 */
static struct json_object *parse_constant(const char *text)
{
	struct json_object *value = NULL;
	struct error err = { 0 };

	return json_read(text, strlen(text), JSON_DEPTH_PARAMETERS, "a constant", ERROR_INTERNAL,
		       &value, &err)
		       ? value
		       : NULL;
}

/*
 * Adds the type of a list's elements, but not their allowed values: StackStorm would refuse
 * "[triggered", which the program accepts (see elements.h).
 */
static bool add_items(struct json_object *entry, enum param_type type)
{
	struct json_object *items = json_object_new_object();

	return json_add(entry, "items", items) &&
	       json_add_string(items, "type", type == TYPE_LIST ? "string" : "object");
}

/* Adds the members of the schema of data, except those that come from the row. */
static bool add_schema(struct json_object *entry, const struct operation *operation)
{
	scoped(json_put_at) struct json_object *own =
		schema_for_data(operation->schema, operation_updates(operation));
	scoped(json_put_at) struct json_object *schema = schema_for_stackstorm(own);

	if (!schema)
		return false;
	json_object_object_foreach(schema, member, value)
	{
		if (!json_member(entry, member) && strcmp(member, "required") != 0 &&
			!json_add(entry, member, json_object_get(value)))
			return false;
	}
	return true;
}

static bool add_param(struct json_object *parameters, const struct operation *operation,
	const struct param *param)
{
	struct json_object *entry = json_object_new_object();
	scoped(text_done) struct text description = TEXT(TEXT_ANY);

	if (!operation_describe_param(operation, param, &description) ||
		!json_add(parameters, param->name, entry) ||
		!json_add_string(entry, "type", param_type_name(param->type)) ||
		!json_add_string(entry, "description", text_string(&description)))
		return false;
	if (param->required && !add_flag(entry, "required"))
		return false;
	if (param->secret && !add_flag(entry, "secret"))
		return false;
	if (param->initial && !json_add(entry, "default", parse_constant(param->initial)))
		return false;
	if (param->most && param->type != TYPE_INTEGER && param->type != TYPE_DURATION) {
		if (!json_add(entry, "maxLength", json_object_new_int64(param->most)))
			return false;
	} else if (param->type == TYPE_INTEGER && (param->least || param->most)) {
		if (!json_add(entry, "minimum", json_object_new_int64(param->least)) ||
			!json_add(entry, "maximum", json_object_new_int64(param->most)))
			return false;
	}
	if (param->type == TYPE_LIST || param->type == TYPE_OBJECTS)
		return add_items(entry, param->type);
	if (param->values && !json_add_strings(entry, "enum", param->values))
		return false;
	return param->place != PLACE_DATA || !operation->schema || add_schema(entry, operation);
}

/* Adds a Jinja dictionary of all parameters: StackStorm has no variable that contains them. */
static void add_dictionary(struct text *out, const struct operation *operation)
{
	const struct param *param;

	(void)text_add(out, "dict(");
	for (size_t i = 0; (param = operation_param(operation, i)); i++)
		(void)text_addf(out, "%s%s=%s", i ? ", " : "", param->name, param->name);
	(void)text_add(out, ") | to_json_string");
}

/* Passes all parameters in one variable. That is enough for ids and filters. */
static bool add_whole(struct json_object *environment, const struct operation *operation)
{
	scoped(text_done) struct text template = TEXT(TEXT_ANY);

	(void)text_add(&template, "{{ ");
	add_dictionary(&template, operation);
	return text_add(&template, " | json_escape }}") &&
	       json_add_string(environment, "ST2_PAGERDUTY_PARAMETERS", text_string(&template));
}

/*
 * Passes all parameters in pieces. Their JSON is made once, as the default of a parameter that no
 * caller can give, and each variable gets a piece of it. A piece is escaped as JSON without its
 * quotes; json_escape would also remove a quote that belongs to the text. The dot in front of a
 * piece prevents sudo from dropping a variable that begins with "()".
 */
static bool add_pieces(struct json_object *parameters, struct json_object *environment,
	const struct operation *operation)
{
	scoped(text_done) struct text all = TEXT(TEXT_ANY);
	struct json_object *entry;

	(void)text_add(&all, "{{ ");
	add_dictionary(&all, operation);
	if (!text_add(&all, " }}") ||
		!json_add(parameters, "parameters_json", entry = json_object_new_object()) ||
		!json_add_string(entry, "type", "string") ||
		!json_add_string(entry, "description",
			"All parameters as JSON, as the command takes them.") ||
		!add_flag(entry, "immutable") || !add_flag(entry, "secret") ||
		!json_add_string(entry, "default", text_string(&all)))
		return false;
	for (int i = 0; i < PIECES; i++) {
		scoped(text_done) struct text name = TEXT(TEXT_ANY), piece = TEXT(TEXT_ANY);

		(void)text_add(&name, "ST2_PAGERDUTY_PARAMETERS");
		if (i)
			(void)text_addf(&name, "_%d", i + 1);
		(void)text_addf(&piece, "%s{{ (parameters_json[%d:%d] | to_json_string)[1:-1] }}",
			i ? "." : "", i * PIECE, (i + 1) * PIECE);
		if (name.failed || piece.failed ||
			!json_add_string(environment, name.data, piece.data))
			return false;
	}
	return true;
}

static bool add_command(struct json_object *parameters, const struct operation *operation)
{
	scoped(text_done) struct text command = TEXT(TEXT_ANY);
	struct json_object *entry;

	(void)text_add(&command, "printf %s \"$ST2_PAGERDUTY_PARAMETERS\"");
	for (int i = 2; operation_changes(operation) && i <= PIECES; i++)
		(void)text_addf(&command, " \"${ST2_PAGERDUTY_PARAMETERS_%d#.}\"", i);
	/*
	 * Look for the program in the pack, then in its virtualenv. The last folder contains a
	 * script of the same name, which says what to do if the program is in neither.
	 */
	return text_addf(&command,
		       " | PATH=" PACK_DIR "/bin:" VIRTUALENV "/bin:" PACK_DIR
		       "/missing st2-pagerduty %s",
		       operation->name) &&
	       json_add(parameters, "cmd", entry = json_object_new_object()) &&
	       add_flag(entry, "immutable") &&
	       json_add_string(entry, "default", text_string(&command));
}

static bool add_environment(struct json_object *parameters, const struct operation *operation)
{
	scoped(json_put_at) struct json_object *environment = json_object_new_object();
	scoped(json_put_at) struct json_object *rest = parse_constant(environment_json);
	struct json_object *entry;

	if (operation_changes(operation) ? !add_pieces(parameters, environment, operation)
					 : !add_whole(environment, operation))
		return false;
	if (!rest || !add_command(parameters, operation) ||
		!json_add(parameters, "env", entry = json_object_new_object()) ||
		!add_flag(entry, "immutable") ||
		!json_add(entry, "default", json_object_get(environment)))
		return false;
	json_object_object_foreach(rest, name, value)
	{
		if (!json_add(environment, name, json_object_get(value)))
			return false;
	}
	return true;
}

static bool add_runner(struct json_object *parameters, const struct operation *operation)
{
	scoped(json_put_at) struct json_object *runner = parse_constant(runner_json);
	struct json_object *timeout;

	if (!runner || !add_environment(parameters, operation))
		return false;
	json_object_object_foreach(runner, name, value)
	{
		if (!json_add(parameters, name, json_object_get(value)))
			return false;
	}
	return json_add(parameters, "timeout", timeout = json_object_new_object()) &&
	       json_add(timeout, "default",
		       json_object_new_int64(operation->timeout ? operation->timeout : TIMEOUT));
}

bool metadata_write(const struct operation *operation, struct text *out)
{
	scoped(json_put_at) struct json_object *action = json_object_new_object();
	struct json_object *parameters;
	const struct param *param;

	if (!json_add_string(action, "name", operation->name) ||
		!json_add_string(action, "description", operation->summary) ||
		!json_add_string(action, "runner_type", "local-shell-cmd") ||
		!add_flag(action, "enabled") || !json_add_string(action, "entry_point", "") ||
		!json_add(action, "parameters", parameters = json_object_new_object()))
		return false;
	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (!add_param(parameters, operation, param))
			return false;
	}
	return add_runner(parameters, operation) && yaml_write(out, action);
}
