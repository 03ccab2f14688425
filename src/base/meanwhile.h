/* SPDX-License-Identifier: Apache-2.0 */
/* Work that must go on while the process waits: for an answer, or before another try. */
#ifndef BASE_MEANWHILE_H
#define BASE_MEANWHILE_H

/*
 * From now on work(data) is called while the process waits, often, and at least once a second. It
 * must return quickly if it has nothing to do. There is one such work at a time.
 */
void meanwhile_begin(void (*work)(void *data), void *data);

/* Ends that. */
void meanwhile_end(void);

/* Does the work, if there is one. All code that waits must call it. Within the work, does nothing. */
void meanwhile_work(void);

#endif
