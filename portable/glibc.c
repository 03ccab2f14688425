/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Binds the portable program to glibc's symbols as glibc 2.28 has them, whatever glibc it is built
 * with: the linker turns each call of a function that has changed its version since into one of
 * the function below (--wrap, see meson.build). For x86-64, whose symbols begin with 2.2.5.
 */
#include <stddef.h>
#include <stdlib.h>
#include <sys/random.h>

#define OLDEST "GLIBC_2.2.5"

/* A jump to the function as it was; the linker drops those that nobody calls. */
#define JUMP(name, old, version)                                       \
	__asm__(".pushsection .text.wrap_" #name ",\"ax\",@progbits\n" \
		".symver old_" #name "," #old "@" version "\n"         \
		".hidden __wrap_" #name "\n"                           \
		".globl __wrap_" #name "\n"                            \
		".type __wrap_" #name ",@function\n"                   \
		"__wrap_" #name ":\n"                                  \
		"	endbr64\n"                                           \
		"	jmp *old_" #name "@GOTPCREL(%rip)\n"           \
		".size __wrap_" #name ",.-__wrap_" #name "\n"          \
		".popsection\n");
#define SAME(name) JUMP(name, name, OLDEST)

/* Functions that moved to another library of glibc, or changed only in how they report errors. */
MOVED
JUMP(pthread_setname_np, pthread_setname_np, "GLIBC_2.12")

/* What newer headers of C23 make of strtol(): it would read "0b1" too. */
JUMP(__isoc23_strtol, strtol, OLDEST)
JUMP(__isoc23_strtoul, strtoul, OLDEST)
JUMP(__isoc23_strtoll, strtoll, OLDEST)
JUMP(__isoc23_strtoull, strtoull, OLDEST)

/* Before 2.33 these were in each program, on top of a function that takes the version of struct stat. */
enum { STAT_VERSION = 1 };

int __fxstat(int version, int file, void *out);
int __xstat(int version, const char *path, void *out);
int __lxstat(int version, const char *path, void *out);
__asm__(".symver __fxstat,__fxstat@" OLDEST);
__asm__(".symver __xstat,__xstat@" OLDEST);
__asm__(".symver __lxstat,__lxstat@" OLDEST);

/* struct stat and struct stat64 are the same here. */
#define STAT(name, type, older)                        \
	int __wrap_##name(type file, void *out);       \
	int __wrap_##name(type file, void *out)        \
	{                                              \
		return older(STAT_VERSION, file, out); \
	}
STAT(fstat, int, __fxstat)
STAT(fstat64, int, __fxstat)
STAT(stat, const char *, __xstat)
STAT(stat64, const char *, __xstat)
STAT(lstat, const char *, __lxstat)
STAT(lstat64, const char *, __lxstat)

/* Of glibc 2.36. Newer builds of json-c ask for it. */
unsigned __wrap_arc4random(void);
unsigned __wrap_arc4random(void)
{
	unsigned number;

	if (getrandom(&number, sizeof(number), 0) != sizeof(number))
		abort();
	return number;
}

/*
 * The start of the program. From 2.34 on it leaves the constructors to glibc, which an older glibc
 * expects to be called by a function of the program's own; the newer one takes that function too.
 */
typedef void constructor(int argc, char **argv, char **environment);
extern constructor *__init_array_start[], *__init_array_end[];
void _init(void);

static void run_constructors(int argc, char **argv, char **environment)
{
	_init();
	for (constructor **each = __init_array_start; each < __init_array_end; each++)
		(*each)(argc, argv, environment);
}

typedef int main_function(int argc, char **argv, char **environment);
int old_start(main_function *main, int argc, char **argv, constructor *init, void (*done)(void),
	void (*loader_done)(void), void *stack_end);
__asm__(".symver old_start,__libc_start_main@" OLDEST);

int __wrap___libc_start_main(main_function *main, int argc, char **argv, constructor *init,
	void (*done)(void), void (*loader_done)(void), void *stack_end);
int __wrap___libc_start_main(main_function *main, int argc, char **argv, constructor *init,
	void (*done)(void), void (*loader_done)(void), void *stack_end)
{
	/* An older compiler's start files bring such a function. */
	return old_start(
		main, argc, argv, init ? init : run_constructors, done, loader_done, stack_end);
}
