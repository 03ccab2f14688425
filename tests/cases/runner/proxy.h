/* SPDX-License-Identifier: Apache-2.0 */
/* An HTTP proxy that knows only CONNECT. It connects every host to the mock. */
#ifndef PROXY_H
#define PROXY_H

#include "listener.h"
#include "test_case.h"

#include <openssl/ssl.h>

/*
 * Opens its port. server_port is the port of the mock. tls is the mock's, for the mode "tls", or
 * NULL. Without "proxy:" in the case, nothing listens.
 */
bool proxy_open(struct listener *listener, const struct test_case *test, int server_port,
	SSL_CTX *tls) MUST_CHECK;

/* Complains if it was not used as the case expects. */
void proxy_conclude(void);

#endif
