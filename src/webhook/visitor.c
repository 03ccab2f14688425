/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/visitor.h"

#include "base/clock.h"

#include <stdlib.h>
#include <sys/socket.h>

/*
 * Seconds for a whole request, counted from the connection or the previous answer; and the least
 * that its body gets once the header is there. 30 at the most together.
 */
static const double patience = 25, body_patience = 4.5;

void visitor_list(struct visitor *head)
{
	head->previous = head->next = head;
}

struct visitor *visitor_add(struct visitor *head, int fd)
{
	struct visitor *visitor = malloc(sizeof(*visitor));

	if (!visitor)
		return NULL;
	*visitor = (struct visitor){ .previous = head, .next = head->next, .fd = fd };
	visitor->next->previous = head->next = visitor;
	visitor_again(visitor);
	return visitor;
}

void visitor_again(struct visitor *visitor)
{
	visitor->due = clock_coarse() + patience;
}

void visitor_go_on(struct visitor *visitor)
{
	double due = clock_coarse() + body_patience;

	if (visitor->due < due)
		visitor->due = due;
}

void visitor_hold(struct visitor *visitor)
{
	visitor->due = 0;
}

void visitor_end_late(struct visitor *head)
{
	double now = clock_coarse();

	for (struct visitor *at = head->next; at != head; at = at->next) {
		if (at->due > 0 && now > at->due)
			(void)shutdown(at->fd, SHUT_RDWR);
	}
}

void visitor_free(struct visitor *visitor)
{
	if (!visitor)
		return;
	visitor->previous->next = visitor->next;
	visitor->next->previous = visitor->previous;
	free(visitor);
}
