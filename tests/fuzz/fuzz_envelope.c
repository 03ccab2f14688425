/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads bytes as the body of a webhook. An accepted event has an id and a type, and its payload is
 * JSON in UTF-8 with our source and account.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "stackstorm/trigger.h"
#include "webhook/envelope.h"
#include "json/scan.h"

#include <string.h>

static void check_member(struct span payload, const char *name, const char *expected)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);

	HOLDS(span_string(span_member(payload, name), &value));
	HOLDS(!strcmp(value.data, expected));
}

static void check_payload(const struct envelope *event)
{
	scoped(text_done) struct text payload = TEXT(TEXT_ANY), trace = TEXT(TEXT_ANY);
	struct span whole;
	size_t at;

	HOLDS(envelope_add_payload(event, "webhook", "default", &payload));
	HOLDS(utf8_valid(payload.data, payload.len) == payload.len);
	HOLDS(scan_document(payload.data, payload.len, ENVELOPE_DEPTH, &whole, &at));
	check_member(whole, "source", "webhook");
	check_member(whole, "account", "default");
	check_member(whole, "id", event->id.data);
	check_member(whole, "event_type", event->type.data);
	HOLDS(trigger_add_trace(event->id.data, &trace));
	for (size_t i = 0; i < trace.len; i++)
		HOLDS(trace.data[i] >= 0x20 && trace.data[i] < 0x7f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	scoped(text_done) struct text body = TEXT(TEXT_ANY);
	scoped(envelope_done) struct envelope event = { 0 };
	const char *problem = NULL;

	HOLDS(text_add_bytes(&body, (const char *)data, size));
	if (!envelope_read(&body, &event, &problem)) {
		HOLDS(problem && *problem);
		return 0;
	}
	HOLDS(event.id.len && event.type.len);
	check_payload(&event);
	return 0;
}
