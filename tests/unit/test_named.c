/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "action/named.h"

static void check(enum kind kind, const char *text, enum named_by by, const char *meant)
{
	struct named named;

	named_read(kind, text, &named);
	if (named.by != by)
		fail_msg("%s: read as %d, not as %d", text, named.by, by);
	assert_int_equal(named.len, strlen(meant));
	assert_memory_equal(named.start, meant, named.len);
}

static void check_wrong(enum kind kind, const char *text, const char *part)
{
	struct named named;

	named_read(kind, text, &named);
	assert_int_equal(named.by, NAMED_WRONG);
	assert_non_null(strstr(named.start, part));
}

static void test_ids(void **state)
{
	static const char *const ids[] = { "PABCDEF", "Q000000", "RABCDEFGHIJKLM" };
	static const char *const names[] = { "PABCDE", "QABCDEFGHIJKLMN", "SABCDEF", "PABCDEf",
		"PABC-EF", "pabcdef", "Platform" };

	(void)state;
	for (size_t i = 0; i < COUNT(ids); i++) {
		for (int kind = 0; kind < KINDS; kind++)
			check((enum kind)kind, ids[i], NAMED_BY_ID, ids[i]);
	}
	for (size_t i = 0; i < COUNT(names); i++) {
		check(KIND_SERVICE, names[i], NAMED_BY_NAME, names[i]);
		check(KIND_NONE, names[i], NAMED_BY_ID, names[i]);
	}
	check(KIND_SERVICE, " PABCDEF\n", NAMED_BY_ID, "PABCDEF");
	check(KIND_SERVICE, "\"PABCDEF\"", NAMED_BY_NAME, "\"PABCDEF\"");
}

/* Forms of ids that only some kinds have. */
static void test_other_ids(void **state)
{
	static const char uuid[] = "b02e973d-9620-4e0a-9edc-00fedf7d4694";
	static const char ulid[] = "01DA2MLYN0J5EFC1LKWXUKDDKT";

	(void)state;
	check(KIND_SERVICE, "P1", NAMED_BY_ID, "P1");
	check(KIND_USER, "PU12", NAMED_BY_ID, "PU12");
	check(KIND_SERVICE, "P123", NAMED_BY_NAME, "P123");
	check(KIND_SERVICE, "ABC1", NAMED_BY_NAME, "ABC1");
	check(KIND_SERVICE, "1", NAMED_BY_NAME, "1");
	check(KIND_SERVICE, "QA", NAMED_BY_NAME, "QA");
	check(KIND_SERVICE, "p1", NAMED_BY_NAME, "p1");
	check(KIND_PRIORITY, "P1", NAMED_BY_NAME, "P1");
	check(KIND_EVENT_ORCHESTRATION, uuid, NAMED_BY_ID, uuid);
	check(KIND_AUTOMATION_ACTION, ulid, NAMED_BY_ID, ulid);
	check(KIND_SERVICE, uuid, NAMED_BY_NAME, uuid);
	check(KIND_SERVICE, ulid, NAMED_BY_NAME, ulid);
	check(KIND_AUTOMATION_ACTION, "b02e973d-9620-4e0a-9edc-00fedf7d469X", NAMED_BY_NAME,
		"b02e973d-9620-4e0a-9edc-00fedf7d469X");
	check(KIND_INCIDENT_TYPE, "incident_default", NAMED_BY_ID, "incident_default");
	check(KIND_INCIDENT_TYPE, "Base Incident", NAMED_BY_NAME, "Base Incident");
	check(KIND_SCHEDULE, "null", NAMED_BY_ID, "null");
	check(KIND_TEAM, "null", NAMED_BY_NAME, "null");
}

static void test_forced(void **state)
{
	(void)state;
	check(KIND_SERVICE, "name:PABCDEF", NAMED_BY_NAME, "PABCDEF");
	check(KIND_SERVICE, "NAME: id:x ", NAMED_BY_NAME, "id:x");
	check(KIND_USER, "name:me", NAMED_BY_NAME, "me");
	check(KIND_SERVICE, "id:Web shop", NAMED_BY_ID, "Web shop");
	check(KIND_INCIDENT, "id:1234", NAMED_BY_ID, "1234");
	check(KIND_SERVICE, "names: x", NAMED_BY_NAME, "names: x");
	check(KIND_NONE, "name:x", NAMED_BY_ID, "name:x");
	check_wrong(KIND_SERVICE, "name:", "followed by a name");
	check_wrong(KIND_SERVICE, "name: \t", "followed by a name");
	check_wrong(KIND_SERVICE, "id: ", "followed by an id");
	check_wrong(KIND_INCIDENT, "name:Disk full", "has no name");
}

static void test_incidents(void **state)
{
	static const char *const ids[] = { "pt4khlk", "\"PT4KHLK\"", "'Pt4khlk'.", "`PT4KHLK`",
		"\xe2\x80\x9cPT4KHLK\xe2\x80\x9d", "\xe2\x80\x98PT4KHLK\xe2\x80\x99.", "#PT4KHLK",
		"https://acme.pagerduty.com/incidents/PT4KHLK", "(PT4KHLK),",
		"HTTPS://acme.pagerduty.com/incidents/pt4khlk?a=b", "<http://x/incidents/PT4KHLK>",
		"<https://x/incidents/PT4KHLK/notes|#12>", "https://x/incidents/PT4KHLK#notes." };
	static const char *const numbers[] = { "1234", "#1234", "\"#1234\"", "(#1234)", "1234.",
		"https://x/incidents/1234", "<https://x/incidents/1234|x>" };
	static const char *const others[] = { "disk full", "#", "...", "#12a", "a/b", "P1", "",
		"12 34", "pt4khl", "incidents/PT4KHLK" };

	(void)state;
	for (size_t i = 0; i < COUNT(ids); i++)
		check(KIND_INCIDENT, ids[i], NAMED_BY_ID, "PT4KHLK");
	for (size_t i = 0; i < COUNT(numbers); i++)
		check(KIND_INCIDENT, numbers[i], NAMED_BY_NUMBER, "1234");
	for (size_t i = 0; i < COUNT(others); i++)
		check(KIND_INCIDENT, others[i], NAMED_BY_ID, others[i]);
	check_wrong(KIND_INCIDENT, "https://x/services/PT4KHLK", "web address of an incident");
	check_wrong(KIND_INCIDENT, "https://x/incidents/", "web address of an incident");
	check_wrong(KIND_INCIDENT, "https://x/incidents/new", "web address of an incident");
	check_wrong(KIND_INCIDENT, "<https://x>", "web address of an incident");
}

static void test_users(void **state)
{
	(void)state;
	check(KIND_USER, "me", NAMED_ME, "me");
	check(KIND_USER, " ME ", NAMED_ME, "ME");
	check(KIND_TEAM, "me", NAMED_BY_NAME, "me");
	check(KIND_USER, "<mailto:a@b.c|a@b.c>", NAMED_BY_NAME, "a@b.c");
	check(KIND_USER, "<mailto:a@b.c>", NAMED_BY_NAME, "a@b.c");
	check(KIND_USER, "mailto:a@b.c", NAMED_BY_NAME, "a@b.c");
	check(KIND_USER, "MAILTO:a@b.c", NAMED_BY_NAME, "a@b.c");
	check(KIND_USER, "<a@b.c>", NAMED_BY_NAME, "a@b.c");
	check(KIND_USER, "a|b@c", NAMED_BY_NAME, "a|b@c");
	check(KIND_USER, "<Ana>", NAMED_BY_NAME, "<Ana>");
	check(KIND_USER, "<mailto:>", NAMED_BY_NAME, "<mailto:>");
	check(KIND_USER, "<mailto:|x@y>", NAMED_BY_NAME, "<mailto:|x@y>");
	check(KIND_SERVICE, "mailto:a@b.c", NAMED_BY_NAME, "mailto:a@b.c");
}

RUN(cmocka_unit_test(test_ids), cmocka_unit_test(test_other_ids), cmocka_unit_test(test_forced),
	cmocka_unit_test(test_incidents), cmocka_unit_test(test_users))
