/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "action/kind.h"
#include "action/operation.h"

static void test_rows(void **state)
{
	(void)state;
	for (int kind = 0; kind < KINDS; kind++) {
		const struct kind_row *row = kind_row((enum kind)kind);
		bool listed = row->path != NULL;

		assert_non_null(row->thing);
		assert_non_null(row->things);
		assert_int_equal(listed, kind != KIND_NONE && kind != KIND_INCIDENT);
		if (!listed)
			continue;
		assert_int_equal(row->path[0], '/');
		assert_non_null(row->member);
		assert_non_null(row->name);
		assert_non_null(strstr(kind_given((enum kind)kind), "id"));
	}
}

static void test_types(void **state)
{
	(void)state;
	assert_int_equal(kind_of_type("team"), KIND_TEAM);
	assert_int_equal(kind_of_type("teams"), KIND_TEAM);
	assert_int_equal(kind_of_type("team_reference"), KIND_TEAM);
	assert_int_equal(kind_of_type("escalation_policies"), KIND_ESCALATION_POLICY);
	assert_int_equal(kind_of_type("business_service_reference"), KIND_BUSINESS_SERVICE);
	assert_int_equal(kind_of_type("schedule"), KIND_SCHEDULE);
	assert_int_equal(kind_of_type("account_reference"), KIND_NONE);
	assert_int_equal(kind_of_type("_reference"), KIND_NONE);
	assert_int_equal(kind_of_type("tea"), KIND_NONE);
	assert_int_equal(kind_of_type(""), KIND_NONE);
	assert_int_equal(kind_of_type(NULL), KIND_NONE);
}

/* A parameter that says the kind of another one exists, and each of its values is a kind. */
static void test_kinds_by_parameter(void **state)
{
	const struct operation *row = NULL;
	size_t seen = 0;

	(void)state;
	while ((row = operation_next(row))) {
		const struct param *param;

		for (size_t i = 0; (param = operation_param(row, i)); i++) {
			const struct param *by =
				param->kind_by ? operation_find_param(row, param->kind_by) : NULL;

			assert_int_equal(by != NULL, param->kind_by != NULL);
			for (size_t v = 0; by && by->values[v]; v++) {
				bool account = !strncmp(by->values[v], "account", 7);

				assert_int_equal(kind_of_type(by->values[v]) == KIND_NONE, account);
				seen++;
			}
		}
	}
	assert_true(seen > 5);
}

RUN(cmocka_unit_test(test_rows), cmocka_unit_test(test_types),
	cmocka_unit_test(test_kinds_by_parameter))
