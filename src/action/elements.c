/* SPDX-License-Identifier: Apache-2.0 */
#include "action/elements.h"

#include "action/named.h"
#include "json/json.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const char blanks[] = " ,\t\r\n";

/* Returns whether a list has only texts, the first begins with "[", and the last ends with "]". */
static bool has_brackets(struct json_object *list)
{
	size_t count = json_object_array_length(list);

	for (size_t i = 0; i < count; i++) {
		if (!json_object_is_type(json_object_array_get_idx(list, i), json_type_string))
			return false;
	}
	if (!count)
		return false;
	struct json_object *last = json_object_array_get_idx(list, count - 1);
	int len = json_object_get_string_len(last);
	return json_object_get_string(json_object_array_get_idx(list, 0))[0] == '[' &&
	       len > (count == 1) && json_object_get_string(last)[len - 1] == ']';
}

struct json_object *elements_without_brackets(struct json_object *list)
{
	size_t count = json_object_array_length(list);

	if (!has_brackets(list))
		return json_object_get(list);
	scoped(json_put_at) struct json_object *bare = json_object_new_array();
	for (size_t i = 0; bare && i < count; i++) {
		struct json_object *element = json_object_array_get_idx(list, i);
		const char *start = json_object_get_string(element);
		size_t left = strlen(start);

		if (i == 0) {
			start++;
			left--;
		}
		if (i == count - 1)
			left--;
		if (count == 1 && !left)
			break;
		if (!json_append(bare, json_object_new_string_len(start, (int)left)))
			return NULL;
	}
	return steal(bare);
}

/* Returns whether a word is "and", as in "97, 98 and 99". */
static bool is_and(const char *start, size_t len)
{
	return (len == 1 && *start == '&') || (len == 3 && !strncasecmp(start, "and", 3));
}

/* Returns the length of the next name of an incident. Slack's "<...>" is one name. */
static size_t next_len(const char *text)
{
	size_t len = *text == '<' ? strcspn(text, ">") : strcspn(text, blanks);

	return len + (text[len] == '>');
}

/* Returns whether a word can only name an incident: a number, an id, a web address, or "mine". */
static bool is_incident(const char *start, size_t len)
{
	size_t sign = *start == '#', digits = 0, letters = 0;

	if (*start == '<' || (len > 8 && !strncasecmp(start, "https://", 8)) ||
		(len == 4 && !strncasecmp(start, "mine", 4)))
		return true;
	for (size_t i = sign; i < len; i++) {
		digits += isdigit((unsigned char)start[i]) != 0;
		letters += isalpha((unsigned char)start[i]) != 0;
	}
	if (digits + letters != len - sign || len == sign || len > NAMED_ID_MOST)
		return false;
	return !letters || (digits && named_begins_id((char)toupper((unsigned char)start[sign])));
}

static bool names_incidents(const char *text)
{
	size_t count = 0;

	while (*(text += strspn(text, blanks))) {
		size_t len = next_len(text);

		if (!is_and(text, len) && !is_incident(text, len))
			return false;
		count++;
		text += len;
	}
	return count > 1;
}

/* Adds each incident that a text names. Returns false if memory runs out. */
static bool add_incidents(struct json_object *list, const char *text)
{
	while (*(text += strspn(text, blanks))) {
		size_t len = next_len(text);

		if (!is_and(text, len) &&
			!json_append(list, json_object_new_string_len(text, (int)len)))
			return false;
		text += len;
	}
	return true;
}

bool elements_split_numbered(struct json_object **list)
{
	scoped(json_put_at) struct json_object *split = json_object_new_array();
	size_t count = json_object_array_length(*list);

	for (size_t i = 0; split && i < count; i++) {
		struct json_object *element = json_object_array_get_idx(*list, i);
		bool is_text = json_object_is_type(element, json_type_string);

		if (!is_text || !names_incidents(json_object_get_string(element))) {
			if (json_object_array_add(split, json_object_get(element)))
				return false;
		} else if (!add_incidents(split, json_object_get_string(element))) {
			return false;
		}
	}
	if (!split)
		return false;
	json_object_put(*list);
	*list = steal(split);
	return true;
}
