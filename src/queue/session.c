/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/session.h"

#include "base/interrupt.h"
#include "base/log.h"
#include "queue/sql.h"
#include "queue/wait.h"

#include <inttypes.h>

void session_done(struct session *session)
{
	request_done(&session->request);
	event_done(&session->event);
}

/*
 * Deletes the event that was delivered, if there is one. Then the lane has no failures in a row, so
 * its wait is deleted too.
 */
static bool delete_sent(struct session *session, struct error *err)
{
	struct queue *queue = session->serving->queue;

	if (!session->sent)
		return true;
	return event_delete(queue, session->sent, err) &&
	       (!session->waited || wait_end(queue, session->lane, err));
}

/* Commits a transaction that contains delete_sent(). */
static bool commit(struct session *session, struct transaction *transaction, struct error *err)
{
	if (!transaction_commit(transaction, err))
		return false;
	/* An event that cannot be deleted, because the disk is full, is sent again: count it once. */
	session->serving->delivered += session->sent && session->taken;
	session->waited = session->waited && !session->sent;
	session->sent = 0;
	return true;
}

bool session_flush(struct session *session, struct error *err)
{
	scoped(transaction_done) struct transaction transaction = { 0 };

	return !session->sent ||
	       (transaction_begin(&transaction, session->serving->queue, err) &&
		       delete_sent(session, err) && commit(session, &transaction, err));
}

bool session_set_aside(struct session *session, const struct timestamp *now,
	const struct error *why, struct error *err)
{
	struct serving *serving = session->serving;
	long status = client_found(serving->client, why)->status;
	scoped(transaction_done) struct transaction transaction = { 0 };

	if (!transaction_begin(&transaction, serving->queue, err) || !delete_sent(session, err) ||
		!event_set_aside(
			serving->queue, session->event.id, now->wall, status, why->text, err) ||
		(status && !wait_end(serving->queue, session->lane, err)) ||
		!commit(session, &transaction, err))
		return false;
	log_line("event %" PRId64 " of the queue was set aside: %s", session->event.id, why->text);
	serving->set_aside++;
	return true;
}

bool session_mark(struct session *session, bool *out_there, struct error *err)
{
	scoped(transaction_done) struct transaction transaction = { 0 };
	struct queue *queue = session->serving->queue;

	return transaction_begin(&transaction, queue, err) && delete_sent(session, err) &&
	       event_mark(queue, session->event.id, out_there, err) &&
	       commit(session, &transaction, err);
}

bool session_begin_wait(struct session *session, const struct error *why, struct error *err)
{
	struct serving *serving = session->serving;
	const struct client *client = serving->client;
	const struct wait_cause cause = { why->kind, client_found(client, why)->status, why->text,
		client->retry_after };
	scoped(transaction_done) struct transaction transaction = { 0 };
	struct timestamp now;

	timestamp_now(&now);
	return transaction_begin(&transaction, serving->queue, err) &&
	       event_note(serving->queue, session->event.id,
		       session->event.heard || client->maybe_heard, cause.status, why->text, err) &&
	       (interrupted() || wait_begin(serving->queue, session->lane, &cause, &now, err)) &&
	       commit(session, &transaction, err);
}
