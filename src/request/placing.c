/* SPDX-License-Identifier: Apache-2.0 */
#include "request/placing.h"

#include "json/json.h"

#include <string.h>

/* A value that is put into a body. */
struct placing {
	const struct param *param;
	struct json_object *value;
	const char *whole; /* the path from the top of the body, for sentences */
	struct error *err;
};

/* One step of a path: a member's name, and where in it the next step is. */
struct step {
	struct text name;
	const char *rest; /* the path after the slash; empty at the end */
	bool appends; /* "name[]": to a new element */
	bool first; /* "name[0]": to the first element */
};

static void step_done(struct step *step)
{
	text_done(&step->name);
}

/* Reads the first step of a path. Returns false if memory runs out. */
static bool read_step(const char *path, struct step *step)
{
	size_t len = strcspn(path, "/,");
	size_t name = strcspn(path, "[/,");

	*step = (struct step){ .name = TEXT(TEXT_ANY),
		.rest = path + len + (path[len] == '/'),
		.appends = !strncmp(path + name, "[]", 2),
		.first = !strncmp(path + name, "[0]", 3) };
	return text_add_bytes(&step->name, path, name);
}

static bool is_at_end(const char *path)
{
	return !*path || *path == ',';
}

bool placing_is_value(struct json_object *constant)
{
	return !json_object_is_type(constant, json_type_object) &&
	       !json_object_is_type(constant, json_type_array);
}

/*
 * Makes an object with the constant values of constant, which may be NULL. Returns NULL if memory
 * runs out.
 */
static struct json_object *new_object(struct json_object *constant)
{
	scoped(json_put_at) struct json_object *object = json_object_new_object();

	if (!object || !constant)
		return steal(object);
	json_object_object_foreach(constant, name, value)
	{
		if (placing_is_value(value) && !json_add_reference(object, name, value))
			return NULL;
	}
	return steal(object);
}

/*
 * Makes an object of two members, whose names are given like "id/type". Returns NULL if memory runs
 * out.
 */
static struct json_object *new_pair(
	const char *names, struct json_object *one, struct json_object *other)
{
	scoped(json_put_at) struct json_object *pair = json_object_new_object();
	scoped(text_done) struct text first = TEXT(TEXT_ANY);
	size_t len = strcspn(names, "/");

	if (!pair || !one || !text_add_bytes(&first, names, len) ||
		!json_add_reference(pair, text_string(&first), one) ||
		!json_add_reference(pair, names + len + 1, other))
		return NULL;
	return steal(pair);
}

/* Makes the value that is sent: an id may become a reference. */
static struct json_object *sent_value(const struct placing *placing)
{
	const struct param *param = placing->param;

	if (!param->reference)
		return json_object_get(placing->value);
	scoped(json_put_at) struct json_object *type = json_object_new_string(param->reference);
	return type ? new_pair(param->as ? param->as : "id/type", placing->value, type) : NULL;
}

/* Returns whether a member has a value that the caller gave, and not the row's constant. */
static bool is_given(struct json_object *member, struct json_object *constant)
{
	return member && !(constant && json_object_equal(member, constant));
}

static bool refuse_twice(const struct placing *placing)
{
	size_t len = strcspn(placing->whole, ",");

	return error_set(placing->err, ERROR_USAGE, 0,
		"%s is given twice: %.*s is there already, by data or by another parameter",
		placing->param->name, (int)len, placing->whole);
}

/*
 * Returns the member of a step, and creates it if it does not exist. Returns NULL with the error
 * set.
 */
static struct json_object *enter(struct json_object *target, const struct step *step,
	struct json_object *constant, const struct placing *placing)
{
	const char *name = text_string(&step->name);
	struct json_object *member = json_member(target, name);
	bool array = step->appends || step->first;

	if (member && !json_object_is_type(member, array ? json_type_array : json_type_object)) {
		(void)refuse_twice(placing);
		return NULL;
	}
	if (member)
		return member;
	member = array ? json_object_new_array() : new_object(constant);
	if (json_add(target, name, member))
		return member;
	(void)error_memory(placing->err);
	return NULL;
}

/*
 * Returns the element of a step: a new one or the first. Borrowed. Returns NULL if memory runs out.
 */
static struct json_object *enter_element(
	struct json_object *list, const struct step *step, struct json_object *constant)
{
	struct json_object *element = NULL;

	if (step->first && json_object_array_length(list))
		return json_object_array_get_idx(list, 0);
	element = new_object(constant);
	return json_append(list, element) ? element : NULL;
}

/* Puts the value at a path below target. The recursion is as deep as the row's path. */
static bool put_at_path(const struct placing *placing, struct json_object *target, const char *path,
	struct json_object *constant)
{
	scoped(step_done) struct step step = { 0 };

	if (!read_step(path, &step))
		return error_memory(placing->err);
	const char *name = text_string(&step.name);
	struct json_object *inner = json_member(constant, name);
	bool array = step.appends || step.first;
	if (is_at_end(step.rest) && !array) {
		if (is_given(json_member(target, name), inner))
			return refuse_twice(placing);
		return json_add(target, name, sent_value(placing)) || error_memory(placing->err);
	}
	struct json_object *member = enter(target, &step, inner, placing);
	if (!member)
		return false;
	if (is_at_end(step.rest))
		return json_append(member, sent_value(placing)) || error_memory(placing->err);
	if (!array)
		return put_at_path(placing, member, step.rest, inner);
	if (inner)
		inner = json_object_array_get_idx(inner, 0);
	struct json_object *element = enter_element(member, &step, inner);
	return element ? put_at_path(placing, element, step.rest, inner)
		       : error_memory(placing->err);
}

/*
 * Puts each element of a list at a path with "[]", or each member of an object that is sent in
 * pairs.
 */
static bool put_each(
	const struct placing *placing, struct json_object *body, struct json_object *constant)
{
	struct placing each = *placing;
	struct json_object *value = placing->value;
	const char *pairs = placing->param->pairs;

	if (pairs) {
		json_object_object_foreach(value, name, member)
		{
			scoped(json_put_at) struct json_object *key = json_object_new_string(name);
			scoped(json_put_at) struct json_object *pair = new_pair(pairs, key, member);

			each.value = pair;
			if (!pair)
				return error_memory(placing->err);
			if (!put_at_path(&each, body, placing->whole, constant))
				return false;
		}
		return true;
	}
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		each.value = json_object_array_get_idx(value, i);
		if (!put_at_path(&each, body, placing->whole, constant))
			return false;
	}
	return true;
}

bool placing_add(struct json_object *body, const struct param *param, struct json_object *value,
	struct json_object *constant, struct error *err)
{
	struct placing placing = { .param = param, .value = value, .err = err };
	const char *path = param->wire ? param->wire : param->name;

	for (; path; path = strchr(path, ',') ? strchr(path, ',') + 1 : NULL) {
		bool many = param->pairs || (json_object_is_type(value, json_type_array) &&
						    memmem(path, strcspn(path, ","), "[]", 2));

		placing.whole = path;
		if (!(many ? put_each(&placing, body, constant)
			   : put_at_path(&placing, body, path, constant)))
			return false;
	}
	return true;
}
