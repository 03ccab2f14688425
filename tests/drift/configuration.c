/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fails when docs/configuration.md does not tell of a key what the table of keys says: its default,
 * whether it is a secret, whether it belongs to the host, what values it has; or when it tells of
 * another, or gives no example.
 *
 *     configuration SOURCE_FOLDER
 */
#include "base/text.h"
#include "config/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = 4 };

/* A row of the table in the document: key, default, example, meaning. */
struct row {
	char line[2048];
	const char *cells[CELLS];
};

static unsigned problems;

static void complain(const char *key, const char *what)
{
	(void)printf("docs/configuration.md: %s: %s\n", key, what);
	problems++;
}

static bool read_row(FILE *file, struct row *row)
{
	while (fgets(row->line, sizeof(row->line), file)) {
		char *rest = row->line;

		if (strncmp(row->line, "| `", 3) != 0)
			continue;
		(void)strsep(&rest, "|");
		for (int i = 0; i < CELLS; i++) {
			char *cell = strsep(&rest, "|");

			row->cells[i] = cell && *cell ? cell + strspn(cell, " ") : "";
		}
		return true;
	}
	return false;
}

/* Returns whether a cell contains a word between backquotes. */
static bool has_code(const char *cell, const char *word)
{
	scoped(text_done) struct text code = TEXT(TEXT_ANY);

	return text_addf(&code, "`%s`", word) && strstr(cell, code.data);
}

static void check_row(const struct config_item *item, const struct row *row)
{
	const char *meaning = row->cells[3];

	if (item->initial ? !has_code(row->cells[1], item->initial)
			  : strchr(row->cells[1], '`') != NULL)
		complain(item->name, "another default");
	if (!strchr(row->cells[2], '`'))
		complain(item->name, "no example");
	if (item->secret != (strstr(meaning, " Secret") != NULL))
		complain(item->name, "whether it is a secret");
	if (item->host_wide != !strncmp(meaning, "*host.* ", 8))
		complain(item->name, "whether it belongs to the host");
	for (const char *const *value = item->values; value && *value; value++) {
		if (!has_code(meaning, *value))
			complain(item->name, "a value is missing");
	}
}

static void check_file(FILE *file)
{
	bool told[CONFIG_KEYS] = { false };
	struct row row;

	while (read_row(file, &row)) {
		char name[64] = "";

		(void)sscanf(row.cells[0], "`%63[^`]`", name);
		enum config_key key = config_find_key(name);
		if (key == CONFIG_KEYS) {
			if (strcmp(name, "accounts") != 0)
				complain(name, "there is no such key");
			continue;
		}
		if (told[key])
			complain(name, "appears twice");
		told[key] = true;
		check_row(config_item(key), &row);
	}
	for (int key = 0; key < CONFIG_KEYS; key++) {
		if (!told[key])
			complain(config_key_name((enum config_key)key), "is missing");
	}
}

int main(int argc, char **argv)
{
	scoped(text_done) struct text path = TEXT(TEXT_ANY);

	if (argc != 2 || !text_addf(&path, "%s/docs/configuration.md", argv[1]))
		return EXIT_FAILURE;
	FILE *file = fopen(path.data, "r");
	if (!file) {
		perror(path.data);
		return EXIT_FAILURE;
	}
	check_file(file);
	(void)fclose(file);
	return problems ? EXIT_FAILURE : EXIT_SUCCESS;
}
