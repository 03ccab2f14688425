/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the libraries that are linked in name, and the programs never call. Defined here, so that
 * the names do not bring in libm and the loader as libraries of the program's own: they would be
 * searched before the libraries of libcurl for each of nine thousand symbols, which costs 0.8 M
 * instructions a run, as much as all of our own work for a request.
 *
 * The linker takes them for the archives alone, since they are hidden. Our own objects call none of
 * them (tests/tree/banned).
 */
#include <stdlib.h>

/* By the name that the linker knows, since the compiler knows what type these have. */
#define UNREACHED(name)                                       \
	_Noreturn void unreached_##name(void) __asm__(#name); \
	_Noreturn void unreached_##name(void)                 \
	{                                                     \
		abort();                                      \
	}

/* Functions of SQL in SQLite: no statement of the queue's uses them. */
UNREACHED(acos)
UNREACHED(acosh)
UNREACHED(asin)
UNREACHED(asinh)
UNREACHED(atan)
UNREACHED(atan2)
UNREACHED(atanh)
UNREACHED(cos)
UNREACHED(cosh)
UNREACHED(exp)
UNREACHED(fmod)
UNREACHED(log)
UNREACHED(log10)
UNREACHED(log2)
UNREACHED(pow)
UNREACHED(sin)
UNREACHED(sinh)
UNREACHED(sqrt)
UNREACHED(tan)
UNREACHED(tanh)
UNREACHED(trunc)

#if defined(__x86_64__) && !defined(STATIC)
/*
 * json-c's archive is compiled to suit a shared library. Linking a program, the linker makes a plain
 * access of each call of this function, and keeps its name. A static program has glibc's own.
 */
UNREACHED(__tls_get_addr)
#endif
