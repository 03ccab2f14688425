/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/gateway.h"

#include "base/clock.h"
#include "base/log.h"
#include "http/many.h"
#include "stackstorm/trigger.h"
#include "webhook/delivery.h"
#include "webhook/signature.h"

#include <stdlib.h>
#include <string.h>

enum {
	UNDER_WAY_MOST = 256,
	UNDER_WAY_BYTES = 12 << 20, /* bytes of their bodies; StackStorm's answers repeat them */
	ANSWER_MOST = 1 << 20, /* bytes of StackStorm's answer, which repeats the trigger */
	CONNECT_TIME = 3, /* seconds */
	DISPATCH_TIME = 15 /* seconds after which a delivery to StackStorm is abandoned */
};

/* Seconds after which PagerDuty gets an answer in any case. PagerDuty waits for five seconds. */
static const double answer_time = 3.5;

struct gateway {
	const struct settings *settings;
	gateway_answer *answer;
	struct http_many *many;
	struct history *history;
	struct metrics metrics;
	struct text url; /* StackStorm's URL for triggers */
	struct text who; /* the header line with the key of StackStorm's API */
	struct delivery deliveries; /* head of the list; the newest comes first */
	size_t bytes; /* of the bodies of all deliveries */
};

struct gateway *gateway_open(
	const struct settings *settings, gateway_answer *answer, struct error *err)
{
	const struct http_options options = stackstorm_options(CONNECT_TIME);
	struct gateway *gateway = calloc(1, sizeof(*gateway));

	if (!gateway) {
		(void)error_memory(err);
		return NULL;
	}
	*gateway = (struct gateway){
		.settings = settings,
		.answer = answer,
		.url = TEXT(TEXT_ANY),
		.who = TEXT_SECRET(TEXT_ANY),
		.history = history_open(),
	};
	gateway->deliveries.next = gateway->deliveries.previous = &gateway->deliveries;
	if (!gateway->history ||
		!stackstorm_add_url(&settings->access, TRIGGER_PATH, &gateway->url) ||
		!stackstorm_add_header(&settings->access, &gateway->who))
		(void)error_memory(err);
	else
		gateway->many = http_many_open(&options, ANSWER_MOST, err);
	if (gateway->many)
		return gateway;
	gateway_free(gateway);
	return NULL;
}

/* Finds the secret with which the body was signed. Returns NULL if there is none. */
static const struct signer *find_signer(
	const struct gateway *gateway, const struct arrival *arrival)
{
	const struct settings *settings = gateway->settings;
	unsigned char signature[SIGNATURE_SIZE];

	for (size_t i = 0; i < settings->signer_count; i++) {
		signature_make(settings->signers[i].secret, text_string(arrival->body),
			arrival->body->len, signature);
		if (signature_is_among(arrival->signature, signature))
			return &settings->signers[i];
	}
	return NULL;
}

static bool is_under_way(const struct gateway *gateway, const unsigned char key[HISTORY_KEY])
{
	const struct delivery *head = &gateway->deliveries;

	for (const struct delivery *at = head->next; at != head; at = at->next) {
		if (at->keyed && !memcmp(at->key, key, HISTORY_KEY))
			return true;
	}
	return false;
}

static void end_delivery(struct delivery *delivery)
{
	delivery->gateway->bytes -= delivery->body.len;
	delivery->previous->next = delivery->next;
	delivery->next->previous = delivery->previous;
	delivery_free(delivery);
}

static void report_outcome(struct delivery *delivery, enum outcome outcome, const char *why)
{
	struct gateway *gateway = delivery->gateway;
	void *request = delivery->request;

	delivery->request = NULL;
	if (request) {
		gateway->answer(request, outcome, why);
		return;
	}
	if (outcome == OUTCOME_DISPATCHED)
		gateway->metrics.late++;
	log_line("%s %s: %s after %.1f s, when PagerDuty had been answered%s%s",
		delivery->label.type, delivery->label.id, outcome_row(outcome)->reason,
		clock_now() - delivery->started, *why ? ": " : "", why);
}

/* Handles StackStorm's answer, or the failure to get one. */
static void handle_answer(void *data, bool ok, struct http_reply *reply, struct error *err)
{
	struct delivery *delivery = data;
	scoped(text_done) struct text why = TEXT(ERROR_TEXT);

	/*
	 * The header alone counts: the rest of the answer repeats the payload, and may be larger
	 * than what is read of it.
	 */
	if (stackstorm_agrees(reply)) {
		if (delivery->keyed)
			history_add(delivery->gateway->history, delivery->key);
		report_outcome(delivery, OUTCOME_DISPATCHED, "");
	} else if (!ok) {
		report_outcome(delivery, OUTCOME_AWAY, err->text);
	} else {
		trigger_explain(reply->status, text_string(&reply->body), &why);
		report_outcome(delivery, OUTCOME_DECLINED, text_string(&why));
	}
	end_delivery(delivery);
}

static enum outcome send_delivery(struct gateway *gateway, struct delivery *delivery, void *request)
{
	const char *const headers[] = { "Accept: application/json",
		"Content-Type: application/json", gateway->who.data, delivery->trace.data, NULL };
	const struct http_request sent = {
		.method = "POST",
		.url = gateway->url.data,
		.headers = headers,
		.body = delivery->body.data,
		.body_len = delivery->body.len,
		.timeout = DISPATCH_TIME,
		.plain = true,
	};
	struct delivery *head = &gateway->deliveries;
	struct error err = { 0 };

	delivery->gateway = gateway;
	gateway->bytes += delivery->body.len;
	delivery->request = request;
	delivery->started = clock_now();
	delivery->previous = head;
	delivery->next = head->next;
	delivery->next->previous = head->next = delivery;
	if (http_many_start(gateway->many, &sent, handle_answer, delivery, &err))
		return OUTCOME_PENDING;
	log_line("%s", err.text);
	end_delivery(delivery);
	return OUTCOME_FAILED;
}

/* Handles a request whose signature is valid. */
static enum outcome dispatch(struct gateway *gateway, const struct arrival *arrival,
	const struct envelope *event, const char *account, void *request)
{
	unsigned char key[HISTORY_KEY];
	bool keyed = arrival->webhook_id && *arrival->webhook_id;

	if (envelope_is_ping(event))
		return OUTCOME_PING;
	if (keyed)
		history_key(arrival->webhook_id, key);
	if (keyed && history_has(gateway->history, key))
		return OUTCOME_REPEATED;
	if (keyed && is_under_way(gateway, key))
		return OUTCOME_UNDER_WAY;
	if (http_many_count(gateway->many) >= UNDER_WAY_MOST ||
		gateway->bytes + arrival->body->len > UNDER_WAY_BYTES)
		return OUTCOME_BUSY;
	struct delivery *delivery = delivery_make(event, account);
	if (!delivery)
		return OUTCOME_FAILED;
	delivery->keyed = keyed;
	if (keyed)
		memcpy(delivery->key, key, HISTORY_KEY);
	return send_delivery(gateway, delivery, request);
}

enum outcome gateway_handle(struct gateway *gateway, const struct arrival *arrival, void *request,
	struct label *out_label, const char **out_why)
{
	struct envelope event;
	enum outcome outcome = OUTCOME_NO_EVENT;

	*out_why = "";
	if (!arrival->signature || !*arrival->signature)
		return OUTCOME_UNSIGNED;
	const struct signer *signer = find_signer(gateway, arrival);
	if (!signer)
		return OUTCOME_BAD_SIGNATURE;
	if (envelope_read(arrival->body, &event, out_why)) {
		*out_why = "";
		delivery_label(&event, out_label);
		outcome = dispatch(gateway, arrival, &event, signer->account, request);
	}
	envelope_done(&event);
	return outcome;
}

/*
 * Answers PagerDuty if StackStorm takes too long to answer. When StackStorm's answer arrives, it
 * still counts.
 */
static void answer_late(struct gateway *gateway)
{
	struct delivery *head = &gateway->deliveries;
	double now = clock_now();

	/* The oldest delivery is the last in the list. */
	for (struct delivery *at = head->previous; at != head; at = at->previous) {
		if (now - at->started < answer_time)
			return;
		if (!at->request)
			continue;
		void *request = at->request;
		at->request = NULL;
		gateway->answer(request, OUTCOME_LATE,
			"StackStorm's API has not answered; it is waited for a little longer");
	}
}

void gateway_run(struct gateway *gateway, const struct pollfd *others, unsigned count, int wait)
{
	http_many_run(gateway->many, others, count, wait);
	answer_late(gateway);
}

struct metrics *gateway_metrics(struct gateway *gateway)
{
	return &gateway->metrics;
}

unsigned gateway_under_way(const struct gateway *gateway)
{
	return http_many_count(gateway->many);
}

void gateway_free(struct gateway *gateway)
{
	if (!gateway)
		return;
	http_many_free(gateway->many);
	while (gateway->deliveries.next != &gateway->deliveries)
		end_delivery(gateway->deliveries.next);
	history_free(gateway->history);
	text_done(&gateway->url);
	text_done(&gateway->who);
	free(gateway);
}
