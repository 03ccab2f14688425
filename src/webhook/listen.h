/* SPDX-License-Identifier: Apache-2.0 */
/* The socket on which the gateway listens. */
#ifndef WEBHOOK_LISTEN_H
#define WEBHOOK_LISTEN_H

#include "base/error.h"

enum { LISTEN_ADDRESS = 64 }; /* bytes of an address as text, NUL included */

/*
 * Listens on an address such as "127.0.0.1:9120" or "[::1]:0" and returns the socket, or -1 with
 * *err set, which names the port: ERROR_UNAVAILABLE where it is taken or may not be used,
 * ERROR_CONFIG where the text is no address of this machine. out_address is the address as it
 * turned out, with the port that was free.
 */
int listen_open(
	const char *address, char out_address[LISTEN_ADDRESS], struct error *err) MUST_CHECK;

#endif
