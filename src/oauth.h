/* SPDX-License-Identifier: Apache-2.0 */
/* Scoped OAuth: an access token for an app, by client credentials (PagerDuty's "Obtaining a Scoped OAuth Token"). */
#ifndef OAUTH_H
#define OAUTH_H

#include "config.h"
#include "http.h"
#include "text.h"

/* Whether the configuration has client credentials. False with *err set when a look-up failed. */
bool oauth_configured(struct config *config, bool *out, struct error *err) MUST_CHECK;

/*
 * Mints a token: POST to oauth.url, a form with grant_type=client_credentials, client_id, client_secret and scope =
 * "as_account-REGION.SUBDOMAIN" and oauth.scopes. Adds the token to out, and hands it to redact_remember(). timeout: seconds.
 * Fails with ERROR_CONFIG when a key is missing or the identity service refuses the credentials, else as http_send.
 */
bool oauth_mint(struct http *http, struct config *config, double timeout, struct text *out,
	struct error *err) MUST_CHECK;

#endif
