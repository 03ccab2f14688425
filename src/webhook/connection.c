/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/connection.h"

#include "base/clock.h"

#include <stdlib.h>
#include <sys/socket.h>

/*
 * Seconds for a whole request, counted from the connection or the previous answer, and the least
 * time for its body after the header. Together at most 30.
 */
static const double patience = 25, body_patience = 4.5;

void connection_list_init(struct connection *head)
{
	head->previous = head->next = head;
}

struct connection *connection_add(struct connection *head, int fd)
{
	struct connection *connection = malloc(sizeof(*connection));

	if (!connection)
		return NULL;
	*connection = (struct connection){ .previous = head, .next = head->next, .fd = fd };
	connection->next->previous = head->next = connection;
	connection_restart(connection);
	return connection;
}

void connection_restart(struct connection *connection)
{
	connection->rank = clock_coarse();
	connection->due = connection->rank + patience;
}

void connection_extend(struct connection *connection)
{
	connection->rank = clock_coarse() + body_patience;
	if (connection->due < connection->rank)
		connection->due = connection->rank;
}

void connection_pause(struct connection *connection)
{
	connection->due = 0;
}

void connection_close_late(struct connection *head)
{
	double now = clock_coarse();

	for (struct connection *at = head->next; at != head; at = at->next) {
		if (at->due > 0 && now > at->due)
			(void)shutdown(at->fd, SHUT_RDWR);
	}
}

void connection_close_one(struct connection *head)
{
	struct connection *first = NULL;

	for (struct connection *at = head->next; at != head; at = at->next) {
		if (at->due > 0 && (!first || at->rank < first->rank))
			first = at;
	}
	if (!first)
		return;
	(void)shutdown(first->fd, SHUT_RDWR);
	connection_pause(first);
}

void connection_free(struct connection *connection)
{
	if (!connection)
		return;
	connection->previous->next = connection->next;
	connection->next->previous = connection->previous;
	free(connection);
}
