/* SPDX-License-Identifier: Apache-2.0 */
/* What the gateway is told by the configuration. */
#ifndef WEBHOOK_SETTINGS_H
#define WEBHOOK_SETTINGS_H

#include "config/config.h"
#include "stackstorm/api.h"

#include <stddef.h>

/* A secret of a webhook subscription, and whose it is. Borrowed from the configuration. */
struct signer {
	const char *secret;
	const char *account; /* "default" for the top level */
};

/* What is not said otherwise is borrowed from the configuration. */
struct settings {
	struct signer *signers; /* owned */
	size_t signer_count;
	struct stackstorm_access access;
	const char *listen; /* "127.0.0.1:9120" */
	const char *path; /* "/" */
	const char *queue; /* path of the event queue; NULL: there is none */
};

/*
 * Reads them; secrets in the datastore are looked up. ERROR_CONFIG without secrets, with an empty
 * one, or without a way to ask StackStorm. To be ended by settings_done, also on failure.
 */
bool settings_read(struct config *config, struct settings *out, struct error *err) MUST_CHECK;

void settings_done(struct settings *settings);

#endif
