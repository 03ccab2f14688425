/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fills and checks the documents of FOLDER/ACTION.json as the action does, for each that takes
 * `data`:
 *
 *     documents FOLDER
 *
 * A file is an array of { "is": what it shows, "data": the document, "problems": all that is
 * wrong, in order; absent: nothing, "filled": what it becomes; absent: not looked at,
 * "stackstorm": see the program of that name }. Prints TAP, a test a document.
 */
#include "action/operation.h"
#include "schema/schema.h"
#include "json/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned number, failures;

static bool has_problems(struct json_object *expected, const struct error *err)
{
	size_t count = expected ? json_object_array_length(expected) : 0, at = 0;
	bool right = true;

	for (const char *p = error_next_problem(err, NULL); p; p = error_next_problem(err, p)) {
		const char *wanted =
			at < count ? json_object_get_string(json_object_array_get_idx(expected, at))
				   : "nothing more";

		at++;
		if (!strcmp(p, wanted))
			continue;
		(void)printf("# %s\n# expected: %s\n", p, wanted);
		right = false;
	}
	if (at < count)
		(void)printf("# it says nothing of: %s\n",
			json_object_get_string(json_object_array_get_idx(expected, at)));
	return right && at >= count;
}

static bool passes(const struct operation *action, struct json_object *document)
{
	scoped(json_put_at) struct json_object *schema =
		schema_for_data(action->schema, operation_updates(action));
	struct json_object *data = json_member(document, "data"),
			   *filled = json_member(document, "filled"),
			   *problems = json_member(document, "problems");
	struct problems list = { 0 };
	struct error err = { .problems = &list };

	if (!schema || !schema_fill(schema, data, &err)) {
		(void)printf("# %s\n", schema ? err.text : "there is no such schema");
		return false;
	}
	if (filled && !json_object_equal(filled, data)) {
		(void)printf("# it became %s\n", json_object_to_json_string(data));
		return false;
	}
	bool right = schema_check(schema, data, "data", &err);
	return has_problems(problems, &err) && right == !problems;
}

/* Every action has valid and invalid documents. */
static void run_file(const char *folder, const struct operation *action)
{
	unsigned kinds[2] = { 0, 0 };
	char path[1024];

	(void)snprintf(path, sizeof(path), "%s/%s.json", folder, action->name);
	scoped(json_put_at) struct json_object *documents = json_object_from_file(path);
	size_t count = documents ? json_object_array_length(documents) : 0;
	for (size_t i = 0; i < count; i++) {
		struct json_object *document = json_object_array_get_idx(documents, i);
		bool ok = passes(action, document);

		kinds[json_member(document, "problems") != NULL]++;
		failures += !ok;
		(void)printf("%sok %u - %s: %s\n", ok ? "" : "not ", ++number, action->name,
			json_string(document, "is"));
	}
	bool ok = kinds[0] && kinds[1];
	failures += !ok;
	(void)printf("%sok %u - %s: there are right and wrong documents\n", ok ? "" : "not ",
		++number, action->name);
}

int main(int argc, char **argv)
{
	const struct operation *action = NULL;

	if (argc != 2)
		return EXIT_FAILURE;
	while ((action = operation_next(action))) {
		if (action->schema)
			run_file(argv[1], action);
	}
	schema_free_all();
	(void)printf("1..%u\n", number);
	return failures || !number ? EXIT_FAILURE : 0;
}
