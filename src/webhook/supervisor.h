/* SPDX-License-Identifier: Apache-2.0 */
/* What systemd is told of the process (sd_notify of its manual). */
#ifndef WEBHOOK_SUPERVISOR_H
#define WEBHOOK_SUPERVISOR_H

/* Sends a line such as "READY=1" where NOTIFY_SOCKET names a socket; else does nothing. */
void supervisor_tell(const char *state);

#endif
