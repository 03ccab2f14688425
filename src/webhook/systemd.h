/* SPDX-License-Identifier: Apache-2.0 */
/* Tells systemd about the state of the process (sd_notify in its manual). */
#ifndef WEBHOOK_SYSTEMD_H
#define WEBHOOK_SYSTEMD_H

/* Sends a line such as "READY=1" if NOTIFY_SOCKET names a socket. Otherwise does nothing. */
void systemd_notify(const char *state);

#endif
