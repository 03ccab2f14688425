/* SPDX-License-Identifier: Apache-2.0 */
/* The value of the Authorization header for the REST API. */
#ifndef CLIENT_CREDENTIAL_H
#define CLIENT_CREDENTIAL_H

#include "base/text.h"
#include "config/config.h"
#include "http/http.h"

struct credential {
	/* The header's value; empty until it is made, or once it is cleared to be made again. */
	struct text value;
	/*
	 * For a minted token: the scopes that were asked for and not granted, separated by spaces.
	 */
	struct text missing;
	bool minted; /* an OAuth token, made for this process */
	const char *origin; /* the key of the configuration that it comes from */
};

#define CREDENTIAL                                                        \
	{                                                                 \
		.value = TEXT_SECRET(TEXT_ANY), .missing = TEXT(TEXT_ANY) \
	}

/*
 * The keys of the configuration that give a credential; the first that has a value counts. They are
 * api_key, oauth_token, and oauth.client_id, with which a token is minted (oauth_keys).
 */
enum { CREDENTIAL_KEYS = 3 };
extern const enum config_key credential_keys[CREDENTIAL_KEYS];

/*
 * Makes the value of the first of credential_keys that counts, unless it is there already. timeout: seconds, for minting. Fails with ERROR_CONFIG when there is none
 * of the three, else as oauth_mint. *out_hopeless and *out_retry_after tell, on failure, whether
 * another try can help, and when (seconds; below 0: not known).
 */
bool credential_make(struct credential *credential, struct http *http, const struct config *config,
	double timeout, bool *out_hopeless, double *out_retry_after, struct error *err) MUST_CHECK;

/*
 * Adds what the value would be, with "***" for the secret, and mints nothing: for --dry-run. Fails
 * where credential_make would for want of a key.
 */
bool credential_show(const struct config *config, struct text *out, struct error *err) MUST_CHECK;

/* Wipes and frees. Takes a zeroed one. */
void credential_done(struct credential *credential);

#endif
