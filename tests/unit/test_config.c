/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/redact.h"
#include "config/config.h"
#include "config/explain.h"
#include "config/keys.h"
#include "config/resolve.h"

#include <sys/stat.h>
#include <unistd.h>

#define PASSED "the configuration StackStorm passed"

static char folder[] = "/tmp/test_config_XXXXXX";
static char file[64];

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(file, sizeof(file), "%s/c.yaml", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	(void)unlink(file);
	redact_forget();
	return rmdir(folder);
}

static void write_file(const char *text)
{
	FILE *out = fopen(file, "w");

	assert_non_null(out);
	assert_true(fputs(text, out) >= 0);
	assert_int_equal(fclose(out), 0);
}

static struct config *load_yaml(const char *text)
{
	struct error err = { 0 };

	write_file(text);
	struct config *config = config_load(file, &err);
	if (!config)
		fail_msg("%s: %s", text, err.text);
	return config;
}

static struct config *load_json(const char *text)
{
	struct error err = { 0 };

	assert_int_equal(setenv("ST2_PAGERDUTY_CONFIG", text, 1), 0);
	struct config *config = config_load(NULL, &err);
	if (!config)
		fail_msg("%s: %s", text, err.text);
	return config;
}

/* problems are the sentences after the name of the file, each with a newline. */
static void refuse_yaml(const char *text, const char *problems)
{
	struct problems list = { 0 };
	struct error err = { .problems = &list };
	char said[8192] = "";

	write_file(text);
	assert_null(config_load(file, &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	for (const char *p = error_next_problem(&err, NULL); p; p = error_next_problem(&err, p)) {
		size_t len = strlen(said);

		assert_memory_equal(p, file, strlen(file));
		(void)snprintf(said + len, sizeof(said) - len, "%s\n", p + strlen(file));
	}
	if (!*said)
		(void)snprintf(said, sizeof(said), "%s\n", err.text + strlen(file));
	assert_string_equal(said, problems);
}

static void refuse_json(const char *text, const char *sentence)
{
	struct error err = { 0 };

	assert_int_equal(setenv("ST2_PAGERDUTY_CONFIG", text, 1), 0);
	assert_null(config_load(NULL, &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	assert_string_equal(err.text, sentence);
}

static void check_text(struct config *config, enum config_key key, const char *expected)
{
	struct error err = { 0 };

	assert_true(config_resolve(config, key, &err));
	const char *text = config_text(config, key);
	if (expected)
		assert_string_equal(text, expected);
	else
		assert_null(text);
}

static void check_named(
	struct config *config, enum config_key key, const char *name, const char *expected)
{
	struct error err = { 0 };

	assert_true(config_resolve_named(config, key, name, &err));
	const char *text = config_named(config, key, name);
	if (expected)
		assert_string_equal(text, expected);
	else
		assert_null(text);
}

static void check_names(struct config *config, enum config_key key, const char *expected)
{
	scoped(text_done) struct text names = TEXT(TEXT_ANY);

	config_add_names(config, key, &names);
	assert_string_equal(text_string(&names), expected);
}

static void test_defaults(void **state)
{
	scoped(config_free_at) struct config *config = load_yaml("");

	(void)state;
	check_text(config, CONFIG_API_KEY, NULL);
	check_text(config, CONFIG_REGION, "us");
	check_text(config, CONFIG_API_URL, "https://api.pagerduty.com");
	check_text(config, CONFIG_EVENTS_URL, "https://events.pagerduty.com");
	check_text(config, CONFIG_OAUTH_URL, "https://identity.pagerduty.com/oauth/token");
	check_text(config, CONFIG_OAUTH_SCOPES, NULL);
	check_named(config, CONFIG_USERS, "ana", NULL);
	check_names(config, CONFIG_SERVICE_KEYS, "");
	assert_true(config_number(config, CONFIG_TIMEOUT) == 30);
	assert_true(config_number(config, CONFIG_MAX_RETRY_TIME) == 60);
	assert_false(config_flag(config, CONFIG_DEBUG));
	assert_string_equal(config_source(config), file);
}

static const char whole_yaml[] = "api_key: 0123456\n"
				 "oauth_token: tok\n"
				 "oauth:\n"
				 "  client_id: id\n"
				 "  client_secret: 'sec ret'\n"
				 "  subdomain: acme\n"
				 "  scopes: [incidents.read, incidents.write]\n"
				 "  url: https://identity.example.com/token/\n"
				 "service_key: 1e3\n"
				 "routing_key: ~\n"
				 "service_keys: {database: k1, web: k2, mail: k3}\n"
				 "users:\n"
				 "  ana: ana@example.com\n"
				 "from_email: ops@example.com\n"
				 "region: eu\n"
				 "events_url: 'http://127.0.0.1:8080/prefix//'\n"
				 "timeout: 2.5\n"
				 "max_retry_time: 0\n"
				 "proxy: http://u:pass-word@proxy.example.com:3128\n"
				 "ca_file: /etc/ca.pem\n"
				 "debug: yes\n";

static const char whole_json[] =
	"{\"api_key\":\"0123456\",\"oauth_token\":\"tok\",\"oauth\":{\"client_id\":\"id\","
	"\"client_secret\":\"sec ret\",\"subdomain\":\"acme\","
	"\"scopes\":[\"incidents.read\",\"incidents.write\"],"
	"\"url\":\"https://identity.example.com/token/\"},\"service_key\":\"1e3\","
	"\"routing_key\":null,"
	"\"service_keys\":{\"database\":\"k1\",\"web\":\"k2\",\"mail\":\"k3\"},"
	"\"routing_keys\":{},\"users\":{\"ana\":\"ana@example.com\"},"
	"\"from_email\":\"ops@example.com\",\"region\":\"eu\",\"api_url\":null,"
	"\"events_url\":\"http://127.0.0.1:8080/prefix//\",\"timeout\":2.5,"
	"\"max_retry_time\":0,\"proxy\":\"http://u:pass-word@proxy.example.com:3128\","
	"\"ca_file\":\"/etc/ca.pem\",\"debug\":true,\"accounts\":{}}";

static void check_whole(struct config *config)
{
	check_text(config, CONFIG_API_KEY, "0123456");
	check_text(config, CONFIG_OAUTH_TOKEN, "tok");
	check_text(config, CONFIG_OAUTH_CLIENT_ID, "id");
	check_text(config, CONFIG_OAUTH_CLIENT_SECRET, "sec ret");
	check_text(config, CONFIG_OAUTH_SUBDOMAIN, "acme");
	check_text(config, CONFIG_OAUTH_SCOPES, "incidents.read incidents.write");
	check_text(config, CONFIG_OAUTH_SCOPES, "incidents.read incidents.write");
	check_text(config, CONFIG_OAUTH_URL, "https://identity.example.com/token/");
	check_text(config, CONFIG_SERVICE_KEY, "1e3");
	check_text(config, CONFIG_ROUTING_KEY, NULL);
	check_named(config, CONFIG_SERVICE_KEYS, "web", "k2");
	check_named(config, CONFIG_SERVICE_KEYS, "none", NULL);
	check_named(config, CONFIG_ROUTING_KEYS, "web", NULL);
	check_names(config, CONFIG_SERVICE_KEYS, "database, web and mail");
	check_named(config, CONFIG_USERS, "ana", "ana@example.com");
	check_text(config, CONFIG_FROM_EMAIL, "ops@example.com");
	check_text(config, CONFIG_REGION, "eu");
	check_text(config, CONFIG_API_URL, "https://api.eu.pagerduty.com");
	check_text(config, CONFIG_EVENTS_URL, "http://127.0.0.1:8080/prefix");
	assert_true(config_number(config, CONFIG_TIMEOUT) == 2.5);
	assert_true(config_number(config, CONFIG_MAX_RETRY_TIME) == 0);
	check_text(config, CONFIG_PROXY, "http://u:pass-word@proxy.example.com:3128");
	check_text(config, CONFIG_CA_FILE, "/etc/ca.pem");
	assert_true(config_flag(config, CONFIG_DEBUG));
}

static void test_whole_yaml(void **state)
{
	scoped(config_free_at) struct config *config = load_yaml(whole_yaml);

	(void)state;
	check_whole(config);
}

static void test_whole_json(void **state)
{
	scoped(config_free_at) struct config *config = load_json(whole_json);

	(void)state;
	check_whole(config);
	assert_string_equal(config_source(config), PASSED);
}

/* A value is redacted after it was read; so is the password in a proxy's address. */
static void test_secrets(void **state)
{
	scoped(config_free_at) struct config *config = load_yaml(
		"api_key: S3CRET-1\nservice_keys: {a: S3CRET-2}\nfrom_email: a@example.com\n"
		"proxy: http://user:S3CRET%203@proxy.example.com:1\n");
	char text[] = "S3CRET-1 S3CRET-2 a@example.com S3CRET%203";

	(void)state;
	redact_forget();
	redact(text);
	assert_string_equal(text, "S3CRET-1 S3CRET-2 a@example.com S3CRET%203");
	check_text(config, CONFIG_API_KEY, "S3CRET-1");
	check_named(config, CONFIG_SERVICE_KEYS, "a", "S3CRET-2");
	check_text(config, CONFIG_FROM_EMAIL, "a@example.com");
	check_text(config, CONFIG_PROXY, "http://user:S3CRET%203@proxy.example.com:1");
	redact(text);
	assert_string_equal(text, "*** *** a@example.com ***");
	redact_forget();
}

static void test_empty_is_not_set(void **state)
{
	scoped(config_free_at) struct config *config =
		load_yaml("api_key: ''\nregion: ''\napi_url: \"\"\nfrom_email:\noauth:\nusers:\n"
			  "service_keys: {a: ''}\ntimeout:\ndebug: ~\naccounts:\n");

	(void)state;
	check_text(config, CONFIG_API_KEY, NULL);
	check_text(config, CONFIG_REGION, "us");
	check_text(config, CONFIG_API_URL, "https://api.pagerduty.com");
	check_text(config, CONFIG_FROM_EMAIL, NULL);
	check_text(config, CONFIG_OAUTH_CLIENT_ID, NULL);
	check_named(config, CONFIG_USERS, "ana", NULL);
	check_named(config, CONFIG_SERVICE_KEYS, "a", NULL);
	assert_true(config_number(config, CONFIG_TIMEOUT) == 30);
	assert_false(config_flag(config, CONFIG_DEBUG));
}

static void test_accounts(void **state)
{
	scoped(config_free_at) struct config *config =
		load_yaml("api_key: top\nfrom_email: top@example.com\ntimeout: 5\ndebug: true\n"
			  "users: {ana: ana@example.com}\nservice_keys: {a: top}\nregion: us\n"
			  "accounts:\n"
			  "  emea:\n    api_key: inner\n    region: eu\n    timeout: 7\n"
			  "    service_keys: {b: inner}\n    oauth: {client_id: inner}\n"
			  "  bare: {}\n");
	struct error err = { 0 };

	(void)state;
	assert_true(config_use_account(config, NULL, &err));
	check_text(config, CONFIG_API_KEY, "top");
	assert_true(config_use_account(config, "emea", &err));
	check_text(config, CONFIG_API_KEY, "inner");
	check_text(config, CONFIG_API_URL, "https://api.eu.pagerduty.com");
	check_text(config, CONFIG_OAUTH_CLIENT_ID, "inner");
	check_text(config, CONFIG_FROM_EMAIL, NULL);
	check_named(config, CONFIG_SERVICE_KEYS, "a", NULL);
	check_named(config, CONFIG_SERVICE_KEYS, "b", "inner");
	check_named(config, CONFIG_USERS, "ana", "ana@example.com");
	assert_true(config_number(config, CONFIG_TIMEOUT) == 7);
	assert_true(config_flag(config, CONFIG_DEBUG));
	assert_true(config_use_account(config, "bare", &err));
	check_text(config, CONFIG_API_KEY, NULL);
	check_text(config, CONFIG_REGION, "us");
	assert_true(config_number(config, CONFIG_TIMEOUT) == 5);
	assert_false(config_use_account(config, "apac", &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	assert_non_null(strstr(err.text, "\"apac\" is not among the accounts of "));
	assert_non_null(strstr(err.text, ": they are emea and bare"));
}

/*
 * Before values are resolved, a secret is not returned, and a value in the datastore is its
 * expression.
 */
static void test_before_resolving(void **state)
{
	scoped(config_free_at) struct config *config =
		load_yaml("api_key: S3CRET-1\nrouting_keys: {a: S3CRET-2, b: '{{st2kv.user.b}}'}\n"
			  "proxy: '{{st2kv.system.proxy}}'\nfrom_email: a@example.com\n"
			  "oauth: {scopes: [a, b]}\nevents_url: http://127.0.0.1/\n"
			  "webhook: {secrets: [S3CRET-3]}\n");
	struct error err = { 0 };
	const char *text = "untouched";

	(void)state;
	assert_null(config_text(config, CONFIG_API_KEY));
	assert_null(config_named(config, CONFIG_ROUTING_KEYS, "a"));
	assert_true(config_has_name(config, CONFIG_ROUTING_KEYS, "a"));
	assert_true(config_element(config, CONFIG_WEBHOOK_SECRETS, 0, &text));
	assert_null(text);
	assert_null(config_text(config, CONFIG_OAUTH_SCOPES));
	assert_string_equal(config_named(config, CONFIG_ROUTING_KEYS, "b"), "{{st2kv.user.b}}");
	assert_string_equal(config_text(config, CONFIG_PROXY), "{{st2kv.system.proxy}}");
	assert_string_equal(config_text(config, CONFIG_FROM_EMAIL), "a@example.com");
	assert_true(config_resolve(config, CONFIG_WEBHOOK_SECRETS, &err));
	assert_true(config_element(config, CONFIG_WEBHOOK_SECRETS, 0, &text));
	assert_string_equal(text, "S3CRET-3");
	assert_false(config_element(config, CONFIG_WEBHOOK_SECRETS, 1, &text));
	assert_null(config_text(config, CONFIG_API_KEY));
	redact_forget();
}

/* Of several keys, only the first that has a value is resolved. */
static void test_first(void **state)
{
	static const enum config_key keys[] = { CONFIG_API_KEY, CONFIG_OAUTH_TOKEN,
		CONFIG_SERVICE_KEY };
	scoped(config_free_at) struct config *config =
		load_yaml("api_key: ''\noauth_token: S3CRET-1\nservice_key: S3CRET-2\n");
	scoped(config_free_at) struct config *none = load_yaml("routing_key: S3CRET-3\n");
	struct error err = { 0 };
	enum config_key key;

	(void)state;
	assert_true(config_resolve_first(config, keys, COUNT(keys), &key, &err));
	assert_int_equal(key, CONFIG_OAUTH_TOKEN);
	assert_string_equal(config_text(config, CONFIG_OAUTH_TOKEN), "S3CRET-1");
	assert_null(config_text(config, CONFIG_SERVICE_KEY));
	assert_true(config_resolve_first(none, keys, COUNT(keys), &key, &err));
	assert_int_equal(key, CONFIG_KEYS);
	redact_forget();
}

/* A value in the datastore stays as it is written, and is not a secret. */
static void test_offline(void **state)
{
	static const char expression[] = "{{st2kv.system.pagerduty_key}}";
	scoped(config_free_at) struct config *config =
		load_yaml("api_key: '{{st2kv.system.pagerduty_key}}'\n");
	char text[sizeof(expression)];

	(void)state;
	redact_forget();
	config_stay_offline(config);
	check_text(config, CONFIG_API_KEY, expression);
	memcpy(text, expression, sizeof(text));
	redact(text);
	assert_string_equal(text, expression);
}

/* A configuration, and what must be said about it. */
static const struct {
	const char *text;
	const char *problems;
} mistakes[] = {
	{ "region: uk\ntimout: 3\n",
		":1:9: region must be us or eu: \"region: ^uk\"\n"
		":2:1: there is no key \"timout\"; did you mean timeout?: \"^timout: 3\"\n" },
	{ "- a\n", ":1:1: the configuration must be a mapping, with api_key and so on\n" },
	{ "timeout: 0\nmax_retry_time: -1\n",
		":1:10: timeout must be a number of seconds above 0, at most 3600: \"timeout: ^0\"\n"
		":2:17: max_retry_time must be a number of seconds, at most 3600: "
		"\"max_retry_time: ^-1\"\n" },
	{ "timeout: .inf\n",
		":1:10: timeout must be a number of seconds above 0, at most 3600: \"timeout: ^.inf\"\n" },
	{ "timeout: nan\n",
		":1:10: timeout must be a number of seconds above 0, at most 3600: \"timeout: ^nan\"\n" },
	{ "timeout: \"30\"\n",
		":1:10: timeout must be a number of seconds above 0, at most 3600: \"timeout: ^\"30\"\"\n" },
	{ "debug: \"true\"\n", ":1:8: debug must be true or false: \"debug: ^\"true\"\"\n" },
	{ "users: [a]\n", ":1:8: users must map names to texts\n" },
	{ "users:\n  ana: nobody\n",
		":2:8: users.ana must be an e-mail address: \"  ana: ^nobody\"\n" },
	{ "from_email: nobody\n",
		":1:13: from_email must be an e-mail address: \"from_email: ^nobody\"\n" },
	{ "from_email: \"a@b\\nX: y\"\n",
		":1:13: from_email must not hold line breaks or other control characters\n" },
	{ "oauth: x\n", ":1:8: oauth must be a mapping, with client_id and so on\n" },
	{ "oaut: {client_id: x}\n", ":1:1: there is no key \"oaut\"; did you mean oauth?\n" },
	{ "oauth.url: https://example.com\n",
		":1:1: there is no key \"oauth.url\": write url as a member of oauth\n" },
	{ "oauth:\n  scopes: {a: b}\n", ":2:11: oauth.scopes must be a list of texts\n" },
	{ "stackstorm: {api_url: ftp://st2.example.com}\n",
		":1:23: stackstorm.api_url must start with https:// or http://\n" },
	{ "webhook:\n  listen: localhost:9120\n",
		":2:11: webhook.listen must be a numeric address and a port, such as 127.0.0.1:9120 or [::1]:9120: "
		"\"  listen: ^localhost:9120\"\n" },
	{ "webhook:\n  path: hook\n",
		":2:9: webhook.path must be a path that starts with / and holds no ?, #, % or blank: "
		"\"  path: ^hook\"\n" },
	{ "webhook:\n  path: /metrics\n",
		":2:9: webhook.path must be neither /health nor /metrics, which the program answers itself: "
		"\"  path: ^/metrics\"\n" },
	{ "accounts: x\n", ":1:11: accounts must map names to accounts\n" },
	{ "accounts:\n  emea: x\n",
		":2:9: accounts.emea must be a mapping, with api_key and so on\n" },
	{ "accounts:\n  emea:\n    region: uk\n    accounts: {}\n",
		":3:13: accounts.emea.region must be us or eu: \"    region: ^uk\"\n"
		":4:5: there is no key \"accounts.emea.accounts\"\n" },
	{ "region: '{{system.region}}'\n",
		":1:9: region is an expression that this program does not know: write "
		"{{st2kv.system.NAME}} or {{st2kv.user.NAME}}\n" },
	{ "proxy: http://\n", ":1:8: proxy has no host that could be asked\n" },
	{ "proxy: proxy.example.com:99999\n", ":1:8: proxy has no host that could be asked\n" },
	{ "proxy: http://[::1\n", ":1:8: proxy has no host that could be asked\n" },
	{ "proxy: ftp://proxy.example.com\n",
		":1:8: proxy must start with http://, https://, socks4://, socks4a://, "
		"socks5:// or socks5h://\n" },
	{ "api_url: http://example.com\n",
		":1:10: api_url must start with https:// (http is for this machine's own addresses "
		"alone)\n" },
};

static void test_problems(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++)
		refuse_yaml(mistakes[i].text, mistakes[i].problems);
}

/* The ^ counts characters, not bytes. Line breaks are those of YAML. */
static void test_places(void **state)
{
	(void)state;
	refuse_yaml("region: us # \xc3\xa9\r\nfrom_email: \xc3\xa9\xc3\xa9\r\ndebug: x",
		":2:13: from_email must be an e-mail address: \"from_email: "
		"^\xc3\xa9\xc3\xa9\"\n"
		":3:8: debug must be true or false: \"debug: ^x\"\n");
	refuse_yaml("\xef\xbb\xbfregion: uk\n", ":1:9: region must be us or eu: \"region: ^uk\"\n");
	refuse_yaml("\"\xc3\xa9\xc3\xa9\": x\ndebug: \xc3\xa9 @x\n",
		":1:1: there is no key \"\xc3\xa9\xc3\xa9\"\n"
		":2:8: debug must be true or false: \"debug: ^\xc3\xa9 @x\"\n");
}

/* Whatever the mistake is, and wherever: a line that may contain a secret is not shown. */
static void test_nothing_secret_is_quoted(void **state)
{
	static const char *const texts[] = {
		"api_key: [S3CRET]\n",
		"api_kye: S3CRET\n",
		"auth: S3CRET\n",
		"oauth: {client_secrte: S3CRET}\n",
		"oauth:\n  client_secrte: S3CRET\n",
		"{api_kye: S3CRET, timout: 3}\n",
		"{\n  api_kye: S3CRET, region: uk\n}\n",
		"service_keys:\n  database: &k S3CRET\nregion: *k\n",
		"service_keys:\n  database: [S3CRET]\n",
		"service_keys:\n  database: \"S3CRET\n",
		"service_keys:\n  region: \"S3CRET\n",
		"service_keys:\n  database: @S3CRET\n",
		"service_keys:\n  database: S3CRET: x\n",
		"service_keys:\n  database: S3CRET\n  database: S3CRET\n",
		"service_keys:\n  S3: [CRET]\n",
		"servicekeys:\n  database: S3CRET\n",
		"api_key: \"S3CRET\\n\"\n",
		"API_KEY: S3CRET\n",
		"proxy: ftp://u:S3CRET@example.com\n",
		"api_url: https://u:S3CRET@example.com\n",
		"accounts:\n  emea: S3CRET\n",
		"accounts: S3CRET\n",
		"S3CRET\n",
		"- S3CRET\n",
		"api_key: S3CRET\x01\n",
		"api_key: S3CRET\xff\n",
		"a: b\r\xc2\x85region: S\nservice_keys:\n  x: S3CRET\n",
	};
	size_t refused = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct error err = { 0 };

		write_file(texts[i]);
		assert_null(config_load(file, &err));
		refused++;
		if (memmem(&err, sizeof(err), "S3CRET", 6))
			fail_msg("%s: %s", texts[i], err.text);
	}
	assert_int_equal(refused, COUNT(texts));
}

static void test_json_problems(void **state)
{
	(void)state;
	refuse_json(
		"{\"regin\":\"eu\"}", PASSED ": there is no key \"regin\"; did you mean region?");
	refuse_json("{\"service_key\":42798}",
		PASSED ": service_key must be a text, not an integer; put it in quotes");
	refuse_json("{\"accounts\":{\"emea\":{\"region\":\"uk\"}}}",
		PASSED ": accounts.emea.region must be us or eu");
	refuse_json("{\"timeout\":\"x\"}",
		PASSED ": timeout must be a number of seconds above 0, at most 3600");
	refuse_json(
		"\"text\"", PASSED ": the configuration must be a mapping, with api_key and so on");
	refuse_json("{\"api_key\":\"S3CRET\"",
		"ST2_PAGERDUTY_CONFIG: line 1, column 20: not JSON: it ends too early");
	refuse_json(
		"{\"api_key\":\"S3CRET\",}", "ST2_PAGERDUTY_CONFIG: line 1, column 21: not JSON");
	refuse_json("{\"api_key\":\"a\",\"api_key\":\"S3CRET\"}",
		"ST2_PAGERDUTY_CONFIG: the member \"api_key\" appears twice");
}

/* If StackStorm passes only defaults, the file is used. */
static void test_json_without_content(void **state)
{
	static const char *const texts[] = { "", "null", "[]", "{}", " { } ", "{\"api_key\":null}",
		"{\"oauth\":{\"scopes\":[]},\"accounts\":{},\"users\":{}}",
		"{\"region\":\"us\",\"timeout\":30,\"max_retry_time\":60,\"debug\":false}" };

	(void)state;
	if (access(CONFIG_FILE, F_OK) == 0)
		skip();
	for (size_t i = 0; i < COUNT(texts); i++) {
		scoped(config_free_at) struct config *config = load_json(texts[i]);

		assert_string_equal(config_source(config), CONFIG_FILE);
	}
}

static void refuse_file(const char *name, const char *sentence)
{
	struct error err = { 0 };

	assert_null(config_load(name, &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	if (!strstr(err.text, sentence))
		fail_msg("%s", err.text);
}

static void test_what_is_no_file(void **state)
{
	char name[128];

	(void)state;
	refuse_file(folder, " is a folder, not a file");
	refuse_file("/dev/zero", " is a device or a pipe, not a file");
	(void)snprintf(name, sizeof(name), "%s/none", folder);
	refuse_file(name, "there is no file ");
	(void)snprintf(name, sizeof(name), "%s/link", folder);
	assert_int_equal(symlink("nowhere", name), 0);
	refuse_file(name, " is a link to a file that is not there");
	assert_int_equal(unlink(name), 0);
	assert_int_equal(mkfifo(name, 0600), 0);
	refuse_file(name, " is a device or a pipe, not a file");
	assert_int_equal(unlink(name), 0);
	write_file("");
	assert_int_equal(truncate(file, (1 << 20) + 1), 0);
	refuse_file(file, " is larger than 1024 KiB");
}

static void test_table(void **state)
{
	(void)state;
	for (int key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item((enum config_key)key);
		const char *name = config_key_name((enum config_key)key);

		assert_int_equal(config_find_key(name), key);
		assert_true(item->description && strlen(item->description) > 10);
		assert_true(!item->values || item->rule);
		/* A key with such a name is a secret. */
		assert_int_equal(config_key_secret((enum config_key)key),
			strstr(name, "key") || strstr(name, "token") || strstr(name, "secret") ||
				strstr(name, "proxy"));
	}
	assert_int_equal(config_find_key("none"), CONFIG_KEYS);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_table),
		cmocka_unit_test(test_defaults), cmocka_unit_test(test_whole_yaml),
		cmocka_unit_test(test_whole_json), cmocka_unit_test(test_secrets),
		cmocka_unit_test(test_empty_is_not_set), cmocka_unit_test(test_accounts),
		cmocka_unit_test(test_before_resolving), cmocka_unit_test(test_first),
		cmocka_unit_test(test_offline), cmocka_unit_test(test_problems),
		cmocka_unit_test(test_places), cmocka_unit_test(test_nothing_secret_is_quoted),
		cmocka_unit_test(test_json_problems), cmocka_unit_test(test_json_without_content),
		cmocka_unit_test(test_what_is_no_file) };

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
