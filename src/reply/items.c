/* SPDX-License-Identifier: Apache-2.0 */
#include "reply/items.h"

#include "reply/sent.h"
#include "reply/status_words.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

/* How many things a reply is about, and how many of them were refused. */
struct tally {
	long count, refused;
	long unknown; /* of so many the document does not say what became of them */
	long status; /* the status of the first refused thing, if it has one */
};

long items_read_status(struct span value)
{
	long status = 0;

	return span_integer(value, &status) && status >= 100 && status < 600 ? status : 0;
}

/* Returns the HTTP status of an item, 0 if it has none. */
static long item_status(struct span item)
{
	return items_read_status(span_member(item, "status"));
}

/* Returns whether each element is an item with a status. */
static bool has_statuses(struct span list)
{
	struct span item;
	size_t at = 0, count = 0;

	while ((item = span_next(list, &at)).start) {
		if (!item_status(item))
			return false;
		count++;
	}
	return count;
}

/* Adds the texts of an array, or a single text, each after a colon. */
static void add_texts(struct span texts, struct text *out)
{
	struct span value = texts;
	size_t at = 0;

	if (span_kind(texts) == '[')
		value = span_next(texts, &at);
	while (span_kind(value) == '"') {
		(void)text_add(out, ": ");
		(void)span_string(value, out);
		value = span_next(texts, &at);
	}
}

/* The reason is errors, a message, or an error that has these. */
void items_add_reason(struct span item, struct text *out)
{
	static const char *const names[] = { "message", "errors", "error", "error/message",
		"error/errors" };

	for (size_t i = 0; i < COUNT(names); i++)
		add_texts(span_member(item, names[i]), out);
}

static void count_statuses(struct span list, struct tally *tally, struct error *err)
{
	struct span item;
	size_t at = 0;

	for (; (item = span_next(list, &at)).start; tally->count++) {
		long status = item_status(item);
		const char *words = status_words(status);
		scoped(text_done) struct text reason = TEXT(ERROR_TEXT);

		if (status < 400)
			continue;
		tally->status = tally->refused++ ? tally->status : status;
		items_add_reason(item, &reason);
		error_add_problem(err, "[%ld]: %ld%s%s%s", tally->count, status, *words ? " " : "",
			words, text_string(&reason));
	}
}

static bool is_among(const char *word, const char *const *words)
{
	for (; *words; words++) {
		if (!strcmp(*words, word))
			return true;
	}
	return false;
}

/* Counts each element as refused whose word does not mean "done". */
static void count_words(
	const struct outcome *outcome, struct span document, struct tally *tally, struct error *err)
{
	struct span list = span_member(document, outcome->list), item;
	size_t at = 0;

	for (; (item = span_next(list, &at)).start; tally->count++) {
		scoped(text_done) struct text word = TEXT(ERROR_TEXT), name = TEXT(ERROR_TEXT);

		(void)span_string(span_member(item, outcome->word), &word);
		if (is_among(text_string(&word), outcome->done))
			continue;
		tally->refused++;
		(void)span_string(span_member(item, outcome->name), &name);
		error_add_problem(err, "[%ld]%s%s: %s", tally->count, name.len ? " " : "",
			text_string(&name), word.len ? word.data : "no outcome is given");
	}
}

static void count_numbers(
	const struct outcome *outcome, struct span document, struct tally *tally, struct error *err)
{
	long number = 0;

	if (span_integer(span_member(document, outcome->done_count), &number))
		tally->count += number;
	for (const char *const *name = outcome->refused_counts; *name; name++) {
		number = 0;
		if (!span_integer(span_member(document, *name), &number) || number <= 0)
			continue;
		tally->count += number;
		tally->refused += number;
		error_add_problem(err, "%s: %ld", *name, number);
	}
}

/* Reads texts that say why the action was not done. */
static void count_problems(
	const struct outcome *outcome, struct span document, struct tally *tally, struct error *err)
{
	struct span list = span_member(document, outcome->problems), item;
	size_t at = 0;

	tally->count = 1;
	while ((item = span_next(list, &at)).start) {
		scoped(text_done) struct text problem = TEXT(ERROR_TEXT);

		tally->refused = 1;
		if (!span_string(item, &problem))
			(void)text_add_bytes(&problem, item.start, item.len);
		error_add_problem(err, "%s", text_string(&problem));
	}
}

static bool count_sent(
	const struct request *request, struct span document, struct tally *tally, struct error *err)
{
	const struct outcome *outcome = request->operation->outcome;
	struct json_object *sent = json_member(request->body, outcome->sent);
	scoped(sent_done) struct sent_answer answer = { 0 };

	if (!sent_read(&answer, document, outcome->list))
		return error_memory(err);
	for (size_t i = 0; sent && i < json_object_array_length(sent); i++) {
		struct json_object *thing = json_object_array_get_idx(sent, i);
		const char *id = json_string(thing, "id");
		scoped(text_done) struct text why = TEXT(ERROR_TEXT);

		tally->count++;
		enum sent_outcome became = sent_compare(thing, &answer, &why);

		if (became == SENT_DONE)
			continue;
		tally->refused += became == SENT_NOT_DONE;
		tally->unknown += became == SENT_UNKNOWN;
		error_add_problem(err, "[%zu] %s: %s", i, id ? id : "", text_string(&why));
	}
	return true;
}

const char *items_was(size_t count)
{
	return count == 1 ? "was" : "were";
}

static bool refuse_items(const struct tally *tally, struct error *err)
{
	const char *first = error_next_problem(err, NULL);

	if (!tally->refused && !tally->unknown)
		return true;
	if (!tally->refused)
		return error_set(err, ERROR_REPLY, 0,
			"it is not known whether %ld of %ld items %s changed: %s", tally->unknown,
			tally->count, items_was((size_t)tally->unknown), first);
	if (tally->unknown)
		return error_set(err, ERROR_REFUSED, 0,
			"PagerDuty refused %ld of %ld items, and it is not known whether %ld %s changed: %s",
			tally->refused, tally->count, tally->unknown,
			items_was((size_t)tally->unknown), first);
	return error_set(err, ERROR_REFUSED, 0, "PagerDuty refused %ld of %ld items%s: %s",
		tally->refused, tally->count,
		tally->refused < tally->count ? ", and took the others" : "", first);
}

static bool check_outcome(const struct request *request, struct span document, struct error *err)
{
	const struct outcome *outcome = request->operation->outcome;
	struct tally tally = { 0 };

	if (outcome->word)
		count_words(outcome, document, &tally, err);
	else if (outcome->refused_counts)
		count_numbers(outcome, document, &tally, err);
	else if (outcome->problems)
		count_problems(outcome, document, &tally, err);
	else if (outcome->sent && !count_sent(request, document, &tally, err))
		return false;
	return refuse_items(&tally, err);
}

static bool check_items(const struct request *request, struct span document, struct error *err)
{
	struct span name, value;
	struct tally tally = { 0 };
	size_t at = 0;

	if (request->operation->outcome)
		return check_outcome(request, document, err);
	if (has_statuses(document))
		count_statuses(document, &tally, err);
	while (!tally.count && span_next_member(document, &at, &name, &value)) {
		if (has_statuses(value))
			count_statuses(value, &tally, err);
	}
	return refuse_items(&tally, err);
}

bool items_check(const struct request *request, struct span document, struct error *err)
{
	struct problems own;
	bool lent = error_lend(err, &own);
	bool ok = check_items(request, document, err);

	if (lent)
		err->problems = NULL;
	return ok;
}
