/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the gateway's settings from the configuration. */
#ifndef WEBHOOK_SETTINGS_H
#define WEBHOOK_SETTINGS_H

#include "config/config.h"
#include "stackstorm/api.h"

#include <stddef.h>

/* A secret of a webhook subscription, and its account. Borrowed from the configuration. */
struct signer {
	const char *secret;
	const char *account; /* "default" for the top level */
};

/* Members that are not owned are borrowed from the configuration. */
struct settings {
	struct signer *signers; /* owned */
	size_t signer_count;
	struct stackstorm_access access;
	const char *listen; /* "127.0.0.1:9120" */
	const char *path; /* "/" */
	const char *queue; /* path of the event queue; NULL: there is none */
};

/*
 * Reads the settings, and looks secrets up in the datastore. Fails with ERROR_CONFIG if there is no
 * secret, if one is empty or belongs to two accounts, or if access to StackStorm is not configured.
 * settings_done() must be called also on failure.
 */
bool settings_read(struct config *config, struct settings *out, struct error *err) MUST_CHECK;

void settings_done(struct settings *settings);

#endif
