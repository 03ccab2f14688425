/* SPDX-License-Identifier: Apache-2.0 */
#include "request/acting.h"

#include "json/json.h"

bool acting_find(const struct operation *operation, struct json_object *values,
	struct config *config, const char *user, struct acting *out, struct error *err)
{
	const struct param *param = operation_param_of(operation, PLACE_FROM);
	const char *address = param ? json_string(values, param->name) : NULL;

	out->origin = address ? "the parameter from_email" : "users of the configuration";
	if (!address && user && !config_named(config, CONFIG_USERS, user, &address, err))
		return false;
	out->own = address != NULL;
	if (!address) {
		out->origin = "from_email of the configuration";
		if (!config_text(config, CONFIG_FROM_EMAIL, &address, err))
			return false;
	}
	out->address = address;
	return true;
}

bool acting_explain_missing(
	const char *subject, struct config *config, const char *user, struct error *err)
{
	return (!user || config_is_absent(config, CONFIG_USERS, user, err)) &&
	       config_is_absent(config, CONFIG_FROM_EMAIL, NULL, err) &&
	       error_set(err, ERROR_CONFIG, 0, "%s, or set from_email, or users.%s, in %s", subject,
		       user ? user : "NAME", config_place(config));
}

bool acting_explain_unknown(struct config *config, const char *user, struct error *err)
{
	return error_set(err, ERROR_CONFIG, 0,
		"nobody has said who %.80s is in PagerDuty: set users.%.80s to the PagerDuty e-mail address of this user, in %s",
		user ? user : "this user", user ? user : "NAME", config_place(config));
}
