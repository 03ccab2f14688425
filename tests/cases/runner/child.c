/* SPDX-License-Identifier: Apache-2.0 */
#include "child.h"

#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pty.h>
#include <pwd.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OUTPUT_MOST = 256 << 20, CANNOT_START = 120, SHORT = 64 };

/* The runner's ends of the program's three streams; -1: none, or closed. */
struct streams {
	int in, out, err;
	size_t fed; /* bytes of the input written */
	int drain; /* for STREAM_OPEN: another end of stdin */
};

static void close_at(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
	*fd = -1;
}

static void limit(__rlimit_resource_t resource, long most)
{
	const struct rlimit limits = { (rlim_t)most, (rlim_t)most };

	if (most && setrlimit(resource, &limits))
		_exit(CANNOT_START);
}

/*
 * Runs in the new process between fork and exec, so it may call only functions that are safe in a
 * signal handler.
 */
static void become_program(const struct child *child, const struct passwd *user, const int ends[3])
{
	const enum stream_kind kinds[] = { child->in, child->out, child->err };
	static const int ignorable[] = { SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM };
	sigset_t none;

	for (int fd = 0; fd < 3; fd++) {
		if (dup2(ends[fd], fd) < 0)
			_exit(CANNOT_START);
	}
	for (int fd = 0; fd < 3; fd++) {
		if (kinds[fd] == STREAM_CLOSED)
			(void)close(fd);
	}
	/* A signal that the parent ignores would be ignored here too: nohup, a shell's `&`. */
	for (size_t i = 0; i < COUNT(ignorable); i++)
		(void)signal(ignorable[i], SIG_DFL);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	limit(RLIMIT_STACK, child->stack_most);
	limit(RLIMIT_AS, child->memory_most);
	limit(RLIMIT_FSIZE, child->out == STREAM_SHORT ? SHORT : 0);
	if (user && (setgroups(0, NULL) || setgid(user->pw_gid) || setuid(user->pw_uid)))
		_exit(CANNOT_START);
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	/*
	 * Where coverage is counted, execve() writes the runner's counts, to where the program's
	 * go.
	 */
	environ = child->envp;
	(void)execve(child->argv[0], child->argv, child->envp);
	_exit(CANNOT_START);
}

/* Opens what replaces the pipe of stdout. Returns -1 if nothing does, -2 if it cannot be opened. */
static int open_out(enum stream_kind kind)
{
	int fd = -1;

	if (kind == STREAM_FULL)
		fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
	else if (kind == STREAM_SHORT)
		fd = memfd_create("stdout", MFD_CLOEXEC);
	else
		return -1;
	return fd < 0 ? -2 : fd;
}

/* Makes stdout, and stderr if the case says so, a terminal that passes every byte on unchanged. */
static bool open_terminal(const struct child *child, struct streams *streams, int ends[3])
{
	const struct winsize size = { .ws_row = 24, .ws_col = child->columns };
	struct termios raw = { 0 };
	int master, slave;

	cfmakeraw(&raw);
	if (openpty(&master, &slave, NULL, &raw, &size) || fcntl(master, F_SETFD, FD_CLOEXEC) ||
		fcntl(slave, F_SETFD, FD_CLOEXEC))
		return false;
	streams->out = master;
	ends[1] = slave;
	if (child->err != STREAM_TERMINAL)
		return true;
	ends[2] = fcntl(slave, F_DUPFD_CLOEXEC, 3);
	streams->err = -1;
	return ends[2] >= 0;
}

/* Some ends stay open, because this process ends with the case. */
static bool open_streams(const struct child *child, struct streams *streams, int ends[3])
{
	int in[2], out[2], err[2];
	int other = open_out(child->out);

	if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC) || other == -2)
		return false;
	*streams = (struct streams){ .in = in[1], .out = out[0], .err = err[0] };
	ends[0] = in[0];
	ends[1] = other < 0 ? out[1] : other;
	ends[2] = err[1];
	/* While this end is open, stdin does not end. */
	if (child->in == STREAM_OPEN && (streams->drain = fcntl(in[1], F_DUPFD_CLOEXEC, 0)) < 0)
		return false;
	if (child->out == STREAM_TERMINAL)
		return open_terminal(child, streams, ends) &&
		       fcntl(streams->in, F_SETFL, O_NONBLOCK) == 0;
	if (child->out == STREAM_BROKEN)
		close_at(&streams->out);
	else if (child->out != STREAM_PIPE)
		streams->out = -1;
	return fcntl(streams->in, F_SETFL, O_NONBLOCK) == 0;
}

static void feed(const struct child *child, struct streams *streams)
{
	const struct text *input = child->input;
	ssize_t written = 0;

	if (streams->fed < input->len)
		written = write(streams->in, input->data + streams->fed, input->len - streams->fed);
	if (written > 0)
		streams->fed += (size_t)written;
	if (streams->fed == input->len || (written < 0 && errno != EAGAIN && errno != EINTR))
		close_at(&streams->in);
}

static void take(int *fd, struct text *out)
{
	static char part[64 << 10];
	ssize_t len = read(*fd, part, sizeof(part));

	if (len > 0)
		(void)text_add_bytes(out, part, (size_t)len);
	else if (len == 0 || errno != EINTR)
		close_at(fd);
}

/* Copies bytes between the program and the runner for at most wait seconds. */
static void pump(
	const struct child *child, struct streams *streams, struct outcome *outcome, double wait)
{
	struct pollfd polls[] = {
		{ streams->in, POLLOUT, 0 },
		{ streams->out, POLLIN, 0 },
		{ streams->err, POLLIN, 0 },
	};

	if (poll(polls, COUNT(polls), (int)(wait * 1000)) <= 0)
		return;
	if (polls[0].revents)
		feed(child, streams);
	if (polls[1].revents)
		take(&streams->out, &outcome->out);
	if (polls[2].revents)
		take(&streams->err, &outcome->err);
}

static void record_end(struct outcome *outcome, int status)
{
	outcome->exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	outcome->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/* streams->drain is another end of stdin: it tells how many bytes nobody has read yet. */
static bool has_happened(
	const struct child *child, const struct streams *streams, const struct outcome *outcome)
{
	int unread = 0;

	switch (child->event) {
	case EVENT_START:
		break;
	case EVENT_INPUT:
		return streams->fed == child->input->len &&
		       !ioctl(streams->drain, FIONREAD, &unread) && !unread;
	case EVENT_REQUEST:
		return child->was_asked();
	case EVENT_STDERR:
		return outcome->err.len;
	}
	return true;
}

static void follow(
	const struct child *child, pid_t pid, struct streams *streams, struct outcome *outcome)
{
	double started = clock_now();
	bool signalled = !child->signal;
	double signal_from = -1;
	int status = 0;

	for (;;) {
		bool open = streams->out >= 0 || streams->err >= 0;
		double now = clock_now() - started;

		outcome->seconds = now;
		if (!outcome->late && now > child->seconds_most) {
			outcome->late = true;
			(void)kill(pid, SIGKILL);
		}
		if (!signalled && signal_from < 0 && has_happened(child, streams, outcome))
			signal_from = now;
		if (!signalled && signal_from >= 0 && now >= signal_from + child->signal_after) {
			signalled = true;
			(void)kill(pid, child->signal);
		}
		if ((!open || outcome->late) && waitpid(pid, &status, WNOHANG) == pid)
			break;
		pump(child, streams, outcome, !open ? 0.001 : signalled ? 0.05 : 0.005);
	}
	record_end(outcome, status);
}

bool child_run(const struct child *child, struct outcome *outcome, struct text *why)
{
	const struct passwd *user = child->user ? getpwnam(child->user) : NULL;
	struct streams streams;
	int ends[3];

	*outcome = (struct outcome){ .out = TEXT(OUTPUT_MOST), .err = TEXT(OUTPUT_MOST) };
	if (child->user && !user)
		return text_addf(why, "there is no user %s", child->user) && false;
	if (!open_streams(child, &streams, ends))
		return text_addf(why, "pipes: %s", strerror(errno)) && false;
	pid_t pid = fork();
	if (pid == 0)
		become_program(child, user, ends);
	for (size_t i = 0; i < COUNT(ends); i++)
		close_at(&ends[i]);
	if (pid > 0)
		follow(child, pid, &streams, outcome);
	close_at(&streams.in);
	close_at(&streams.out);
	close_at(&streams.err);
	if (pid < 0 || outcome->exit == CANNOT_START)
		return text_addf(why, "%s could not be started", child->argv[0]) && false;
	return true;
}
