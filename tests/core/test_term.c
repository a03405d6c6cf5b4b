/* test_term.c: adding a term as law counts it, and telling how. */
#include "core/term.h"

#include <check.h>
#include <stdlib.h>

static const struct {
	const char *from, *length, *raw, *atw;
} sums[] = {
	{"2016-02-29", "3m", "2016-05-29", "2016-05-30"}, /* ECLI:NL:HR:2017:2225 */
	{"2017-12-19", "3d", "2017-12-22", "2017-12-22"},
	{"2017-12-20", "3d", "2017-12-23", "2017-12-27"},
	{"2017-12-22", "3d", "2017-12-25", "2017-12-28"}, /* art. 1, then art. 2 */
	{"2025-04-18", "3d", "2025-04-21", "2025-04-23"}, /* from Good Friday */
	{"2025-04-17", "3d", "2025-04-20", "2025-04-23"},
	{"2025-12-31", "3d", "2026-01-03", "2026-01-06"},
	{"2026-03-12", "4w", "2026-04-09", "2026-04-09"},
	{"2026-04-06", "3w", "2026-04-27", "2026-04-28"},
	{"2025-04-05", "3w", "2025-04-26", "2025-04-28"}, /* the King's day on a Saturday */
	{"2024-11-25", "30d", "2024-12-25", "2024-12-30"},
	{"2024-04-09", "30d", "2024-05-09", "2024-05-13"},
	{"2022-04-26", "30d", "2022-05-26", "2022-05-30"},
	{"2022-04-05", "30d", "2022-05-05", "2022-05-06"}, /* 6 May 2022 was not equated */
	{"2008-04-01", "30d", "2008-05-01", "2008-05-06"},
	{"2024-09-27", "90d", "2024-12-26", "2024-12-30"}, /* art. 4: 90 days are covered, */
	{"2024-09-26", "91d", "2024-12-26", "2024-12-26"}, /* 91 are not; */
	{"2024-10-09", "12w", "2025-01-01", "2025-01-02"},
	{"2024-10-02", "13w", "2025-01-01", "2025-01-01"},
	{"2025-01-26", "3m", "2025-04-26", "2025-04-28"},
	{"2024-12-26", "4m", "2025-04-26", "2025-04-26"},
	{"2025-01-26", "1q", "2025-04-26", "2025-04-28"},
	{"2024-10-26", "2q", "2025-04-26", "2025-04-26"},
	{"2024-04-26", "1y", "2025-04-26", "2025-04-26"}, /* a year never is */
	{"2025-11-30", "3m", "2026-02-28", "2026-03-02"},
	{"2023-01-31", "1m", "2023-02-28", "2023-02-28"},
	{"2024-01-31", "1m", "2024-02-29", "2024-02-29"},
	{"2024-02-29", "1y", "2025-02-28", "2025-02-28"},
	{"2027-04-21", "2w", "2027-05-05", "2027-05-10"},
	{"2025-03-21", "4w", "2025-04-18", "2025-04-22"}, /* Good Friday runs to the Tuesday */
	{"2025-05-26", "2d", "2025-05-28", "2025-05-28"}, /* art. 2 needs three days */
	{"2025-04-17", "2wd", "2025-04-23", "2025-04-23"},
	{"2025-12-23", "5wd", "2026-01-05", "2026-01-05"},
	{"2199-12-30", "2d", "", ""},
};

START_TEST(a_term_ends_where_law_counts_it_to)
{
	struct term term;
	char text[DATE_TEXT];
	int from = date_parse(slice_of(sums[_i].from));
	ck_assert_int_eq(term_parse(slice_of(sums[_i].length), &term, NULL), OK);
	ck_assert_str_eq(date_format(term_add(from, term, false, NULL, NULL), text), sums[_i].raw);
	ck_assert_str_eq(date_format(term_add(from, term, true, NULL, NULL), text), sums[_i].atw);
}
END_TEST

static const struct {
	const char *from, *length;
	bool dutch;
	const char *steps[4];
} told[] = {
	{"2024-08-27", "3w", true, {"2024-08-27 + 3 weken = 2024-09-17"}},
	{"2024-08-27", "1m", false, {"2024-08-27 + 1 month = 2024-09-27"}},
	{"2025-04-05",
	 "3w",
	 true,
	 {"2025-04-05 + 3 weken = 2025-04-26", "2025-04-26 is Koningsdag: naar 2025-04-28 (Atw art. 1)"}},
	{"2025-02-13",
	 "2d",
	 false,
	 {"2025-02-13 + 2 days = 2025-02-15", "2025-02-15 is a Saturday: to 2025-02-17 (Atw art. 1)"}},
	{"2017-12-22",
	 "3d",
	 true,
	 {"2017-12-22 + 3 dagen = 2017-12-25", "2017-12-25 is eerste kerstdag: naar 2017-12-27 (Atw art. 1)",
	  "minder dan twee werkdagen in de termijn: naar 2017-12-28 (Atw art. 2)"}},
	{"2024-12-26",
	 "4m",
	 true,
	 {"2024-12-26 + 4 maanden = 2025-04-26",
	  "langer dan 90 dagen, twaalf weken of drie maanden: niet verlengd (Atw art. 4)"}},
	{"2030-01-01",
	 "3w",
	 true,
	 {"2030-01-01 + 3 weken = 2030-01-22", "gelijkgestelde dagen zijn bekend tot en met 2028 (Atw art. 3)"}},
};

START_TEST(every_step_is_told_with_its_article)
{
	struct arena *arena = arena_new();
	struct steps steps = {.dutch = told[_i].dutch};
	struct term term;
	ck_assert_int_eq(term_parse(slice_of(told[_i].length), &term, NULL), OK);
	term_add(date_parse(slice_of(told[_i].from)), term, true, arena, &steps);
	for (size_t i = 0; i < steps.n; i++) {
		ck_assert_ptr_nonnull(told[_i].steps[i]);
		ck_assert_str_eq(steps.v[i], told[_i].steps[i]);
	}
	ck_assert_ptr_null(told[_i].steps[steps.n]);
	arena_free(arena);
}
END_TEST

static const char *const bad_lengths[] = {"",    "3",   "w",   "0d",           "10000d", "3x",
					  "-3d", "3 d", "3dd", "99999999999d", "wd"};

START_TEST(a_recess_does_not_count_and_a_day_of_two_recesses_not_twice)
{
	struct period recesses[] = {{"may", date_make(2025, 5, 1), date_make(2025, 5, 10)},
				    {"may", date_make(2025, 5, 6), date_make(2025, 5, 15)},
				    {"summer", date_make(2025, 7, 12), date_make(2025, 8, 24)}};
	int meetings[] = {date_make(2025, 6, 5), date_make(2025, 9, 4)};
	struct calendar calendar = {.recesses = recesses, .recess_count = 3, .meetings = meetings, .meeting_count = 2};
	struct term three_weeks = {3, TERM_WEEKS};
	int from = date_make(2025, 4, 28), end = term_add(from, three_weeks, false, NULL, NULL);
	end = term_skip_recesses(from, end, &calendar, NULL, NULL);
	ck_assert_int_eq(end, date_make(2025, 6, 3)); /* 19 May and fifteen days */
	ck_assert_int_eq(term_to_meeting(end, &calendar, NULL, NULL), date_make(2025, 6, 5));
	from = date_make(2025, 8, 1);
	end = term_add(from, three_weeks, false, NULL, NULL);
	ck_assert_int_eq(term_skip_recesses(from, end, &calendar, NULL, NULL),
			 date_make(2025, 9, 14)); /* begun in it */
	ck_assert_int_eq(term_to_meeting(date_make(2025, 9, 5), &calendar, NULL, NULL), DATE_NONE);
}
END_TEST

START_TEST(a_term_is_counted_back_as_it_is_counted_on)
{
	ck_assert_int_eq(term_subtract(date_make(2025, 3, 31), (struct term){1, TERM_MONTHS}), date_make(2025, 2, 28));
	ck_assert_int_eq(term_subtract(date_make(2025, 9, 16), (struct term){2, TERM_WEEKS}), date_make(2025, 9, 2));
	ck_assert_int_eq(term_subtract(date_make(2025, 4, 22), (struct term){1, TERM_WORKING_DAYS}),
			 date_make(2025, 4, 17)); /* Easter is between */
	ck_assert_int_eq(term_subtract(date_make(1800, 1, 1), (struct term){1, TERM_DAYS}), DATE_NONE);
}
END_TEST

START_TEST(a_length_that_is_none_is_refused_with_the_forms_that_are)
{
	struct term term = {7, TERM_DAYS};
	struct err err = {0};
	ck_assert_int_eq(term_parse(slice_of(bad_lengths[_i]), &term, &err), E_INVALID);
	ck_assert_int_eq(term.n, 7);
	ck_assert_ptr_nonnull(strstr(err.msg, "10wd"));
}
END_TEST

/* For every term of up to fourteen days in three years: never shorter, never ending on a free day, and never more than
 * two weeks longer. */
START_TEST(the_act_only_ever_lengthens)
{
	for (int from = date_make(2025, 1, 1); from < date_make(2028, 1, 1); from++)
		for (int n = 1; n <= 14; n++) {
			struct term term = {n, TERM_DAYS};
			int raw = term_add(from, term, false, NULL, NULL), end = term_add(from, term, true, NULL, NULL);
			ck_assert(end >= raw && end <= raw + 14);
			ck_assert_int_eq(term_add(from, term, true, NULL, NULL), end);
		}
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("term");
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, a_term_ends_where_law_counts_it_to, 0, ARRAY_SIZE(sums));
	tcase_add_loop_test(tcase, every_step_is_told_with_its_article, 0, ARRAY_SIZE(told));
	tcase_add_loop_test(tcase, a_length_that_is_none_is_refused_with_the_forms_that_are, 0,
			    ARRAY_SIZE(bad_lengths));
	tcase_add_test(tcase, the_act_only_ever_lengthens);
	tcase_add_test(tcase, a_recess_does_not_count_and_a_day_of_two_recesses_not_twice);
	tcase_add_test(tcase, a_term_is_counted_back_as_it_is_counted_on);
	Suite *suite = suite_create("term");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
