/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The schema checker against the JSON Schema Test Suite (draft 7), for every keyword it knows:
 *
 *     test_schema_suite FOLDER
 *
 * Groups whose schema has a keyword that the checker does not know are passed over: such a schema does not build. Prints TAP, a test a
 * group.
 */
#include "json.h"
#include "schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The suite's files, a keyword each. */
static const char *const files[] = { "additionalProperties", "boolean_schema", "const", "default",
	"enum", "items", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum",
	"properties", "ref", "required", "type" };

/* Groups that ask for what schemas/ has no use for, with the reason. */
static const char *const passed_over[] = {
	/* A list of schemas, one for each element. */
	"an array of schemas for items",
	"items and subitems",
	/* NUL in a text is refused when it is read. */
	"nul characters in strings",
	"const with null character",
	"enum with null character",
	/* References by $id, to another file, or with an encoded pointer. */
	"escaped pointer ref",
	"remote ref, containing refs itself",
};

static unsigned number, failures, groups_run;

static bool is_passed_over(const char *name)
{
	for (size_t i = 0; i < COUNT(passed_over); i++) {
		if (!strcmp(passed_over[i], name))
			return true;
	}
	return false;
}

static struct json_object *read_file(const char *folder, const char *name)
{
	char path[1024];

	(void)snprintf(path, sizeof(path), "%s/%s.json", folder, name);
	return json_object_from_file(path);
}

static void run_group(const char *file, struct json_object *group)
{
	struct json_object *schema = json_member(group, "schema"),
			   *tests = json_member(group, "tests");
	const char *name = json_string(group, "description");
	bool ok = true;

	if (schema_unknown_keyword(schema) || is_passed_over(name))
		return;
	groups_run++;
	for (size_t i = 0; i < json_object_array_length(tests); i++) {
		struct json_object *test = json_object_array_get_idx(tests, i);
		bool expected = json_object_get_boolean(json_member(test, "valid"));
		struct error err = { 0 };

		if (schema_check(schema, json_member(test, "data"), "data", &err) == expected)
			continue;
		(void)printf("# %s: %s\n", json_string(test, "description"),
			expected ? err.problems : "accepted");
		ok = false;
	}
	failures += !ok;
	(void)printf("%sok %u - %s: %s\n", ok ? "" : "not ", ++number, file, name);
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return EXIT_FAILURE;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct json_object *groups = read_file(argv[1], files[i]);

		if (!groups) {
			(void)printf("not ok %u - %s: the file is not there\n", ++number, files[i]);
			failures++;
			continue;
		}
		unsigned before = groups_run;
		for (size_t j = 0; j < json_object_array_length(groups); j++)
			run_group(files[i], json_object_array_get_idx(groups, j));
		if (groups_run == before) {
			(void)printf("not ok %u - %s: no group could be run\n", ++number, files[i]);
			failures++;
		}
		json_object_put(groups);
	}
	(void)printf("1..%u\n", number);
	return failures ? EXIT_FAILURE : 0;
}
