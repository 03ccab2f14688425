/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes and small macros that every file uses. */
#ifndef BASE_SCOPE_H
#define BASE_SCOPE_H

/* Calls fn(&variable) when the variable goes out of scope, on every path. */
#define scoped(fn) __attribute__((__cleanup__(fn)))

/*
 * Returns the value of a pointer and sets the pointer to NULL, so that the clean-up does not free
 * it.
 */
#define steal(p)                             \
	__extension__({                      \
		__typeof__(p) stolen_ = (p); \
		(p) = NULL;                  \
		stolen_;                     \
	})

/* Number of elements of an array. */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define MUST_CHECK __attribute__((__warn_unused_result__))
#define PRINTF(format, first) __attribute__((__format__(__printf__, format, first)))

#endif
