/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/nearest.h"

static void test_nearest(void **state)
{
	(void)state;
	static const char *const words[] = { "entity_id", "from_email", "maximum", "id", NULL };
	static const char *const none[] = { NULL };
	/* A word that is too long is near to nothing, and the search goes on. */
	static const char *const long_first[] = {
		"0123456789012345678901234567890123456789012345678901234567890123", "name", NULL
	};
	char huge[5000];

	assert_string_equal(nearest("entityid", words), "entity_id");
	assert_string_equal(nearest("entity_ids", words), "entity_id");
	assert_string_equal(nearest("fromemail", words), "from_email");
	assert_string_equal(nearest("maxmium", words), "maximum");
	assert_string_equal(nearest("maximum", words), "maximum");
	assert_null(nearest("statuses", words));
	assert_null(nearest("", words));
	assert_null(nearest("x", none));
	assert_string_equal(nearest("namex", long_first), "name");
	assert_null(nearest(long_first[0], long_first));
	memset(huge, 'x', sizeof(huge) - 1);
	huge[sizeof(huge) - 1] = '\0';
	assert_null(nearest(huge, words));
}

RUN(cmocka_unit_test(test_nearest))
