/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Remembers that SIGTERM, SIGINT or SIGHUP asked the process to stop. All code that waits must
 * check interrupted().
 */
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include <stdbool.h>

/* Makes interrupted() return true from now on. Safe in a signal handler. */
void interrupt(void);

/* Returns whether the process was asked to stop. */
bool interrupted(void);

/* Sleeps for the given seconds, or until the process is asked to stop. Does meanwhile_work(). */
void interrupt_wait(double seconds);

#endif
