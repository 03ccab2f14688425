/* SPDX-License-Identifier: Apache-2.0 */
/* Repairs lists as people type them in chat. */
#ifndef ACTION_ELEMENTS_H
#define ACTION_ELEMENTS_H

#include "base/scope.h"

#include <json-c/json.h>
#include <stdbool.h>

/*
 * Removes brackets around a list. People type [triggered,acknowledged]; StackStorm splits it at the
 * comma but keeps the brackets: ["[triggered", "acknowledged]"]. Returns a new reference, which is
 * to the list itself if it has no brackets. Returns NULL if memory runs out.
 */
struct json_object *elements_without_brackets(struct json_object *list) MUST_CHECK;

/*
 * Splits texts that name several things of a kind that has numbers, such as incidents, with blanks,
 * commas and "and" between them: ["97, 98", "99 and #100"] becomes ["97", "98", "99", "#100"].
 * Slack's "<...>" is one name. A text that contains any other word is not split. Replaces *list and
 * releases the old list. Returns false if memory runs out.
 */
bool elements_split_numbered(struct json_object **list) MUST_CHECK;

#endif
