/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a json-c tree as YAML in block style, with the members in their order. */
#ifndef YAML_WRITER_H
#define YAML_WRITER_H

#include "base/scope.h"
#include "base/text.h"

#include <json-c/json.h>

/* Adds "---" and a YAML document that reads back as value. Returns false if memory runs out. */
bool yaml_write(struct text *out, struct json_object *value) MUST_CHECK;

#endif
