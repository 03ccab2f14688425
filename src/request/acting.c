/* SPDX-License-Identifier: Apache-2.0 */
#include "request/acting.h"

#include "config/explain.h"
#include "json/json.h"

struct acting acting_find(const struct operation *operation, struct json_object *values,
	const struct config *config, const char *user)
{
	const struct param *param = operation_param_of(operation, PLACE_FROM);
	const char *given = param ? json_string(values, param->name) : NULL;
	const char *mapped = !given && user ? config_named(config, CONFIG_USERS, user) : NULL;

	if (given)
		return (struct acting){ given, "the parameter from_email", true };
	if (mapped)
		return (struct acting){ mapped, "users of the configuration", true };
	return (struct acting){ config_text(config, CONFIG_FROM_EMAIL),
		"from_email of the configuration", false };
}

void acting_explain_missing(
	const char *subject, const struct config *config, const char *user, struct error *err)
{
	if ((user && config_explain_missing(config, CONFIG_USERS, user, err)) ||
		config_explain_missing(config, CONFIG_FROM_EMAIL, NULL, err))
		return;
	(void)error_set(err, ERROR_CONFIG, 0, "%s, or set from_email, or users.%s, in %s", subject,
		user ? user : "NAME", config_place(config));
}

void acting_explain_unknown(const struct config *config, const char *user, struct error *err)
{
	(void)error_set(err, ERROR_CONFIG, 0,
		"nobody has said who %.80s is in PagerDuty: set users.%.80s to the PagerDuty e-mail address of this user, in %s",
		user ? user : "this user", user ? user : "NAME", config_place(config));
}
