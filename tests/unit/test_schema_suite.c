/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The schema checker against the JSON Schema Test Suite (draft 7), every file of it:
 *
 *     test_schema_suite FOLDER
 *
 * Prints TAP, a test a group. What is not asked of the checker is listed here, with the reason;
 * nothing else is passed over.
 */
#include "schema/schema.h"
#include "json/json.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file, or a group in a file. */
static const struct skipped {
	const char *file, *group; /* NULL: all groups */
	const char *reason;
} skipped[] = {
	{ "additionalItems", NULL, "additionalItems is not known: items is one schema" },
	{ "additionalProperties",
		"additionalProperties being false does not allow other properties",
		"patternProperties is not known" },
	{ "additionalProperties", "non-ASCII pattern with additionalProperties",
		"patternProperties is not known" },
	{ "contains", NULL, "contains is not known" },
	{ "definitions", NULL, "refers to the schema of schemas, which is not here" },
	{ "dependencies", NULL, "dependencies is not known" },
	{ "if-then-else", NULL, "if is not known" },
	{ "items", "an array of schemas for items", "items is one schema" },
	{ "items", "items with boolean schemas", "items is one schema" },
	{ "items", "items and subitems", "items is one schema" },
	{ "maxProperties", NULL, "maxProperties is not known" },
	{ "minProperties", NULL, "minProperties is not known" },
	{ "pattern", NULL, "pattern is not known" },
	{ "patternProperties", NULL, "patternProperties is not known" },
	{ "properties", "properties, patternProperties, additionalProperties interaction",
		"patternProperties is not known" },
	{ "propertyNames", NULL, "propertyNames is not known" },
	{ "ref", "Recursive references between schemas", "refers by $id" },
	{ "ref", "escaped pointer ref", "a reference in percent-encoding" },
	{ "ref", "relative pointer ref to array", "items is one schema" },
	{ "ref", "remote ref, containing refs itself",
		"refers to the schema of schemas, which is not here" },
	{ "refRemote", NULL, "refers to other files" },
};

static unsigned number, failures;

static const char *skip_reason(const char *file, const char *group)
{
	for (size_t i = 0; i < COUNT(skipped); i++) {
		if (!strcmp(skipped[i].file, file) &&
			(!skipped[i].group || !strcmp(skipped[i].group, group)))
			return skipped[i].reason;
	}
	return NULL;
}

static bool passes(struct json_object *schema, struct json_object *test)
{
	bool expected = json_object_get_boolean(json_member(test, "valid"));
	struct error err = { 0 };

	if (schema_check(schema, json_member(test, "data"), "data", &err) == expected)
		return true;
	(void)printf(
		"# %s: %s\n", json_string(test, "description"), expected ? err.text : "accepted");
	return false;
}

static void run_group(const char *file, struct json_object *group)
{
	struct json_object *schema = json_member(group, "schema"),
			   *tests = json_member(group, "tests");
	const char *name = json_string(group, "description");
	const char *reason = skip_reason(file, name);
	bool ok = true;

	if (reason) {
		(void)printf("ok %u - %s: %s # SKIP %s\n", ++number, file, name, reason);
		return;
	}
	for (size_t i = 0; i < json_object_array_length(tests); i++)
		ok = passes(schema, json_object_array_get_idx(tests, i)) && ok;
	ok = ok && json_object_array_length(tests);
	failures += !ok;
	(void)printf("%sok %u - %s: %s\n", ok ? "" : "not ", ++number, file, name);
}

/* file is the name without .json. */
static void run_file(const char *folder, const char *file)
{
	char path[1024];

	(void)snprintf(path, sizeof(path), "%s/%s.json", folder, file);
	struct json_object *groups = json_object_from_file(path);
	size_t count = groups ? json_object_array_length(groups) : 0;
	for (size_t i = 0; i < count; i++)
		run_group(file, json_object_array_get_idx(groups, i));
	if (!count) {
		(void)printf("not ok %u - %s: cannot be read\n", ++number, file);
		failures++;
	}
	json_object_put(groups);
}

static int is_json(const struct dirent *entry)
{
	const char *end = strrchr(entry->d_name, '.');

	return end && !strcmp(end, ".json");
}

int main(int argc, char **argv)
{
	struct dirent **entries;
	int count = argc == 2 ? scandir(argv[1], &entries, is_json, alphasort) : -1;

	if (count < 0)
		return EXIT_FAILURE;
	for (int i = 0; i < count; i++) {
		entries[i]->d_name[strlen(entries[i]->d_name) - strlen(".json")] = '\0';
		run_file(argv[1], entries[i]->d_name);
		free(entries[i]);
	}
	free((void *)entries);
	(void)printf("1..%u\n", number);
	return failures || !number ? EXIT_FAILURE : 0;
}
