/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lets one allocation fail, and counts what is not freed. It reaches the objects of the program
 * and, where they are linked in, json-c and libyaml.
 */
#ifndef STARVE_H
#define STARVE_H

#include <stdbool.h>

/* Lets the allocation after so many others fail. Below 0: none fails. */
void starve_after(long allocations);

/* Lets no more allocation fail. Returns whether one did. */
bool starve_end(void);

/* Returns the number of allocations that are not freed. */
long starve_live(void);

#endif
