/* SPDX-License-Identifier: Apache-2.0 */
/* What every process of ours does before anything else. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

/*
 * Fills the standard streams (stream.h), lets writes to a closed reader and to a full file fail
 * instead of ending the process, and keeps what is secret in memory: no core, no debugger, no
 * file of libcurl's for the keys of its sessions. To be called before anything is opened.
 */
void process_guard(void);

#endif
