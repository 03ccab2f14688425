/* SPDX-License-Identifier: Apache-2.0 */
/* The names of users and groups, for sentences about files. */
#ifndef BASE_OWNER_H
#define BASE_OWNER_H

#include <sys/types.h>

enum { OWNER_NAME = 64 }; /* bytes, NUL included */

/* Writes the name of a user, cut if it is too long, or the number of a user that has no name. */
void owner_user(uid_t id, char out[OWNER_NAME]);

/* The same for a group. */
void owner_group(gid_t id, char out[OWNER_NAME]);

#endif
