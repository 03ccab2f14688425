/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scoped OAuth: an access token for an app, by client credentials (PagerDuty's "Obtaining a Scoped
 * OAuth Token").
 */
#ifndef CLIENT_OAUTH_H
#define CLIENT_OAUTH_H

#include "base/text.h"
#include "config/config.h"
#include "http/http.h"

/* The keys of the configuration that are needed to request a token, besides oauth.client_id. */
enum { OAUTH_KEYS = 5 };
extern const enum config_key oauth_keys[OAUTH_KEYS];

/*
 * Checks that the client credentials are complete. Fails with ERROR_CONFIG and names the missing
 * keys.
 */
bool oauth_check(const struct config *config, struct error *err) MUST_CHECK;

/*
 * Requests a token: POST to oauth.url, with a form of grant_type=client_credentials, client_id,
 * client_secret and scope = "as_account-REGION.SUBDOMAIN" and oauth.scopes. Adds the token to out,
 * and remembers it for redaction. Adds the scopes that were not granted to missing, separated by
 * spaces: PagerDuty drops them without notice. timeout is in seconds. Fails with ERROR_CONFIG if a
 * key is missing or the identity service refuses the credentials, with ERROR_UNAVAILABLE if the
 * service is busy (408, 429, 5xx), with ERROR_REPLY if it answers without a token, otherwise as
 * http_send() does. reply says whether another try would fail too (hopeless, retry_after). The
 * sentence names the identity service.
 */
bool oauth_mint(struct http *http, const struct config *config, double timeout,
	struct http_reply *reply, struct text *out, struct text *missing,
	struct error *err) MUST_CHECK;

#endif
