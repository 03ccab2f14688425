/* SPDX-License-Identifier: Apache-2.0 */
#include "yaml/refusal.h"

#include "base/line.h"
#include "base/utf8.h"

#include <string.h>

bool yaml_refuse(const struct yaml_source *source, const yaml_mark_t *mark, const char *why)
{
	*source->out_at =
		(struct yaml_mark){ (unsigned)mark->line + 1, (unsigned)mark->column + 1 };
	return error_set(source->err, ERROR_CONFIG, 0, "%s:%u:%u: %s", source->name,
		source->out_at->line, source->out_at->column, why);
}

bool yaml_refuse_byte(const struct yaml_source *source, size_t offset, const char *why)
{
	unsigned number;
	const char *line = line_around(source->text, offset, &number);
	yaml_mark_t mark = { .line = number - 1 };

	for (; line < source->text + offset; line++)
		mark.column += ((unsigned char)*line & 0xc0) != 0x80;
	return yaml_refuse(source, &mark, why);
}

/* Returns whether the character at a place is a tab. */
static bool is_tab(const struct yaml_source *source, const yaml_mark_t *mark)
{
	size_t len;
	const char *line = line_find(source->text, (unsigned)mark->line + 1, &len);

	return line && utf8_cut_characters(line, len, mark->column) < len &&
	       line[utf8_cut_characters(line, len, mark->column)] == '\t';
}

/* Returns the most frequent mistakes in plain words, and all others in libyaml's. */
static const char *explain_problem(const struct yaml_source *source, const yaml_parser_t *parser)
{
	const char *problem = parser->problem;

	if (!problem)
		return "not YAML";
	if (strstr(problem, "cannot start any token"))
		return is_tab(source, &parser->problem_mark)
			       ? "not YAML: tabs are not allowed for indentation"
			       : "not YAML: a text that begins with @, ` or % needs quotes";
	if (strstr(problem, "mapping values are not allowed"))
		return "not YAML: a colon where none may be; a text that contains \": \" needs quotes, and all keys of a mapping the same indentation";
	if (strstr(problem, "could not find expected ':'"))
		return "not YAML: a key without its colon";
	if (strstr(problem, "did not find expected node content"))
		return "not YAML: a value is missing, or a bracket is not closed";
	return problem;
}

bool yaml_refuse_syntax(const struct yaml_source *source, const yaml_parser_t *parser)
{
	if (parser->error == YAML_MEMORY_ERROR)
		return error_memory(source->err);
	if (parser->error == YAML_READER_ERROR)
		return yaml_refuse_byte(source, parser->problem_offset, parser->problem);
	/* If a quote is not closed, name the place where it was opened, not the end of the file. */
	if (parser->context && strstr(parser->context, "quoted scalar") && parser->problem &&
		strstr(parser->problem, "end of stream"))
		return yaml_refuse(
			source, &parser->context_mark, "not YAML: the quote is not closed");
	return yaml_refuse(source, &parser->problem_mark, explain_problem(source, parser));
}
