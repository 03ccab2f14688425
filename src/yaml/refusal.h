/* SPDX-License-Identifier: Apache-2.0 */
/* Says in a sentence what is wrong with a YAML document, and where. Only reader.c uses this. */
#ifndef YAML_REFUSAL_H
#define YAML_REFUSAL_H

#include "yaml/reader.h"

#include <yaml.h>

/* The text that is read, and where its errors go: the arguments of yaml_read(). */
struct yaml_source {
	const char *text;
	const char *name;
	struct yaml_mark *out_at;
	struct error *err;
};

/*
 * These fail with ERROR_CONFIG and "NAME:LINE:COLUMN: WHY", and always return false.
 *
 * For a byte that libyaml cannot decode, libyaml reports only its offset. For what is not YAML, the
 * most frequent mistakes are explained in other words than libyaml's.
 */
bool yaml_refuse(const struct yaml_source *source, const yaml_mark_t *mark, const char *why);
bool yaml_refuse_byte(const struct yaml_source *source, size_t offset, const char *why);
bool yaml_refuse_syntax(const struct yaml_source *source, const yaml_parser_t *parser);

#endif
