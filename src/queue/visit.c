/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/visit.h"

#include "base/interrupt.h"
#include "base/log.h"
#include "queue/sql.h"
#include "queue/wait.h"

#include <inttypes.h>

void visit_done(struct visit *visit)
{
	request_done(&visit->request);
	event_done(&visit->event);
}

/* Deletes what was delivered, and ends the lane's wait then: its failures count no more. */
static bool delete_sent(struct visit *visit, struct error *err)
{
	struct queue *queue = visit->serving->queue;

	if (!visit->sent)
		return true;
	return event_delete(queue, visit->sent, err) &&
	       (!visit->waited || wait_end(queue, visit->lane, err));
}

/* Commits what delete_sent did, among others. */
static bool commit(struct visit *visit, struct transaction *transaction, struct error *err)
{
	if (!transaction_commit(transaction, err))
		return false;
	visit->waited = visit->waited && !visit->sent;
	visit->sent = 0;
	return true;
}

bool visit_settle(struct visit *visit, struct error *err)
{
	scoped(transaction_done) struct transaction transaction = { 0 };

	return !visit->sent || (transaction_begin(&transaction, visit->serving->queue, err) &&
				       delete_sent(visit, err) && commit(visit, &transaction, err));
}

bool visit_set_aside(
	struct visit *visit, const struct moment *now, const struct error *why, struct error *err)
{
	struct serving *serving = visit->serving;
	scoped(transaction_done) struct transaction transaction = { 0 };

	if (!transaction_begin(&transaction, serving->queue, err) || !delete_sent(visit, err) ||
		!event_set_aside(
			serving->queue, visit->event.id, now->wall, why->status, why->text, err) ||
		(why->status && !wait_end(serving->queue, visit->lane, err)) ||
		!commit(visit, &transaction, err))
		return false;
	log_line("event %" PRId64 " of the queue was set aside: %s", visit->event.id, why->text);
	serving->set_aside++;
	return true;
}

bool visit_mark(struct visit *visit, bool *out_there, struct error *err)
{
	scoped(transaction_done) struct transaction transaction = { 0 };
	struct queue *queue = visit->serving->queue;

	return transaction_begin(&transaction, queue, err) && delete_sent(visit, err) &&
	       event_mark(queue, visit->event.id, out_there, err) &&
	       commit(visit, &transaction, err);
}

bool visit_begin_wait(struct visit *visit, const struct error *why, struct error *err)
{
	struct serving *serving = visit->serving;
	const struct client *client = serving->client;
	const struct wait_cause cause = { why->kind, why->status, why->text, client->retry_after };
	scoped(transaction_done) struct transaction transaction = { 0 };
	struct moment now;

	moment_now(&now);
	return transaction_begin(&transaction, serving->queue, err) &&
	       event_note(serving->queue, visit->event.id,
		       visit->event.heard || client->maybe_heard, why->status, why->text, err) &&
	       (interrupted() || wait_begin(serving->queue, visit->lane, &cause, &now, err)) &&
	       commit(visit, &transaction, err);
}
