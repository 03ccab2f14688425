/* SPDX-License-Identifier: Apache-2.0 */
#include "base/owner.h"

#include <grp.h>
#include <pwd.h>
#include <stdio.h>

void owner_user(uid_t id, char out[OWNER_NAME])
{
	const struct passwd *user = getpwuid(id);

	(void)(user ? snprintf(out, OWNER_NAME, "%s", user->pw_name)
		    : snprintf(out, OWNER_NAME, "%u", (unsigned)id));
}

void owner_group(gid_t id, char out[OWNER_NAME])
{
	const struct group *group = getgrgid(id);

	(void)(group ? snprintf(out, OWNER_NAME, "%s", group->gr_name)
		     : snprintf(out, OWNER_NAME, "%u", (unsigned)id));
}
