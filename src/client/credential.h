/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the value of the Authorization header for the REST API. */
#ifndef CLIENT_CREDENTIAL_H
#define CLIENT_CREDENTIAL_H

#include "base/text.h"
#include "config/config.h"
#include "http/http.h"

struct credential {
	/*
	 * The value of the header. Empty until it is made, or after it was cleared to be made
	 * again.
	 */
	struct text value;
	/* For a token that was requested: the scopes that were not granted, separated by spaces. */
	struct text missing;
	bool minted; /* an OAuth token that this process requested */
	const char *origin; /* the key of the configuration that it comes from */
};

#define CREDENTIAL                                                        \
	{                                                                 \
		.value = TEXT_SECRET(TEXT_ANY), .missing = TEXT(TEXT_ANY) \
	}

/*
 * The keys of the configuration that give a credential. The first that has a value is used. They
 * are api_key, oauth_token, and oauth.client_id, with which a token is requested (oauth_keys).
 */
enum { CREDENTIAL_KEYS = 3 };
extern const enum config_key credential_keys[CREDENTIAL_KEYS];

/*
 * Makes the value from the first of credential_keys that has a value, unless it was made before.
 * timeout is in seconds, for requesting a token. Fails with ERROR_CONFIG if none of the three is
 * configured, otherwise as oauth_mint(). On failure *out_hopeless says whether another try would
 * fail too, and *out_retry_after after how many seconds to try again (below 0: not known).
 */
bool credential_make(struct credential *credential, struct http *http, const struct config *config,
	double timeout, bool *out_hopeless, double *out_retry_after, struct error *err) MUST_CHECK;

/*
 * Adds the value with "***" for the secret, and requests no token: for --dry-run. Fails as
 * credential_make() does if a key is missing.
 */
bool credential_show(const struct config *config, struct text *out, struct error *err) MUST_CHECK;

/* Overwrites and frees the value. Takes a zeroed value. */
void credential_done(struct credential *credential);

#endif
