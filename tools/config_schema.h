/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the table of configuration keys as StackStorm's config schema. */
#ifndef CONFIG_SCHEMA_H
#define CONFIG_SCHEMA_H

#include "base/scope.h"
#include "base/text.h"

/* Adds config.schema.yaml. Returns false if memory runs out. */
bool config_schema_write(struct text *out) MUST_CHECK;

#endif
