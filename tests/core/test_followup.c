/* test_followup.c: what people read of a follow-up's state. */
#include "core/followup.h"

#include <check.h>

static const struct state_row {
	enum followup_status status;
	const char *latest; /* "" for none */
	bool review;
	const char *state;
} rows[] = {
	{FOLLOWUP_PENDING, "2025-03-05", false, "overdue"}, {FOLLOWUP_PENDING, "2025-03-06", false, "pending"},
	{FOLLOWUP_PENDING, "2025-03-07", false, "pending"}, {FOLLOWUP_PENDING, "", false, "pending"},
	{FOLLOWUP_PENDING, "2025-03-05", true, "pending"},  {FOLLOWUP_FULFILLED, "2025-03-05", false, "fulfilled"},
	{FOLLOWUP_WAIVED, "2025-03-05", false, "waived"},   {FOLLOWUP_WITHDRAWN, "2025-03-05", false, "withdrawn"},
};

START_TEST(only_a_pending_one_whose_last_day_has_passed_is_overdue)
{
	const struct state_row *row = &rows[_i];
	struct followup f = {.status = row->status, .latest = date_parse(slice_of(row->latest)), .review = row->review};
	ck_assert_msg(strcmp(followup_state(&f, date_make(2025, 3, 6)), row->state) == 0, "row %d", _i);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("followup");
	TCase *tc = tcase_create("state");
	tcase_add_loop_test(tc, only_a_pending_one_whose_last_day_has_passed_is_overdue, 0, ARRAY_SIZE(rows));
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
