/* SPDX-License-Identifier: Apache-2.0 */
/* The elements of a list as people type it in chat. */
#ifndef ACTION_ELEMENTS_H
#define ACTION_ELEMENTS_H

#include "base/scope.h"

#include <json-c/json.h>
#include <stdbool.h>

/*
 * People type [triggered,acknowledged], and StackStorm splits that at the comma with the brackets
 * kept: ["[triggered", "acknowledged]"] loses these two. Returns a new reference, to the list
 * itself where there are no brackets; NULL without memory.
 */
struct json_object *elements_without_brackets(struct json_object *list) MUST_CHECK;

/*
 * People name several incidents with blanks, commas and an "and" between them, none of which is in
 * any name of an incident: ["97, 98", "99 and #100"] becomes ["97", "98", "99", "#100"]. What Slack
 * writes between < and > is one. A text with a word
 * in it that can name no incident stays whole. Replaces the list, and releases the old one. False
 * without memory.
 */
bool elements_split_incidents(struct json_object **list) MUST_CHECK;

#endif
