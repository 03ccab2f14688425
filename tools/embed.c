/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes JSON Schemas as C for schema/table.h, to compile them into the program. The build fails if
 * a file is not JSON or not a valid schema (schema_is_valid), for example because of an unknown
 * keyword.
 *
 *     embed OUT FILE.json...     the files sorted by name
 */
#include "schema/schema.h"
#include "json/json.h"
#include "json/read.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *file, const char *why, const char *what)
{
	(void)fprintf(stderr, "embed: %s: %s%s\n", file, why, what);
	exit(EXIT_FAILURE);
}

static void read_file(const char *name, struct text *out)
{
	char part[4096];
	size_t len;
	FILE *file = fopen(name, "r");

	if (!file)
		fail(name, strerror(errno), "");
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		(void)text_add_bytes(out, part, len);
	(void)fclose(file);
}

/* Writes the name of a file without its folders and without .json, as the first member of a row. */
static void write_name(FILE *out, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *name = slash ? slash + 1 : file;

	(void)fprintf(out, "\t{ \"%.*s\", ", (int)(strlen(name) - strlen(".json")), name);
}

/* Writes a C string in lines of limited length, because compilers limit them. */
static void write_string(FILE *out, const char *text)
{
	size_t column = 0;

	(void)fputs("\"", out);
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			(void)fputc('\\', out);
		(void)fputc(*text, out);
		if (++column % 80 == 0)
			(void)fputs("\"\n\t\t\"", out);
	}
	(void)fputs("\", NULL },\n", out);
}

static void write_schema(FILE *out, const char *file)
{
	struct text text = TEXT(1 << 20), small = TEXT(1 << 20);
	struct json_object *schema = NULL;
	struct error err = { 0 };

	read_file(file, &text);
	if (!json_read(text_string(&text), text.len, JSON_DEPTH_PARAMETERS, "the schema",
		    ERROR_INTERNAL, &schema, &err))
		fail(file, err.text, "");
	if (!schema_is_valid(schema, &err))
		fail(file, err.text, "");
	if (!json_print(&small, schema))
		fail(file, "out of memory", "");
	write_name(out, file);
	write_string(out, text_string(&small));
	json_object_put(schema);
	text_done(&small);
	text_done(&text);
}

int main(int argc, char **argv)
{
	if (argc < 3)
		fail("usage", "embed OUT FILE.json...", "");
	FILE *out = fopen(argv[1], "w");
	if (!out)
		fail(argv[1], strerror(errno), "");
	(void)fputs("#include \"schema/table.h\"\n\nstruct schema_text schema_texts[] = {\n", out);
	for (int i = 2; i < argc; i++) {
		if (i > 2 && strcmp(argv[i - 1], argv[i]) >= 0)
			fail(argv[i], "the files are not sorted by name", "");
		write_schema(out, argv[i]);
	}
	(void)fprintf(out, "};\n\nconst size_t schema_count = %d;\n", argc - 2);
	if (fclose(out))
		fail(argv[1], strerror(errno), "");
	return 0;
}
