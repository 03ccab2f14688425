/* SPDX-License-Identifier: Apache-2.0 */
/* Prepares the process: standard streams, signals, and protection of secrets in memory. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

/*
 * Must be called before anything is opened. It opens closed standard streams (stream.h). It ignores
 * SIGPIPE and SIGXFSZ, so that a write to a closed pipe or past a file's limit fails instead of
 * ending the process. It keeps secrets in memory: no core file, no debugger of the same user, and
 * no file into which libcurl writes TLS session keys.
 */
void process_guard(void);

#endif
