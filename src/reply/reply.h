/* SPDX-License-Identifier: Apache-2.0 */
/* Turns a reply of PagerDuty into the result of an action or an error. Does not know libcurl. */
#ifndef REPLY_H
#define REPLY_H

#include "http/http.h"
#include "request/request.h"
#include "json/span.h"

/*
 * Adds the result of a 2xx reply to out, as the row says. The result has the reply's own bytes,
 * made valid UTF-8. Fails with ERROR_REPLY if the body is not JSON or has another shape. Fails as
 * items_check if the reply is about several things and does not confirm all: then out has the
 * result nevertheless, which says what happened to each.
 */
bool reply_result(const struct request *request, struct http_reply *reply, struct text *out,
	struct error *err) MUST_CHECK;

/*
 * Makes the error of a reply that is not a success: ERROR_REFUSED for 3xx and 4xx,
 * ERROR_UNAVAILABLE for 408, 429, 5xx and the 403 of Events v1. Adds PagerDuty's code (detail) and
 * message, the list of problems, and a hint if there is one. The body may have any shape or be
 * empty.
 */
void reply_error(const struct request *request, const struct http_reply *reply, struct error *err);

/*
 * Reads the document of a success, made valid UTF-8. It must be an object without an error, except
 * for rest.request. Fails as reply_result() does. *out points into the body of reply.
 */
bool reply_read(const struct request *request, struct http_reply *reply, struct span *out,
	struct error *err) MUST_CHECK;

/* Checks the reply in the same way, without returning the document. */
bool reply_check(
	const struct request *request, struct http_reply *reply, struct error *err) MUST_CHECK;

/* Adds the message in the body of a refusal to a sentence, or what the body is if it has none. */
void reply_describe(const struct http_reply *reply, struct error *err);

/*
 * Returns whether a body that is not JSON looks like a web page: then a proxy or gateway answered,
 * not PagerDuty.
 */
bool reply_is_html(const struct http_reply *reply);

/* What such a body is, for sentences. */
#define REPLY_HTML_PAGE                                                                        \
	"an HTML page, not PagerDuty's JSON: something between here and PagerDuty, such as a " \
	"proxy, answered"

/*
 * Adds why a body cannot be read: "is not JSON, at byte 12 of 40", or that it is such a page. at is
 * the offset of the fault.
 */
void reply_add_fault(const struct http_reply *reply, size_t at, struct text *out);

/*
 * Returns whether a reply means "too many requests", so that nothing was done: 429, what the row
 * says, or an account that is locked at that moment.
 */
bool reply_throttled(const struct request *request, const struct http_reply *reply);

#endif
