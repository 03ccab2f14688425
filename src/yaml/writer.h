/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a json-c tree as YAML, in block style, members in their order. */
#ifndef YAML_WRITER_H
#define YAML_WRITER_H

#include "base/scope.h"
#include "base/text.h"

#include <json-c/json.h>

/* Adds a YAML document that reads back as value, "---" before it. Returns false without memory. */
bool yaml_write(struct text *out, struct json_object *value) MUST_CHECK;

#endif
