/* SPDX-License-Identifier: Apache-2.0 */
#include "actions_page.h"

#include "action/operation.h"
#include "action/reference.h"

#include <string.h>

/* The heading of actions without a resource in their names, which are those of the older pack. */
static const char older[] = "Names of the older pack";

/*
 * Returns whether an action belongs to a resource, the first len bytes of resource. NULL means no
 * resource.
 */
static bool belongs(const struct operation *operation, const char *resource, size_t len)
{
	size_t own = strcspn(operation->name, ".");

	if (!operation->name[own])
		return !resource;
	return resource && own == len && !strncmp(operation->name, resource, len);
}

/* Returns the first action of the same resource from this one on, or NULL. */
static const struct operation *next_of(
	const struct operation *operation, const char *resource, size_t len)
{
	while (operation && !belongs(operation, resource, len))
		operation = operation_next(operation);
	return operation;
}

/*
 * Adds a link to a heading. Its anchor is its text in small letters, without dots and with "-" for
 * blanks.
 */
static void add_link(struct text *out, const char *heading, size_t len)
{
	(void)text_addf(out, "[%.*s](#", (int)len, heading);
	for (size_t i = 0; i < len; i++) {
		char c = heading[i];

		if (c == ' ')
			c = '-';
		else if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != '.')
			(void)text_add_bytes(out, &c, 1);
	}
	(void)text_add(out, ")");
}

static void add_index_entry(struct text *out, const char *resource, size_t len)
{
	const char *heading = resource ? resource : older;
	const struct operation *operation = next_of(operation_next(NULL), resource, len);
	unsigned count = 0;

	for (; operation; operation = next_of(operation_next(operation), resource, len))
		count++;
	(void)text_add(out, "- ");
	add_link(out, heading, resource ? len : strlen(older));
	(void)text_addf(out, ": %u\n", count);
}

/* Adds a resource: a list of its actions, then a section for each. */
static bool add_resource(struct text *out, const char *resource, size_t len)
{
	const struct operation *first = next_of(operation_next(NULL), resource, len), *operation;

	(void)text_addf(out, "## %.*s\n\n", resource ? (int)len : (int)strlen(older),
		resource ? resource : older);
	for (operation = first; operation;
		operation = next_of(operation_next(operation), resource, len)) {
		(void)text_add(out, "- ");
		add_link(out, operation->name, strlen(operation->name));
		(void)text_addf(out, ": %s\n", operation->summary);
	}
	(void)text_add(out, "\n");
	for (operation = first; operation;
		operation = next_of(operation_next(operation), resource, len)) {
		if (!describe_reference(operation, out))
			return false;
	}
	return true;
}

/*
 * Adds every resource in the order of their names, and then the actions without a resource: to the
 * index, or as sections.
 */
static bool add_resources(struct text *out, bool index)
{
	const char *last = "";
	size_t last_len = 0;

	for (const struct operation *operation = operation_next(NULL); operation;
		operation = operation_next(operation)) {
		size_t len = strcspn(operation->name, ".");

		if (!operation->name[len] || belongs(operation, last, last_len))
			continue;
		last = operation->name;
		last_len = len;
		if (index)
			add_index_entry(out, last, len);
		else if (!add_resource(out, last, len))
			return false;
	}
	if (index)
		add_index_entry(out, NULL, 0);
	return index || add_resource(out, NULL, 0);
}

bool actions_page_write(struct text *out)
{
	(void)text_add(out,
		"# Actions\n\n"
		"`ninja -C build actions` generates this page from the table in `src/operations/`; do not edit it.\n\n"
		"Run an action with `st2 run pagerduty.NAME parameter=value ...`, or with `st2-pagerduty NAME` and the\n"
		"parameters as JSON on stdin. In StackStorm the result is in `result.stdout` of the execution.\n\n"
		"The resources, with the number of their actions:\n\n");
	if (!add_resources(out, true))
		return false;
	(void)text_add(out, "\n");
	if (!add_resources(out, false))
		return false;
	/* Each section ends with an empty line, but the file does not. */
	if (!out->failed)
		text_remove(out, out->len - 1, 1);
	return !out->failed;
}
