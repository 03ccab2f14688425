/* SPDX-License-Identifier: Apache-2.0 */
#include "http/origin.h"

#include "base/scope.h"

#include <arpa/inet.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/*
 * Finds the authority of a URL, between "://" and the path. Returns its length, 0 if there is none.
 */
static size_t find_authority(const char *url, const char **out)
{
	const char *start = strstr(url, "://");

	*out = start ? start + 3 : url;
	return start ? strcspn(*out, "/?#") : 0;
}

/*
 * Copies the host of a URL, without its port and without the brackets of an IPv6 address. Returns
 * false if there is no host, if it is too long, or if user-info precedes it.
 */
static bool copy_host(const char *url, char out[ORIGIN_HOST])
{
	const char *start;
	size_t len = find_authority(url, &start);
	bool bracket = len && *start == '[';
	size_t host = bracket ? strcspn(start + 1, "]") : strcspn(start, ":/?#");

	if (!host || host >= ORIGIN_HOST || memchr(start, '@', len) || (bracket && host + 2 > len))
		return false;
	memcpy(out, start + bracket, host);
	out[host] = '\0';
	return true;
}

bool origin_is_loopback(const char *url)
{
	char host[ORIGIN_HOST];
	struct in_addr four;
	struct in6_addr six;

	if (!copy_host(url, host))
		return false;
	if (!strcasecmp(host, "localhost"))
		return true;
	if (inet_pton(AF_INET, host, &four) == 1)
		return ntohl(four.s_addr) >> 24 == 127;
	return inet_pton(AF_INET6, host, &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

/* Returns a length without one dot at the end, which libcurl passes over in both names. */
static size_t cut_dot(const char *name, size_t len)
{
	return len && name[len - 1] == '.' ? len - 1 : len;
}

/* Returns whether an entry is the host, or a domain that the host is in. */
static bool covers(const char *entry, size_t len, const char *host)
{
	size_t host_len = cut_dot(host, strlen(host));

	len = cut_dot(entry, len);
	if (len && *entry == '.') {
		entry++;
		len--;
	}
	if (!len || len > host_len || strncasecmp(host + host_len - len, entry, len) != 0)
		return false;
	return len == host_len || host[host_len - len - 1] == '.';
}

bool origin_is_exempt(const char *url, const char *list)
{
	static const char between[] = ", \t";
	char host[ORIGIN_HOST];

	if (!list || !copy_host(url, host))
		return false;
	if (!strcmp(list, "*"))
		return true;
	for (const char *entry = list; *entry; entry += strspn(entry, between)) {
		size_t len = strcspn(entry, between);

		/* An entry with a slash is a network, which newer versions of libcurl know. */
		if (covers(entry, len, host) || memchr(entry, '/', len))
			return true;
		entry += len;
	}
	return false;
}

void origin_host(const char *url, char out[ORIGIN_HOST])
{
	const char *start;
	size_t len = find_authority(url, &start);

	(void)snprintf(
		out, ORIGIN_HOST, "%.*s", (int)(len < ORIGIN_HOST ? len : ORIGIN_HOST - 1), start);
}

/* The characters of a name or an IPv4 address, and of an IPv6 address in brackets. */
#define NAME_BYTES "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"
#define IPV6_BYTES "abcdefABCDEF0123456789:."

/* Returns the length of the host in "host[:port]", with its brackets; 0 if it is not valid. */
static size_t host_len(const char *text, size_t len)
{
	size_t host = strspn(text, NAME_BYTES);

	if (*text == '[') {
		host = 1 + strspn(text + 1, IPV6_BYTES);
		if (host > 1 && text[host] == '%')
			host += 1 + strspn(text + host + 1, NAME_BYTES);
		host = host > 1 && text[host] == ']' ? host + 1 : 0;
	}
	return host <= len ? host : 0;
}

bool origin_is_host(const char *text, size_t len)
{
	size_t host = len ? host_len(text, len) : 0;
	size_t digits;

	if (!host || host >= ORIGIN_HOST)
		return false;
	if (host == len)
		return true;
	if (text[host] != ':')
		return false;
	digits = strspn(text + host + 1, "0123456789");
	return digits && digits <= 5 && host + 1 + digits == len &&
	       strtoul(text + host + 1, NULL, 10) <= 65535;
}

static bool has_odd_byte(const char *url)
{
	for (const char *c = url; *c; c++) {
		if ((unsigned char)*c <= 0x20 || *c == 0x7f || *c == '\\')
			return true;
	}
	return false;
}

const char *origin_plain_problem(const char *url)
{
	const char *start;
	size_t len = find_authority(url, &start);
	bool secure = !strncasecmp(url, "https://", 8);
	char host[ORIGIN_HOST];

	if (has_odd_byte(url))
		return "must not hold white space, control characters or backslashes";
	if (!secure && strncasecmp(url, "http://", 7) != 0)
		return "must start with https:// or http://";
	if (memchr(start, '@', len))
		return "must not hold a user name or a password";
	if (strpbrk(start, "?#"))
		return "must not hold a query or a fragment";
	if (!origin_is_host(start, len) || !copy_host(url, host))
		return "has no host that could be asked";
	if (!strcmp(host, "0.0.0.0") || !strcmp(host, "::"))
		return "must name a host, not any address";
	return NULL;
}

const char *origin_problem(const char *url)
{
	bool secure = !strncasecmp(url, "https://", 8), plain = !strncasecmp(url, "http://", 7);

	if (!secure && !plain && !has_odd_byte(url))
		return "must start with https://";
	const char *problem = origin_plain_problem(url);
	if (problem || secure || origin_is_loopback(url))
		return problem;
	return "must start with https:// (http is for this machine's own addresses alone)";
}

/* libcurl knows these schemes, and uses http if there is none. */
const char *origin_proxy_problem(const char *text)
{
	static const char *const schemes[] = { "http://", "https://", "socks4://", "socks4a://",
		"socks5://", "socks5h://" };

	const char *rest = strstr(text, "://");
	bool known = !rest;

	if (strchr(text, ' '))
		return "must not hold white space";
	for (size_t i = 0; i < COUNT(schemes); i++)
		known = known || !strncasecmp(text, schemes[i], strlen(schemes[i]));
	if (!known)
		return "must start with http://, https://, socks4://, socks4a://, socks5:// or socks5h://";
	rest = rest ? rest + 3 : text;
	const char *user = strrchr(rest, '@');
	/* For libcurl the host would end at the first of these characters. */
	if (user && strcspn(rest, "@/?#") < (size_t)(user - rest))
		return "must have @, /, ? and # percent-encoded in its user name and password";
	rest = user ? user + 1 : rest;
	return origin_is_host(rest, strcspn(rest, "/")) ? NULL : "has no host that could be asked";
}
