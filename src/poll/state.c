/* SPDX-License-Identifier: Apache-2.0 */
#include "poll/state.h"

#include "base/text.h"
#include "json/json.h"
#include "json/scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool append_handled(struct state *state, const char *id, int64_t time)
{
	if (state->count == state->room) {
		size_t room = state->room ? 2 * state->room : 64;
		struct handled *more = reallocarray(state->handled, room, sizeof(*more));

		if (!more)
			return false;
		state->handled = more;
		state->room = room;
	}
	struct handled *handled = &state->handled[state->count++];
	(void)snprintf(handled->id, sizeof(handled->id), "%s", id);
	handled->time = time;
	return true;
}

static bool read_number(struct span document, const char *name, int64_t *out)
{
	long value;

	if (!span_integer(span_member(document, name), &value))
		return false;
	*out = value;
	return true;
}

static bool read_handled(struct span handled, struct state *out, struct error *err)
{
	struct span name, value;
	size_t at = 0;
	long time;

	while (span_next_member(handled, &at, &name, &value)) {
		scoped(text_done) struct text id = TEXT(TEXT_ANY);

		if (!span_string(name, &id) || !span_integer(value, &time))
			return false;
		if (!append_handled(out, text_string(&id), time))
			return error_memory(err);
	}
	return true;
}

bool state_read(const struct text *text, struct state *out, struct error *err)
{
	struct span document;
	size_t at;
	int64_t beat = 0;
	scoped(text_done) struct text run = TEXT(TEXT_ANY);

	*out = (struct state){ 0 };
	if (scan_document(text_string(text), text->len, JSON_DEPTH_REPLY, &document, &at) &&
		read_number(document, "begin", &out->begin) &&
		read_number(document, "newest", &out->newest) &&
		read_number(document, "beat", &beat) &&
		span_string(span_member(document, "run"), &run) && run.len < STATE_RUN &&
		span_kind(span_member(document, "handled")) == '{' &&
		read_handled(span_member(document, "handled"), out, err)) {
		out->beat = (unsigned long)beat;
		(void)snprintf(out->run, sizeof(out->run), "%s", text_string(&run));
		return true;
	}
	state_done(out);
	return err->kind != ERROR_NONE
		       ? false
		       : error_set(err, ERROR_CONFIG, 0,
				 "its value in the datastore was not written by this action");
}

int64_t state_since(const struct state *state)
{
	int64_t since = state->newest ? state->newest - STATE_LATE - STATE_MARGIN : state->begin;

	return since > state->begin ? since : state->begin;
}

/* Drops the entries that are too old to be listed again. */
static void drop_old(struct state *state)
{
	int64_t least = state_since(state) - STATE_MARGIN;
	size_t kept = 0;

	for (size_t i = 0; i < state->count; i++) {
		if (state->handled[i].time >= least)
			state->handled[kept++] = state->handled[i];
	}
	state->count = kept;
}

bool state_print(struct state *state, struct text *out)
{
	drop_old(state);
	(void)text_addf(out,
		"{\"begin\":%lld,\"newest\":%lld,\"run\":\"%s\",\"beat\":%lu,\"handled\":{",
		(long long)state->begin, (long long)state->newest, state->run, state->beat);
	for (size_t i = 0; i < state->count; i++) {
		if (i)
			(void)text_add(out, ",");
		(void)text_add_quoted(out, state->handled[i].id, strlen(state->handled[i].id));
		(void)text_addf(out, ":%lld", (long long)state->handled[i].time);
	}
	return text_add(out, "}}");
}

bool state_has(const struct state *state, const char *id)
{
	for (size_t i = 0; i < state->count; i++) {
		if (!strcmp(state->handled[i].id, id))
			return true;
	}
	return false;
}

bool state_add(struct state *state, const struct entry *entry)
{
	if (!append_handled(state, entry->id, entry->time))
		return false;
	int64_t time = entry->time < state->most ? entry->time : state->most;
	if (time > state->newest)
		state->newest = time;
	return true;
}

void state_done(struct state *state)
{
	free(state->handled);
	*state = (struct state){ 0 };
}
