/* SPDX-License-Identifier: Apache-2.0 */
#include "client/credential.h"

#include "client/oauth.h"
#include "config/explain.h"
#include "http/status.h"

enum { TOKEN_REPLY_MOST = 64 << 10 }; /* bytes of an answer of the identity service */

static bool request_token(struct credential *credential, struct http *http,
	const struct config *config, double timeout, bool *out_hopeless, double *out_retry_after,
	struct error *err)
{
	scoped(text_done) struct text token = TEXT_SECRET(TEXT_ANY);
	scoped(http_reply_done) struct http_reply reply = {
		.body = TEXT_SECRET(TOKEN_REPLY_MOST), .retry_after = -1, .date = -1
	};

	text_clear(&credential->missing);
	credential->minted =
		oauth_mint(http, config, timeout, &reply, &token, &credential->missing, err) &&
		(text_addf(&credential->value, "Bearer %s", text_string(&token)) ||
			error_memory(err));
	if (!credential->minted) {
		*out_hopeless = reply.hopeless ||
				(err->kind != ERROR_TRANSPORT && err->kind != ERROR_UNAVAILABLE) ||
				(reply.status && !http_status_passes(reply.status));
		*out_retry_after = reply.retry_after;
	}
	return credential->minted;
}

const enum config_key credential_keys[CREDENTIAL_KEYS] = { CONFIG_API_KEY, CONFIG_OAUTH_TOKEN,
	CONFIG_OAUTH_CLIENT_ID };

/* The credential of the configuration that is used. Borrowed from it. */
struct choice {
	const char *origin; /* the key of the configuration that it comes from */
	const char *scheme; /* how the value of the header begins */
	const char *secret; /* NULL: the token must be requested first */
};

static bool choose_credential(const struct config *config, struct choice *out, struct error *err)
{
	for (size_t i = 0; i < CREDENTIAL_KEYS; i++) {
		enum config_key key = credential_keys[i];
		bool app = key == CONFIG_OAUTH_CLIENT_ID;
		const char *text = config_text(config, key);

		if (!text)
			continue;
		*out = (struct choice){ app ? "oauth" : config_key_name(key),
			key == CONFIG_API_KEY ? "Token token=" : "Bearer ", app ? NULL : text };
		return true;
	}
	if (!config_explain_missing(config, CONFIG_API_KEY, NULL, err))
		(void)error_set(err, ERROR_CONFIG, 0,
			"no API key: set api_key (PagerDuty: Integrations, API Access Keys) in %s",
			config_place(config));
	return false;
}

static bool make_value(struct credential *credential, struct http *http,
	const struct config *config, double timeout, bool *out_hopeless, double *out_retry_after,
	struct error *err)
{
	struct choice choice;

	if (!choose_credential(config, &choice, err))
		return false;
	credential->origin = choice.origin;
	if (!choice.secret)
		return request_token(
			credential, http, config, timeout, out_hopeless, out_retry_after, err);
	return text_addf(&credential->value, "%s%s", choice.scheme, choice.secret) ||
	       error_memory(err);
}

bool credential_show(const struct config *config, struct text *out, struct error *err)
{
	struct choice choice;

	if (!choose_credential(config, &choice, err) ||
		(!choice.secret && !oauth_check(config, err)))
		return false;
	return text_addf(out, "%s***", choice.scheme) || error_memory(err);
}

bool credential_make(struct credential *credential, struct http *http, const struct config *config,
	double timeout, bool *out_hopeless, double *out_retry_after, struct error *err)
{
	if (credential->value.len)
		return true;
	*out_hopeless = true;
	*out_retry_after = -1;
	if (!make_value(credential, http, config, timeout, out_hopeless, out_retry_after, err))
		return false;
	*out_hopeless = false;
	return true;
}

void credential_done(struct credential *credential)
{
	text_done(&credential->value);
	text_done(&credential->missing);
}
