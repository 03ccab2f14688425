/* SPDX-License-Identifier: Apache-2.0 */
#include "client/credential.h"

#include "client/oauth.h"

enum { TOKEN_REPLY_MOST = 64 << 10 }; /* bytes of the identity service's answer */

static bool mint(struct credential *credential, struct http *http, struct config *config,
	double timeout, bool *out_hopeless, double *out_retry_after, struct error *err)
{
	scoped(text_done) struct text token = TEXT_SECRET(TEXT_ANY);
	scoped(http_reply_done) struct http_reply reply = { .body = TEXT_SECRET(TOKEN_REPLY_MOST),
		.retry_after = -1 };

	text_clear(&credential->missing);
	credential->minted =
		oauth_mint(http, config, timeout, &reply, &token, &credential->missing, err) &&
		(text_addf(&credential->value, "Bearer %s", text_string(&token)) ||
			error_memory(err));
	if (!credential->minted) {
		*out_hopeless = reply.hopeless ||
				(err->kind != ERROR_TRANSPORT && err->kind != ERROR_UNAVAILABLE);
		*out_retry_after = reply.retry_after;
	}
	return credential->minted;
}

static bool make(struct credential *credential, struct http *http, struct config *config,
	double timeout, bool *out_hopeless, double *out_retry_after, struct error *err)
{
	struct text *value = &credential->value;
	const char *api_key, *oauth_token;
	bool oauth = false;

	if (!config_text(config, CONFIG_API_KEY, &api_key, err))
		return false;
	credential->origin = "api_key";
	if (api_key)
		return text_addf(value, "Token token=%s", api_key) || error_memory(err);
	if (!config_text(config, CONFIG_OAUTH_TOKEN, &oauth_token, err))
		return false;
	credential->origin = "oauth_token";
	if (oauth_token)
		return text_addf(value, "Bearer %s", oauth_token) || error_memory(err);
	if (!oauth_configured(config, &oauth, err))
		return false;
	credential->origin = "oauth";
	if (oauth)
		return mint(credential, http, config, timeout, out_hopeless, out_retry_after, err);
	return config_is_absent(config, CONFIG_API_KEY, NULL, err) &&
	       error_set(err, ERROR_CONFIG, 0,
		       "no API key: set api_key (PagerDuty: Integrations, API Access Keys) in %s",
		       config_place(config));
}

bool credential_make(struct credential *credential, struct http *http, struct config *config,
	double timeout, bool *out_hopeless, double *out_retry_after, struct error *err)
{
	if (credential->value.len)
		return true;
	*out_hopeless = true;
	*out_retry_after = -1;
	if (!make(credential, http, config, timeout, out_hopeless, out_retry_after, err))
		return false;
	*out_hopeless = false;
	return true;
}

void credential_done(struct credential *credential)
{
	text_done(&credential->value);
	text_done(&credential->missing);
}
