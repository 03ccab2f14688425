/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stubs of functions that the statically linked libraries refer to but the programs never call.
 * Without them the program would have to be linked with libm and the loader. These would be
 * searched before the libraries of libcurl for each of nine thousand symbols, which costs 0.8 M
 * instructions a run, as much as our own work for a request.
 *
 * The stubs are hidden, so the linker uses them only for the archives. Our own objects call none of
 * these functions (tests/tree/banned).
 */
#include <stdlib.h>

/* Sets the name for the linker only, because the compiler knows the real types of these names. */
#define STUB(name)                                       \
	_Noreturn void stub_##name(void) __asm__(#name); \
	_Noreturn void stub_##name(void)                 \
	{                                                \
		abort();                                 \
	}

/* For functions of SQL in SQLite that no statement of the queue uses. */
STUB(acos)
STUB(acosh)
STUB(asin)
STUB(asinh)
STUB(atan)
STUB(atan2)
STUB(atanh)
STUB(cos)
STUB(cosh)
STUB(exp)
STUB(fmod)
STUB(log)
STUB(log10)
STUB(log2)
STUB(pow)
STUB(sin)
STUB(sinh)
STUB(sqrt)
STUB(tan)
STUB(tanh)
STUB(trunc)

#if defined(__x86_64__) && !defined(STATIC)
/*
 * json-c's archive is compiled for use in a shared library too. When a program is linked, the
 * linker replaces each call of this function by a direct access, but keeps the name. A static
 * program has glibc's own function.
 */
STUB(__tls_get_addr)
#endif
