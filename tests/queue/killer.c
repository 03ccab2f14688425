/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a program and kills it (SIGKILL) when it enters a system call that changes something outside
 * of it, for the Nth time: a file, a folder, a connection, its output.
 *
 *     killer N PROGRAM [ARGUMENT...]
 *
 * Exits with the program's status; with 137 when it was killed; with 125 where that cannot be done.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KILLED = 137, CANNOT = 125 };

/* Returns whether a system call changes something. Some machines lack the older calls. */
static bool is_change(const struct __ptrace_syscall_info *info)
{
	static const unsigned long calls[] = {
		SYS_write,
		SYS_writev,
		SYS_pwrite64,
		SYS_pwritev,
		SYS_sendto,
		SYS_sendmsg,
		SYS_connect,
		SYS_fsync,
		SYS_fdatasync,
		SYS_ftruncate,
		SYS_unlinkat,
		SYS_mkdirat,
		SYS_fchmod,
		SYS_fchmodat,
		SYS_fchown,
		SYS_fallocate,
#ifdef SYS_unlink
		SYS_unlink,
#endif
#ifdef SYS_mkdir
		SYS_mkdir,
#endif
#ifdef SYS_chmod
		SYS_chmod,
#endif
#ifdef SYS_rename
		SYS_rename,
#endif
	};

	if (info->entry.nr == SYS_openat)
		return info->entry.args[2] & O_CREAT;
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		if (info->entry.nr == calls[i])
			return true;
	}
	return false;
}

/* Traces the program. Returns the exit status. */
static int follow(pid_t child, long left)
{
	struct __ptrace_syscall_info info;
	int status, deliver = 0;

	for (;;) {
		if (ptrace(PTRACE_SYSCALL, child, NULL, (void *)(long)deliver) ||
			waitpid(child, &status, 0) != child)
			return CANNOT;
		if (WIFEXITED(status))
			return WEXITSTATUS(status);
		if (WIFSIGNALED(status))
			return 128 + WTERMSIG(status);
		deliver = WSTOPSIG(status);
		if (deliver != (SIGTRAP | 0x80))
			continue;
		deliver = 0;
		if (ptrace(PTRACE_GET_SYSCALL_INFO, child, (void *)sizeof(info), &info) <= 0)
			return CANNOT;
		if (info.op != PTRACE_SYSCALL_INFO_ENTRY || !is_change(&info) || --left)
			continue;
		(void)kill(child, SIGKILL);
		(void)waitpid(child, &status, 0);
		return KILLED;
	}
}

int main(int argc, char **argv)
{
	int status;

	if (argc < 3)
		return CANNOT;
	pid_t child = fork();
	if (child == 0) {
		if (ptrace(PTRACE_TRACEME, 0, NULL, NULL))
			_exit(CANNOT);
		(void)execv(argv[2], argv + 2);
		_exit(CANNOT);
	}
	/* Wait for the stop after execv. */
	if (child < 0 || waitpid(child, &status, 0) != child || !WIFSTOPPED(status))
		return CANNOT;
	if (ptrace(PTRACE_SETOPTIONS, child, NULL,
		    (void *)(long)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)))
		return CANNOT;
	return follow(child, strtol(argv[1], NULL, 10));
}
