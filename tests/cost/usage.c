/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a command and writes what it used: "CPU-SECONDS PEAK-KIB STATUS". Small on purpose: the
 * peak of a process starts from that of the one which forked it.
 *
 *     usage OUT COMMAND [ARGUMENT...]
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
	struct rusage used;
	int status;
	FILE *out;

	if (argc < 3)
		return EXIT_FAILURE;
	pid_t child = fork();
	if (child == 0) {
		(void)execvp(argv[2], argv + 2);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &used) != child || !(out = fopen(argv[1], "w")))
		return EXIT_FAILURE;
	(void)fprintf(out, "%.6f %ld %d\n", seconds(used.ru_utime) + seconds(used.ru_stime),
		used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
	return fclose(out) ? EXIT_FAILURE : 0;
}
