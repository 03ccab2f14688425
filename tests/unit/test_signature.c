/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/text.h"
#include "webhook/signature.h"

#include <ctype.h>

/* The test vector of PagerDuty's client: webhookv3/webhookv3_test.go in go-pagerduty. */
static const char secret[] = "lDQHScfUeXUKaQRNF+8XIiDKZ7XX3itBAYzwU0TARw8lJqRnkKl2iB1anSb0Z+IK";
static const char vector[] = "v1=0c0b9495b893a39e70d1fea2fe11fbe0a825f88b9f67846f6cc07dd2bc5476cd";
static const char body[] =
	"{\"event\":{\"id\":\"01BWDWL3NYY7LUFPZCC28QUCMK\",\"event_type\":\"incident.priority_updated\","
	"\"resource_type\":\"incident\",\"occurred_at\":\"2021-04-26T17:36:27.458Z\",\"agent\":{"
	"\"html_url\":\"https://acme.pagerduty.com/users/PLH1HKV\",\"id\":\"PLH1HKV\","
	"\"self\":\"https://api.pagerduty.com/users/PLH1HKV\",\"summary\":\"Tenex Engineer\","
	"\"type\":\"user_reference\"},\"client\":null,\"data\":{\"id\":\"PGR0VU2\",\"type\":\"incident\","
	"\"self\":\"https://api.pagerduty.com/incidents/PGR0VU2\","
	"\"html_url\":\"https://acme.pagerduty.com/incidents/PGR0VU2\",\"number\":2,"
	"\"status\":\"triggered\",\"title\":\"A little bump in the road\",\"service\":{"
	"\"html_url\":\"https://acme.pagerduty.com/services/PF9KMXH\",\"id\":\"PF9KMXH\","
	"\"self\":\"https://api.pagerduty.com/services/PF9KMXH\",\"summary\":\"API Service\","
	"\"type\":\"service_reference\"},\"assignees\":[{"
	"\"html_url\":\"https://acme.pagerduty.com/users/PTUXL6G\",\"id\":\"PTUXL6G\","
	"\"self\":\"https://api.pagerduty.com/users/PTUXL6G\",\"summary\":\"User 123\","
	"\"type\":\"user_reference\"}],\"escalation_policy\":{"
	"\"html_url\":\"https://acme.pagerduty.com/escalation_policies/PUS0KTE\",\"id\":\"PUS0KTE\","
	"\"self\":\"https://api.pagerduty.com/escalation_policies/PUS0KTE\",\"summary\":\"Default\","
	"\"type\":\"escalation_policy_reference\"},\"teams\":[{"
	"\"html_url\":\"https://acme.pagerduty.com/teams/PFCVPS0\",\"id\":\"PFCVPS0\","
	"\"self\":\"https://api.pagerduty.com/teams/PFCVPS0\",\"summary\":\"Engineering\","
	"\"type\":\"team_reference\"}],\"priority\":{"
	"\"html_url\":\"https://acme.pagerduty.com/account/incident_priorities\",\"id\":\"PSO75BM\","
	"\"self\":\"https://api.pagerduty.com/priorities/PSO75BM\",\"summary\":\"P1\","
	"\"type\":\"priority_reference\"},\"urgency\":\"high\",\"conference_bridge\":{"
	"\"conference_number\":1000,\"conference_url\":\"https://example.com\"},"
	"\"resolve_reason\":null}}}";

static const char *const mismatch =
	"v1=7020c8a7ec668a9b7012bc3dd82e483394b038f4230acc6785efbf2a7d8bcaf5";

static bool holds_of(const char *header, const char *bytes, size_t len)
{
	unsigned char signature[SIGNATURE_SIZE];

	signature_make(secret, bytes, len, signature);
	return signature_is_among(header, signature);
}

static bool holds(const char *header)
{
	return holds_of(header, body, strlen(body));
}

static void test_vector(void **state)
{
	(void)state;
	assert_int_equal(strlen(body), 1655);
	assert_true(holds(vector));
	assert_false(holds(mismatch));
	assert_false(holds(""));
	assert_false(holds_of(vector, "", 0));
}

/* RFC 4231, test cases 1 and 2. */
static void test_rfc(void **state)
{
	unsigned char signature[SIGNATURE_SIZE];
	char longer[132] = "";

	(void)state;
	signature_make("Jefe", "what do ya want for nothing?", 28, signature);
	assert_true(signature_is_among(
		"v1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", signature));
	signature_make(
		"\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b",
		"Hi There", 8, signature);
	assert_true(signature_is_among(
		"v1=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7", signature));
	/* A key longer than a block. */
	memset(longer, 0xaa, sizeof(longer) - 1);
	signature_make(
		longer, "Test Using Larger Than Block-Size Key - Hash Key First", 54, signature);
	assert_true(signature_is_among(
		"v1=60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54", signature));
}

static void test_several(void **state)
{
	scoped(text_done) struct text header = TEXT(TEXT_ANY);

	(void)state;
	assert_true(text_addf(&header, "%s,%s", mismatch, vector));
	assert_true(holds(header.data));
	text_clear(&header);
	assert_true(text_addf(&header, " \t%s ,, %s\t", vector, mismatch));
	assert_true(holds(header.data));
	text_clear(&header);
	assert_true(text_addf(&header, "v2=%s,v10=%s,%s,junk", vector + 3, vector + 3, vector));
	assert_true(holds(header.data));
	text_clear(&header);
	assert_true(text_addf(&header, "v2=%s", vector + 3));
	assert_false(holds(header.data));
}

static void test_case(void **state)
{
	char header[sizeof(vector)];

	(void)state;
	memcpy(header, vector, sizeof(vector));
	for (char *c = header + 3; *c; c++)
		*c = (char)toupper(*c);
	assert_true(holds(header));
	header[0] = 'V';
	assert_false(holds(header));
}

/* Each digit and each byte of the body matters. */
static void test_changed(void **state)
{
	char header[sizeof(vector)], other[sizeof(body)];

	(void)state;
	memcpy(header, vector, sizeof(vector));
	for (size_t i = 3; header[i]; i++) {
		header[i] = vector[i] == '0' ? '1' : '0';
		assert_false(holds(header));
		header[i] = 'g';
		assert_false(holds(header));
		header[i] = vector[i];
	}
	memcpy(other, body, sizeof(body));
	for (size_t i = 0; i < sizeof(body) - 1; i += 97) {
		other[i] ^= 1;
		assert_false(holds_of(vector, other, sizeof(body) - 1));
		other[i] ^= 1;
	}
	assert_true(holds_of(vector, other, sizeof(body) - 1));
	for (size_t len = 0; len + 1 < sizeof(vector); len++) {
		memcpy(header, vector, len);
		header[len] = '\0';
		assert_false(holds(header));
	}
}

/* A right signature with more digits behind it is another one. */
static void test_longer(void **state)
{
	static const char *const more[] = { "0", "00", "0123456789abcdef",
		"0000000000000000000000000000000000000000000000000000000000000000" };
	scoped(text_done) struct text header = TEXT(TEXT_ANY);

	(void)state;
	for (size_t i = 0; i < COUNT(more); i++) {
		text_clear(&header);
		assert_true(text_addf(&header, "%s%s", vector, more[i]));
		assert_false(holds(header.data));
	}
}

static void test_odd_headers(void **state)
{
	static const char *const headers[] = { ",", ",,", " ", "v1", "v1=", "v1= ", "=",
		"v1=,v1=", "\tv1=\t" };

	(void)state;
	for (size_t i = 0; i < COUNT(headers); i++)
		assert_false(holds(headers[i]));
}

RUN(cmocka_unit_test(test_vector), cmocka_unit_test(test_rfc), cmocka_unit_test(test_several),
	cmocka_unit_test(test_case), cmocka_unit_test(test_changed), cmocka_unit_test(test_longer),
	cmocka_unit_test(test_odd_headers))
