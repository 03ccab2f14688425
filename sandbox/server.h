/* SPDX-License-Identifier: Apache-2.0 */
/* HTTP around the sandbox: turns a request into a call, and its answer into a reply. */
#ifndef SERVER_H
#define SERVER_H

#include <stdbool.h>

/*
 * Serves on 127.0.0.1 in a thread, one request at a time. port 0 is any free port. Unless quiet is
 * true, writes a line for each request to stderr: method, path, status. Returns false with errno
 * set.
 */
bool server_open(unsigned short port, bool is_quiet, unsigned *out_port);

void server_close(void);

#endif
