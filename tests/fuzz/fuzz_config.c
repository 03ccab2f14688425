/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads the input as a configuration file (YAML), then as StackStorm passes it (JSON). Either it is
 * accepted and all values can be read, or it is refused with sentences of one line each.
 */
#include "fuzz.h"

#include "base/redact.h"
#include "config/explain.h"
#include "config/keys.h"
#include "config/resolve.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST = 16384 };

/* Every value that the checker accepted can be read. */
static void read_all(struct config *config)
{
	scoped(text_done) struct text names = TEXT(TEXT_ANY);
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };
	const char *text;

	config_stay_offline(config);
	for (enum config_key key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item(key);

		if (item->type == CONFIG_TYPE_SECONDS) {
			HOLDS(config_number(config, key) >= 0);
			HOLDS(config_number(config, key) <= item->most);
		} else if (item->type == CONFIG_TYPE_FLAG) {
			(void)config_flag(config, key);
		} else if (item->type == CONFIG_TYPE_MAP) {
			HOLDS(config_resolve_named(config, key, "a", &err));
			text = config_named(config, key, "a");
			HOLDS(!text || *text);
			config_add_names(config, key, &names);
			HOLDS(!names.failed);
		} else {
			HOLDS(config_resolve(config, key, &err));
			text = config_text(config, key);
			HOLDS(!text || *text);
		}
	}
}

static void check_config(struct config *config, const struct error *err)
{
	if (!config) {
		HOLDS(err->kind == ERROR_CONFIG);
		fuzz_check_error(err);
		return;
	}
	struct error none = { 0 };
	read_all(config);
	if (config_use_account(config, "a", &none))
		read_all(config);
	else
		fuzz_check_error(&none);
	config_free(config);
	redact_forget();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct error err = { 0 }, other = { 0 };
	char name[64], text[MOST + 1];

	if (size > MOST)
		return 0;
	int file = memfd_create("config", MFD_CLOEXEC);
	HOLDS(file >= 0 && write(file, data, size) == (ssize_t)size);
	(void)snprintf(name, sizeof(name), "/proc/self/fd/%d", file);
	check_config(config_load(name, &err), &err);
	HOLDS(!close(file));
	memcpy(text, data, size);
	text[size] = '\0';
	HOLDS(!setenv("ST2_PAGERDUTY_CONFIG", text, 1));
	check_config(config_load(NULL, &other), &other);
	return 0;
}
