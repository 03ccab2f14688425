/* SPDX-License-Identifier: Apache-2.0 */
/* Whether SIGTERM or SIGINT told the process to stop. Whatever waits must ask this. */
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include <stdbool.h>

/* From now on interrupted() is true. Safe in a signal handler. */
void interrupt(void);

bool interrupted(void);

/* Sleeps for so many seconds, or until the process is told to stop. */
void interrupt_wait(double seconds);

#endif
