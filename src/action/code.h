/* SPDX-License-Identifier: Apache-2.0 */
/* The codes in PagerDuty's refusals (REST-API/14-Errors) that the program or the sandbox knows. */
#ifndef ACTION_CODE_H
#define ACTION_CODE_H

enum {
	CODE_ALREADY_RESOLVED = 1001,
	CODE_ALREADY_ACKNOWLEDGED = 1002,
	CODE_INVALID_STATUS = 1003,
	CODE_ASSIGNEE_NOT_FOUND = 1007,
	CODE_REQUESTER_NOT_FOUND = 1008, /* From is not the address of a user */
	CODE_INVALID_SNOOZE = 1013,
	CODE_INVALID_INPUT = 2001, /* the answer to most bad input */
	CODE_ARGUMENTS_CAUSED_ERROR = 2002,
	CODE_MISSING_ARGUMENTS = 2003,
	CODE_INVALID_TIMES = 2004, /* of since and until */
	CODE_ACCESS_DENIED = 2006,
	CODE_INVALID_OPERATION = 2015,
	CODE_REQUESTER_MISSING = 2016, /* there is no From */
	CODE_NOT_FOUND = 2100,
	CODE_WINDOW_OVER = 5003, /* of a maintenance window */
};

#endif
