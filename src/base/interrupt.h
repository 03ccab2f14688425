/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the process was told to stop: by SIGTERM or SIGINT. What takes its time looks here. */
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include <stdbool.h>

/* From now on interrupted() is true. Safe in a signal handler. */
void interrupt(void);

bool interrupted(void);

/* Sleeps, but not on after an interrupt. */
void interrupt_wait(double seconds);

#endif
