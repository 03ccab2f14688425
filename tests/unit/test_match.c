/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "lookup/match.h"

/* Makes records of teams from "id name, id name". */
static struct span list_of(const char *records, struct text *out)
{
	(void)text_add(out, "[");
	while (*records) {
		size_t id = strcspn(records, " "), len = strcspn(records, ",");

		(void)text_addf(out, "%s{\"id\":\"%.*s\",\"name\":\"%.*s\"}",
			out->len > 1 ? "," : "", (int)id, records, (int)(len - id - 1),
			records + id + 1);
		records += len;
		records += strspn(records, ", ");
	}
	(void)text_add(out, "]");
	return (struct span){ out->data, out->len };
}

static bool find(
	const char *name, bool loosely, const char *records, struct text *id, struct error *err)
{
	scoped(text_done) struct text list = TEXT(TEXT_ANY);
	struct wanted wanted = { KIND_TEAM, "team_ids[1]", name, loosely };

	*err = (struct error){ 0 };
	text_clear(id);
	return match_find(&wanted, list_of(records, &list), id, err);
}

static void check_found(const char *name, bool loosely, const char *records, const char *id)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	struct error err;

	if (!find(name, loosely, records, &out, &err))
		fail_msg("%s: %s", name, err.text);
	assert_string_equal(text_string(&out), id);
}

static void check_refused(const char *name, bool loosely, const char *records, const char *sentence)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);
	struct error err;

	assert_false(find(name, loosely, records, &out, &err));
	assert_int_equal(err.kind, ERROR_USAGE);
	assert_string_equal(err.text, sentence);
	assert_int_equal(out.len, 0);
}

static void test_exact(void **state)
{
	(void)state;
	check_found("Web", false, "P1 Web, P2 Web shop, P3 The web", "P1");
	check_found("wEB", true, "P2 Web shop, P1 Web", "P1");
	check_found("ÄRZTE", false, "P1 ärzte", "P1");
	check_found(" Web ", false, "P1  Web ", "P1");
	check_refused("web", true, "P1 Web, P2 WEB",
		"team_ids[1]: 2 teams are called \"web\"; give the id of one: \"Web\" (P1), \"WEB\" (P2)");
}

static void test_loose(void **state)
{
	(void)state;
	check_found("shop", true, "P1 Web, P2 Web Shop", "P2");
	check_refused("shop", false, "P1 Web, P2 Web Shop",
		"team_ids[1]: there is no team \"shop\"; the nearest is \"Web Shop\" (P2)");
	check_refused("web", true, "P1 Web 1, P2 Web 2",
		"team_ids[1]: 2 teams have a name with \"web\"; give the id of one: \"Web 1\" (P1), \"Web 2\" (P2)");
}

static void test_none(void **state)
{
	(void)state;
	check_refused("web", true, "",
		"team_ids[1]: there is no team \"web\", and none whose name contains that");
	check_refused("operatoins", false,
		"P1 Operation, P2 Web, P3 Operations, P4 Operation 1, P5 Operatoin",
		"team_ids[1]: there is no team \"operatoins\"; the nearest are \"Operatoin\" (P5), \"Operations\" (P3), \"Operation\" (P1)");
}

/* Records without an id or a name do not match. */
static void test_odd_records(void **state)
{
	static const char list[] =
		"[{\"name\":\"Web\"},{\"id\":7,\"name\":\"Web\"},5,null,[],"
		"{\"id\":\"P1\"},{\"id\":\"P2\",\"name\":null,\"summary\":\"Web\"},"
		"{\"id\":\"P3\",\"name\":\"\\u0057eb shop\"}]";
	struct wanted wanted = { KIND_TEAM, "team", "web", false };
	scoped(text_done) struct text id = TEXT(TEXT_ANY);
	struct error err = { 0 };

	(void)state;
	assert_true(match_find(&wanted, (struct span){ list, sizeof(list) - 1 }, &id, &err));
	assert_string_equal(text_string(&id), "P2");
	text_clear(&id);
	wanted.name = "WEB SHOP";
	assert_true(match_find(&wanted, (struct span){ list, sizeof(list) - 1 }, &id, &err));
	assert_string_equal(text_string(&id), "P3");
}

/* Users are also found by their address, but only by the whole address. */
static void test_addresses(void **state)
{
	static const char list[] =
		"[{\"id\":\"P1\",\"name\":\"Ana\",\"email\":\"ana@example.com\"},"
		"{\"id\":\"P2\",\"name\":\"ana@example.org\",\"email\":\"x@y.z\"}]";
	struct span span = { list, sizeof(list) - 1 };
	struct wanted wanted = { KIND_USER, "user", "ANA@example.com", true };
	scoped(text_done) struct text id = TEXT(TEXT_ANY);
	struct error err = { 0 };

	(void)state;
	assert_true(match_find(&wanted, span, &id, &err));
	assert_string_equal(text_string(&id), "P1");
	wanted.name = "example.com";
	assert_false(match_find(&wanted, span, &id, &err));
}

RUN(cmocka_unit_test(test_exact), cmocka_unit_test(test_loose), cmocka_unit_test(test_none),
	cmocka_unit_test(test_odd_records), cmocka_unit_test(test_addresses))
