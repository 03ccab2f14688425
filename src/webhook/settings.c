/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/settings.h"

#include "config/explain.h"
#include "config/resolve.h"
#include "config/shared.h"
#include "config/stackstorm.h"
#include "queue/settings.h"

#include <stdlib.h>

static bool add_signer(
	struct settings *settings, const char *secret, const char *account, struct error *err)
{
	struct signer *more = reallocarray(
		settings->signers, settings->signer_count + 1, sizeof(*settings->signers));

	if (!more)
		return error_memory(err);
	settings->signers = more;
	more[settings->signer_count++] = (struct signer){ secret, account };
	return true;
}

static bool refuse_empty(const struct config *config, struct error *err)
{
	scoped(text_done) struct text origin = TEXT(TEXT_ANY);

	return config_add_origin(config, CONFIG_WEBHOOK_SECRETS, NULL, &origin)
		       ? error_set(err, ERROR_CONFIG, 0,
				 "%s has an empty secret: anyone could sign with it",
				 text_string(&origin))
		       : error_memory(err);
}

/* Reads the secrets of an account. NULL is the top level of the configuration. */
static bool read_secrets(
	struct config *config, const char *account, struct settings *settings, struct error *err)
{
	const char *secret;

	if (!config_use_account(config, account, err) ||
		!config_resolve(config, CONFIG_WEBHOOK_SECRETS, err))
		return false;
	for (size_t i = 0; config_element(config, CONFIG_WEBHOOK_SECRETS, i, &secret); i++) {
		if (!secret && config_explain_missing(config, CONFIG_WEBHOOK_SECRETS, NULL, err))
			return false;
		if (!secret)
			return refuse_empty(config, err);
		if (!add_signer(settings, secret, account ? account : "default", err))
			return false;
	}
	return true;
}

static bool read_all_secrets(struct config *config, struct settings *settings, struct error *err)
{
	const char *account;

	if (!read_secrets(config, NULL, settings, err))
		return false;
	for (size_t i = 0; (account = config_account(config, i)); i++) {
		if (!read_secrets(config, account, settings, err))
			return false;
	}
	if (!config_use_account(config, NULL, err))
		return false;
	if (!config_check_shared(config, err))
		return false;
	return settings->signer_count ||
	       error_set(err, ERROR_CONFIG, 0,
		       "%s is not set in %s: the secret that PagerDuty gave when the webhook subscription was made (docs/triggers.md)",
		       config_key_name(CONFIG_WEBHOOK_SECRETS), config_place(config));
}

bool settings_read(struct config *config, struct settings *out, struct error *err)
{
	static const enum config_key own[] = { CONFIG_WEBHOOK_LISTEN, CONFIG_WEBHOOK_PATH };
	struct queue_settings queue = { 0 };

	*out = (struct settings){ 0 };
	if (!queue_settings_resolve(config, NULL, err) ||
		!queue_settings_read(config, NULL, &queue, err))
		return false;
	out->queue = queue.configured ? queue.path : NULL;
	if (!read_all_secrets(config, out, err) ||
		!config_stackstorm(config, "Triggers can be dispatched", &out->access, err) ||
		!config_resolve_all(config, own, COUNT(own), err))
		return false;
	out->listen = config_text(config, CONFIG_WEBHOOK_LISTEN);
	out->path = config_text(config, CONFIG_WEBHOOK_PATH);
	return true;
}

void settings_done(struct settings *settings)
{
	free(settings->signers);
	*settings = (struct settings){ 0 };
}
