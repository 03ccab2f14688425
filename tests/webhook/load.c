/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Starts a gateway and a simulated StackStorm, sends signed webhooks of 4 kB through the gateway,
 * and prints the times. Meanwhile 200 other connections send single bytes. Then does the same while
 * StackStorm is killed and started again. The gateway runs on the last processor, the test on the
 * others.
 *
 *     load GATEWAY [COUNT [RATE [CONNECTIONS]]]
 *
 * Fails if an event was lost or dispatched twice.
 */
#include "load.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SLOW = 200 };

static void stay_on(unsigned first, unsigned count)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	for (unsigned i = first; i < first + count; i++)
		CPU_SET(i, &set);
	(void)sched_setaffinity(0, sizeof(set), &set);
}

/* Starts the gateway. Returns its process id. *out_port is the port on which it listens. */
static pid_t start_gateway(const char *program, unsigned stub_port, unsigned *out_port)
{
	char config[] = "/tmp/load-XXXXXX", line[64] = "";
	int fd = mkstemp(config), out[2];
	unsigned processors = (unsigned)sysconf(_SC_NPROCESSORS_ONLN);

	if (fd < 0 || pipe(out))
		return -1;
	(void)dprintf(fd,
		"webhook: {secrets: [%s], listen: \"127.0.0.1:0\"}\n"
		"stackstorm: {api_url: \"http://127.0.0.1:%u/v1\", api_key: %s}\n",
		LOAD_SECRET, stub_port, LOAD_KEY);
	(void)close(fd);
	pid_t child = fork();
	if (!child) {
		stay_on(processors - 1, 1);
		(void)dup2(out[1], STDOUT_FILENO);
		(void)!freopen("/dev/null", "w", stderr);
		(void)execl(program, program, "--config", config, (char *)NULL);
		_exit(127);
	}
	(void)close(out[1]);
	(void)!read(out[0], line, sizeof(line) - 1);
	(void)close(out[0]);
	(void)unlink(config);
	const char *colon = strrchr(line, ':');
	*out_port = colon ? (unsigned)strtoul(colon + 1, NULL, 10) : 0;
	if (processors > 1)
		stay_on(0, processors - 1);
	return child;
}

/* Returns the peak memory of the process in KiB. */
static long memory_of(pid_t child)
{
	char name[64], line[128];
	long most = 0;

	(void)snprintf(name, sizeof(name), "/proc/%d/status", (int)child);
	FILE *file = fopen(name, "r");
	while (file && fgets(line, sizeof(line), file)) {
		if (!strncmp(line, "VmHWM:", 6))
			most = strtol(line + 6, NULL, 10);
	}
	if (file)
		(void)fclose(file);
	return most;
}

static bool run(const char *what, const char *program, struct load *load)
{
	struct load_result result = { 0 };
	struct rusage usage;
	unsigned port = stub_start(0, load->count);

	load->stub_port = port;
	pid_t child = start_gateway(program, port, &load->port);
	if (!port || child < 0 || !load->port || !load_run(load, &result)) {
		(void)printf("%s: the gateway cannot be spoken with\n", what);
		return false;
	}
	long memory = memory_of(child);
	(void)kill(child, SIGTERM);
	(void)wait4(child, NULL, 0, &usage);
	stub_kill();
	double cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
		     (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
	(void)printf(
		"%s: %u webhooks in %.2f s, %.0f a second; p50 %.1f ms, p99 %.1f ms, most %.1f ms; "
		"%u repeated, %u lost, %u twice; %.1f s of processor, %.1f MiB\n",
		what, load->count, result.seconds, load->count / result.seconds, result.p50 * 1000,
		result.p99 * 1000, result.most * 1000, result.repeats, result.lost, result.twice,
		cpu, (double)memory / 1024);
	return !result.lost && !result.twice;
}

static unsigned argument(int argc, char **argv, int index, unsigned usual)
{
	return argc > index ? (unsigned)strtoul(argv[index], NULL, 10) : usual;
}

int main(int argc, char **argv)
{
	struct load load = {
		.count = argument(argc, argv, 2, 10000),
		.rate = argument(argc, argv, 3, 1000),
		.connections = argument(argc, argv, 4, 64),
		.slow = SLOW,
	};

	if (argc < 2)
		return EXIT_FAILURE;
	(void)setvbuf(stdout, NULL, _IOLBF, 0);
	bool good = run("steady", argv[1], &load);
	double whole = load.rate ? load.count / (double)load.rate : 5;
	load.kill_at = whole / 4;
	load.back_at = whole / 2;
	return run("StackStorm killed", argv[1], &load) && good ? EXIT_SUCCESS : EXIT_FAILURE;
}
