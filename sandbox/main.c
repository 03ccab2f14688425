/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pagerduty-sandbox: a small PagerDuty in memory, on this machine's own address, to try the pack
 * without an account.
 *
 *     pagerduty-sandbox [--port N] [--config-out FILE] [--quiet] [--help]
 *
 * Prints its base URL on the first line and how to be set up for it after that, writes the same
 * as a configuration to FILE, and serves until SIGTERM or SIGINT.
 */
#include "server.h"
#include "store.h"

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PORT_MOST = 65535 };

static void fail(const char *what, const char *why)
{
	(void)fprintf(stderr, "pagerduty-sandbox: %s: %s\n", what, why);
	exit(EXIT_FAILURE);
}

static void print_config(FILE *file, unsigned port)
{
	(void)fprintf(file,
		"---\n# For the sandbox: nothing here is secret.\n"
		"api_url: \"http://127.0.0.1:%u\"\nevents_url: \"http://127.0.0.1:%u\"\n"
		"api_key: \"%s\"\nservice_key: \"%s\"\nrouting_key: \"%s\"\n"
		"from_email: \"%s\"\n"
		"# api_key: \"" SANDBOX_USER_KEY "\" is the key of that user.\n",
		port, port, SANDBOX_API_KEY, SANDBOX_SERVICE_KEY, SANDBOX_ROUTING_KEY,
		SANDBOX_USER);
}

static void write_config(const char *name, unsigned port)
{
	FILE *file = fopen(name, "w");

	if (!file)
		fail(name, strerror(errno));
	print_config(file, port);
	if (fclose(file))
		fail(name, strerror(errno));
}

struct options {
	unsigned short port;
	const char *config;
	bool quiet;
};

static unsigned short read_port(const char *text)
{
	char *end;
	long port = strtol(text, &end, 10);

	if (end == text || *end || port < 0 || port > PORT_MOST)
		fail(text, "not a port");
	return (unsigned short)port;
}

static void print_help(void)
{
	(void)printf(
		"Usage: pagerduty-sandbox [OPTION...]\n\n"
		"A small PagerDuty in memory, on this machine's own address. It prints its address and how to be set\n"
		"up for it, and serves until it is interrupted.\n\n"
		"  --config-out FILE   write the same as a configuration of the pack\n"
		"  --port N            listen on this port; without it, on any that is free\n"
		"  --quiet             write no line for each request to stderr\n"
		"  --help              print this\n\n"
		"The key " SANDBOX_API_KEY " is the account's, " SANDBOX_USER_KEY
		" that of " SANDBOX_USER ".\n");
	exit(EXIT_SUCCESS);
}

static struct options read_options(int argc, char **argv)
{
	static const struct option names[] = {
		{ "config-out", required_argument, NULL, 'c' },
		{ "help", no_argument, NULL, 'h' },
		{ "port", required_argument, NULL, 'p' },
		{ "quiet", no_argument, NULL, 'q' },
		{ 0 },
	};
	struct options options = { 0 };
	int option;

	while ((option = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (option == 'c')
			options.config = optarg;
		else if (option == 'p')
			options.port = read_port(optarg);
		else if (option == 'h')
			print_help();
		else if (option == 'q')
			options.quiet = true;
		else
			exit(2);
	}
	if (optind < argc)
		fail(argv[optind], "not an option");
	return options;
}

int main(int argc, char **argv)
{
	const struct options options = read_options(argc, argv);
	unsigned port;
	sigset_t ends;
	int number;

	(void)sigemptyset(&ends);
	(void)sigaddset(&ends, SIGTERM);
	(void)sigaddset(&ends, SIGINT);
	/*
	 * Block the signals before the server's thread starts, so that this thread receives them.
	 */
	(void)pthread_sigmask(SIG_BLOCK, &ends, NULL);
	store_open();
	if (!server_open(options.port, options.quiet, &port))
		fail("cannot listen", strerror(errno));
	if (options.config)
		write_config(options.config, port);
	(void)printf("http://127.0.0.1:%u\n", port);
	print_config(stdout, port);
	(void)fflush(stdout);
	(void)sigwait(&ends, &number);
	server_close();
	store_close();
	return 0;
}
