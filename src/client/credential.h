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
 * Makes the value, unless there is one: of api_key; else of oauth_token; else of a token minted
 * with oauth.client_id. timeout: seconds, for minting. Fails with ERROR_CONFIG when there is none
 * of the three, else as oauth_mint. *out_hopeless and *out_retry_after tell, on failure, whether
 * another try can help, and when (seconds; below 0: not known).
 */
bool credential_make(struct credential *credential, struct http *http, struct config *config,
	double timeout, bool *out_hopeless, double *out_retry_after, struct error *err) MUST_CHECK;

/*
 * Adds what the value would be, with "***" for the secret, and mints nothing: for --dry-run. Fails
 * where credential_make would for want of a key.
 */
bool credential_show(struct config *config, struct text *out, struct error *err) MUST_CHECK;

/* Wipes and frees. Takes a zeroed one. */
void credential_done(struct credential *credential);

#endif
