/* SPDX-License-Identifier: Apache-2.0 */
/* An HTTP proxy that knows CONNECT alone. Whatever host it is asked for, it leads to the mock. */
#ifndef PROXY_H
#define PROXY_H

#include "listener.h"
#include "test_case.h"

#include <openssl/ssl.h>

/* Opens its port. server_port is the mock's, and so is tls, which the mode "tls" speaks too; NULL: there is none. Without "proxy:" in the case, nothing listens. */
bool proxy_open(struct listener *listener, const struct test_case *test, int server_port,
	SSL_CTX *tls) MUST_CHECK;

/* Complains when it was not asked as the case expects. */
void proxy_conclude(void);

#endif
