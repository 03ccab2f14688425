/* SPDX-License-Identifier: Apache-2.0 */
#include "config/keys.h"

#include "base/email.h"
#include "base/shown.h"
#include "base/utf8.h"
#include "http/origin.h"

#include <string.h>
#include <strings.h>

static const char *listen_problem(const char *text)
{
	const char *colon = strrchr(text, ':');
	bool numeric = strspn(text, "0123456789.") == (size_t)(colon ? colon - text : 0) ||
		       (*text == '[' && colon && colon[-1] == ']');

	return colon && colon != text && colon[1] && numeric && origin_is_host(text, strlen(text))
		       ? NULL
		       : "must be a numeric address and a port, such as 127.0.0.1:9120 or [::1]:9120";
}

static const char *path_problem(const char *text)
{
	if (*text != '/' || strpbrk(text, "?#% "))
		return "must be a path that starts with / and holds no ?, #, % or blank";
	if (!strcmp(text, "/health") || !strcmp(text, "/metrics"))
		return "must be neither /health nor /metrics, which the program answers itself";
	return NULL;
}

/* The path of a file that cannot be read is shown: a key at its place must not be. */
static const char *ca_file_problem(const char *text)
{
	return strchr(text, '/') || shown_name(text, strlen(text)) ? NULL
								   : "must be the path of a file";
}

static const struct config_item items[] = {
	[CONFIG_API_KEY] = { .name = "api_key",
		.secret = true,
		.description = "Key of PagerDuty's REST API." },
	[CONFIG_OAUTH_TOKEN] = { .name = "oauth_token",
		.secret = true,
		.description = "OAuth access token, used instead of an API key." },
	[CONFIG_OAUTH_CLIENT_ID] = { .name = "oauth.client_id",
		.description = "Id of an app, whose tokens are requested when they are needed." },
	[CONFIG_OAUTH_CLIENT_SECRET] = { .name = "oauth.client_secret",
		.secret = true,
		.description = "Secret of that app." },
	[CONFIG_OAUTH_SUBDOMAIN] = { .name = "oauth.subdomain",
		.description = "Subdomain of the PagerDuty account: acme of acme.pagerduty.com." },
	[CONFIG_OAUTH_SCOPES] = { .name = "oauth.scopes",
		.type = CONFIG_TYPE_LIST,
		.description = "Scopes to ask for, such as incidents.read and incidents.write." },
	[CONFIG_OAUTH_URL] = { .name = "oauth.url",
		.type = CONFIG_TYPE_URL,
		.initial = "https://identity.pagerduty.com/oauth/token",
		.description = "URL of the token server." },
	[CONFIG_SERVICE_KEY] = { .name = "service_key",
		.secret = true,
		.description = "Integration key for Events API v1, if an action is given none." },
	[CONFIG_ROUTING_KEY] = { .name = "routing_key",
		.secret = true,
		.description = "Integration key for Events API v2, if an action is given none." },
	[CONFIG_SERVICE_KEYS] = { .name = "service_keys",
		.type = CONFIG_TYPE_MAP,
		.secret = true,
		.description =
			"Integration keys for Events API v1 by a name that callers give as service." },
	[CONFIG_ROUTING_KEYS] = { .name = "routing_keys",
		.type = CONFIG_TYPE_MAP,
		.secret = true,
		.description =
			"Integration keys for Events API v2 by a name that callers give as service." },
	[CONFIG_USERS] = { .name = "users",
		.type = CONFIG_TYPE_MAP,
		.inner = CONFIG_TYPE_EMAIL,
		.host_wide = true,
		.description =
			"PagerDuty e-mail address of each StackStorm or chat user, who acts as this PagerDuty user." },
	[CONFIG_FROM_EMAIL] = { .name = "from_email",
		.type = CONFIG_TYPE_EMAIL,
		.description =
			"E-mail address of the PagerDuty user to act for if neither the caller nor users gives one." },
	[CONFIG_REGION] = { .name = "region",
		.initial = "us",
		.values = (const char *const[]){ "us", "eu", NULL },
		.rule = "must be us or eu",
		.description = "Service region of the PagerDuty account." },
	[CONFIG_API_URL] = { .name = "api_url",
		.type = CONFIG_TYPE_URL,
		.description = "Base URL of the REST API, if it is not that of the region." },
	[CONFIG_EVENTS_URL] = { .name = "events_url",
		.type = CONFIG_TYPE_URL,
		.description = "Base URL of the Events API, if it is not that of the region." },
	[CONFIG_TIMEOUT] = { .name = "timeout",
		.type = CONFIG_TYPE_SECONDS,
		.host_wide = true,
		.initial = "30",
		.most = 3600,
		.description = "Seconds that one try may take." },
	[CONFIG_MAX_RETRY_TIME] = { .name = "max_retry_time",
		.type = CONFIG_TYPE_SECONDS,
		.host_wide = true,
		.initial = "60",
		.most = 3600,
		.zero = true,
		.description = "Seconds that all tries together may take; 0 is one try." },
	[CONFIG_PROXY] = { .name = "proxy",
		.type = CONFIG_TYPE_PROXY,
		.host_wide = true,
		.secret = true,
		.description =
			"Proxy to PagerDuty, such as http://proxy.example.com:3128; without it, https_proxy and no_proxy of the environment are used; no_proxy takes hosts without a port." },
	[CONFIG_CA_FILE] = { .name = "ca_file",
		.host_wide = true,
		.problem = ca_file_problem,
		.description =
			"File of the certificate authorities to trust, and no others (PEM)." },
	[CONFIG_DEBUG] = { .name = "debug",
		.type = CONFIG_TYPE_FLAG,
		.host_wide = true,
		.initial = "false",
		.description = "Write a line about each request to stderr." },
	[CONFIG_STACKSTORM_API_URL] = { .name = "stackstorm.api_url",
		.host_wide = true,
		.initial = "http://127.0.0.1:9101/v1",
		.problem = origin_plain_problem,
		.description = "Base URL of StackStorm's API, outside of an execution." },
	[CONFIG_STACKSTORM_API_KEY] = { .name = "stackstorm.api_key",
		.host_wide = true,
		.secret = true,
		.description =
			"Key of StackStorm's API, outside of an execution (st2 apikey create)." },
	[CONFIG_WEBHOOK_SECRETS] = { .name = "webhook.secrets",
		.type = CONFIG_TYPE_LIST,
		.secret = true,
		.description =
			"Secrets of PagerDuty's webhook subscriptions; a webhook is accepted if it was signed with one of them." },
	[CONFIG_WEBHOOK_LISTEN] = { .name = "webhook.listen",
		.host_wide = true,
		.initial = "127.0.0.1:9120",
		.problem = listen_problem,
		.description = "Address and port on which st2-pagerduty-webhook listens." },
	[CONFIG_WEBHOOK_PATH] = { .name = "webhook.path",
		.host_wide = true,
		.initial = "/",
		.problem = path_problem,
		.description = "Path to which webhooks are posted, as the program receives it." },
	[CONFIG_QUEUE_PATH] = { .name = "event_queue.path",
		.type = CONFIG_TYPE_PATH,
		.host_wide = true,
		.initial = "/var/lib/st2-pagerduty/events.db",
		.description =
			"File for events that could not be delivered. Its folder is created if it does not exist." },
	[CONFIG_QUEUE_WHEN] = { .name = "event_queue.when",
		.host_wide = true,
		.initial = "on_failure",
		.values = (const char *const[]){ "never", "on_failure", "always", NULL },
		.rule = "must be never, on_failure or always",
		.description =
			"When an event is kept, unless its action says: never, if it could not be delivered, or always, so that event_queue.drain delivers it." },
	[CONFIG_QUEUE_MAX_AGE] = { .name = "event_queue.max_age",
		.type = CONFIG_TYPE_SECONDS,
		.host_wide = true,
		.initial = "86400",
		.most = 31536000,
		.description = "Seconds after which an event is set aside instead of delivered." },
	[CONFIG_QUEUE_MAX_EVENTS] = { .name = "event_queue.max_events",
		.type = CONFIG_TYPE_COUNT,
		.host_wide = true,
		.initial = "100000",
		.most = 10000000,
		.description = "How many events may wait to be delivered." },
};
_Static_assert(COUNT(items) == CONFIG_KEYS, "every key has its row");

const struct config_key_pair config_key_pairs[CONFIG_KEY_PAIRS] = {
	{ 2, CONFIG_ROUTING_KEY, CONFIG_ROUTING_KEYS },
	{ 1, CONFIG_SERVICE_KEY, CONFIG_SERVICE_KEYS },
};

const struct config_key_pair *config_key_pair(int version)
{
	size_t i = 0;

	while (i < CONFIG_KEY_PAIRS - 1 && config_key_pairs[i].version != version)
		i++;
	return &config_key_pairs[i];
}

const struct config_mapping config_mappings[CONFIG_MAPPINGS + 1] = {
	{ .name = "oauth",
		.member = "client_id",
		.description =
			"Client credentials of an app, instead of an API key: tokens are requested when they are needed." },
	{ .name = "stackstorm",
		.member = "api_key",
		.description =
			"StackStorm's own API, for programs that run outside of an execution, such as st2-pagerduty-webhook." },
	{ .name = "webhook",
		.member = "secrets",
		.description = "Webhooks, which PagerDuty posts to st2-pagerduty-webhook." },
	{ .name = "event_queue",
		.member = "path",
		.description =
			"The queue of events that could not be delivered. Without it, no events are kept.",
		.host_alone = true },
	{ 0 },
};

const struct config_mapping *config_find_mapping(const char *name)
{
	for (const struct config_mapping *mapping = config_mappings; mapping->name; mapping++) {
		if (!strcmp(mapping->name, name))
			return mapping;
	}
	return NULL;
}

bool config_in_mapping(const struct config_item *item, const struct config_mapping *mapping)
{
	size_t len = strlen(mapping->name);

	return !strncmp(item->name, mapping->name, len) && item->name[len] == '.';
}

const struct config_item *config_item(enum config_key key)
{
	return &items[key];
}

enum config_key config_find_key(const char *name)
{
	for (size_t i = 0; i < COUNT(items); i++) {
		if (!strcmp(items[i].name, name))
			return (enum config_key)i;
	}
	return CONFIG_KEYS;
}

const char *config_key_name(enum config_key key)
{
	return items[key].name;
}

bool config_add_key_name(enum config_key key, const char *name, struct text *out)
{
	return text_add(out, items[key].name) && (!name || text_addf(out, ".%s", name));
}

bool config_key_secret(enum config_key key)
{
	return items[key].secret;
}

/* Returns whether a key was copied with text around it, such as "Token token=" or quotes. */
static bool has_wrapping(const char *text)
{
	size_t len = strlen(text);

	return !strncasecmp(text, "Token ", 6) || !strncasecmp(text, "token=", 6) ||
	       !strncasecmp(text, "Bearer ", 7) || utf8_has_hidden_blank(text) ||
	       (len && (strchr(" \"'`", *text) || strchr(" \"'`", text[len - 1])));
}

const char *config_text_problem(const struct config_item *item, const char *text)
{
	if (utf8_has_control(text))
		return "must not hold line breaks or other control characters";
	if (item->problem)
		return item->problem(text);
	if (item->type == CONFIG_TYPE_URL)
		return origin_problem(text);
	if (item->type == CONFIG_TYPE_PATH)
		return *text == '/' && text[strlen(text) - 1] != '/'
			       ? NULL
			       : "must be the whole path of a file, from / on";
	if (item->type == CONFIG_TYPE_PROXY)
		return origin_proxy_problem(text);
	if ((item->type == CONFIG_TYPE_EMAIL || item->inner == CONFIG_TYPE_EMAIL) &&
		!email_valid(text))
		return "must be an e-mail address";
	if (item->secret && has_wrapping(text))
		return "must be the key alone, without Token token=, Bearer, quotes or blanks around it";
	for (const char *const *value = item->values; value && *value; value++) {
		if (!strcmp(*value, text))
			return NULL;
	}
	return item->rule;
}

bool config_looks_like_key(const char *name)
{
	return strlen(name) == 32 &&
	       strspn(name, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == 32;
}
