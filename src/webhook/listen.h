/* SPDX-License-Identifier: Apache-2.0 */
/* Opens the socket on which the gateway listens. */
#ifndef WEBHOOK_LISTEN_H
#define WEBHOOK_LISTEN_H

#include "base/error.h"

enum { LISTEN_ADDRESS = 64 }; /* bytes of an address as text, NUL included */

/*
 * Listens on an address such as "127.0.0.1:9120" or "[::1]:0". Returns the socket, or -1 with *err
 * set: ERROR_UNAVAILABLE if the port is in use or may not be used, ERROR_CONFIG if the text is not
 * an address of this machine. out_address is the real address: if the port is 0, the system chose
 * one.
 */
int listen_open(
	const char *address, char out_address[LISTEN_ADDRESS], struct error *err) MUST_CHECK;

#endif
