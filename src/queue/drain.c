/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/drain.h"

#include "config/resolve.h"
#include "queue/sql.h"

#include <stdlib.h>
#include <string.h>

/* How many events of a lane are handled before it is the next lane's turn. */
enum { TURN = 100 };

struct lane {
	int64_t number;
	char *account; /* owned; NULL is the top level of the configuration */
	bool done;
};

struct lanes {
	struct lane *list;
	size_t count;
};

static void lanes_done(struct lanes *lanes)
{
	for (size_t i = 0; i < lanes->count; i++)
		free(lanes->list[i].account);
	free(lanes->list);
}

/* Adds a lane with a copy of account, which may be NULL. */
static bool add_lane(struct lanes *lanes, int64_t number, const char *account, struct error *err)
{
	struct lane *list = reallocarray(lanes->list, lanes->count + 1, sizeof(*lanes->list));

	if (!list)
		return error_memory(err);
	lanes->list = list;
	list[lanes->count] = (struct lane){ .number = number };
	if (account && !(list[lanes->count].account = strdup(account)))
		return error_memory(err);
	lanes->count++;
	return true;
}

static bool read_lanes(struct queue *queue, struct lanes *lanes, struct error *err)
{
	scoped(sql_done) struct sql sql = { 0 };
	bool row = true;

	if (!sql_begin(&sql, queue,
		    "SELECT f.lane, e.account FROM (SELECT lane, MIN(id) AS first FROM event"
		    " WHERE aside IS NULL GROUP BY lane) AS f JOIN event AS e ON e.id = f.first"
		    " ORDER BY f.first",
		    err))
		return false;
	for (;;) {
		if (!sql_next(&sql, &row, err))
			return false;
		if (!row)
			return true;
		if (!add_lane(lanes, sql_number(&sql, 0), sql_text(&sql, 1), err))
			return false;
	}
}

static bool is_same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* Resolves what sending to the account of a lane needs, besides the key of each event. */
static bool resolve_needed(struct config *config, struct error *err)
{
	static const enum config_key needed[] = { CONFIG_PROXY, CONFIG_CA_FILE, CONFIG_EVENTS_URL };

	return config_resolve_all(config, needed, COUNT(needed), err);
}

/*
 * Opens a client for the account of a lane: accounts may differ in proxy and trusted authorities.
 */
static bool change_client(struct serving *serving, const struct lane *lane, struct error *err)
{
	struct client *client = serving->client;
	double end = client->end;
	bool is_other = !is_same_text(config_account_used(serving->config), lane->account);

	if (is_other) {
		if (!config_use_account(serving->config, lane->account, err))
			return false;
		client_done(client);
	}
	/* If this fails, the next lane of the account tries again. */
	return resolve_needed(serving->config, err) &&
	       (client->http || client_open(client, serving->config, end, err));
}

/* Serves a lane once. *out_late becomes true if there is no time for another lane. */
static bool serve_turn(struct serving *serving, struct lane *lane, struct text *unreachable,
	bool *out_late, struct error *err)
{
	enum lane_end end = LANE_DONE;
	struct error why = { 0 };

	lane->done = true;
	if (!change_client(serving, lane, &why)) {
		if (serving->failure.kind == ERROR_NONE)
			error_take(&serving->failure, &why);
		return true;
	}
	const char *base = config_text(serving->config, CONFIG_EVENTS_URL);
	if (!strcmp(base, text_string(unreachable)))
		return true;
	serving->unreachable = false;
	if (!serve_lane(serving, lane->number, TURN, &end, err))
		return false;
	lane->done = end != LANE_MORE;
	*out_late = end == LANE_LATE;
	if (!serving->unreachable)
		return true;
	text_clear(unreachable);
	return text_add(unreachable, base) || error_memory(err);
}

/* Serves all lanes in turns. */
static bool serve_all(struct serving *serving, struct error *err)
{
	scoped(lanes_done) struct lanes lanes = { 0 };
	scoped(text_done) struct text unreachable = TEXT(TEXT_ANY);
	bool late = false, more = true;

	if (!read_lanes(serving->queue, &lanes, err))
		return false;
	while (more && !late) {
		more = false;
		for (size_t i = 0; i < lanes.count && !late; i++) {
			if (lanes.list[i].done)
				continue;
			if (!serve_turn(serving, &lanes.list[i], &unreachable, &late, err))
				return false;
			more = more || !lanes.list[i].done;
		}
	}
	return true;
}

bool drain_all(struct serving *serving, struct error *err)
{
	int64_t before, after;

	for (;;) {
		serving->was_full = serving->freed = false;
		if (!event_count(serving->queue, 0, &before, err))
			return false;
		if (serve_all(serving, err))
			return true;
		/* On a full disk go on as long as space became free, or an event was delivered. */
		if (!serving->was_full || !event_count(serving->queue, 0, &after, err) ||
			(!serving->freed && after >= before))
			return false;
		error_clear(err);
	}
}
