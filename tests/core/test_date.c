/* test_date.c: civil days as numbers, against a counter that only knows how long months are. */
#include "core/date.h"

#include <check.h>
#include <stdlib.h>

/* Walks every day from 1800 to 2199 without any arithmetic of the module. */
START_TEST(every_day_of_four_centuries_has_its_number_and_parts)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int number = date_make(1800, 1, 1), weekday = 3; /* a Wednesday */
	for (int year = 1800; year <= 2199; year++)
		for (int month = 1; month <= 12; month++) {
			bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
			int length = lengths[month - 1] + (month == 2 && leap);
			ck_assert_int_eq(date_days_in_month(year, month), length);
			for (int day = 1; day <= length; day++, number++, weekday = weekday % 7 + 1) {
				ck_assert_int_eq(date_make(year, month, day), number);
				ck_assert_int_eq(date_weekday(number), weekday);
				struct ymd d = date_parts(number);
				ck_assert(d.year == year && d.month == month && d.day == day);
			}
			ck_assert_int_eq(date_make(year, month, length + 1), DATE_NONE);
		}
	ck_assert_int_eq(date_add_days(number - 1, 1), DATE_NONE);
}
END_TEST

static const struct {
	int year, month, day;
} no_days[] = {{2025, 2, 29}, {1900, 2, 29}, {2025, 2, 30},  {2025, 4, 31}, {2025, 13, 1},
	       {2025, 0, 1},  {2025, 1, 0},  {1799, 12, 31}, {2200, 1, 1},  {2025, -1, 1}};

START_TEST(a_day_that_does_not_exist_is_none)
{
	ck_assert_int_eq(date_make(no_days[_i].year, no_days[_i].month, no_days[_i].day), DATE_NONE);
}
END_TEST

static const struct {
	const char *from;
	int months;
	const char *to;
} months[] = {
	{"2025-01-31", 1, "2025-02-28"}, {"2024-01-31", 1, "2024-02-29"},  {"2024-02-29", 12, "2025-02-28"},
	{"2025-08-31", 6, "2026-02-28"}, {"2025-03-31", -1, "2025-02-28"}, {"2025-01-15", -13, "2023-12-15"},
	{"2025-12-31", 2, "2026-02-28"}, {"2025-05-31", 0, "2025-05-31"},  {"2199-12-01", 1, ""},
	{"1800-01-01", -1, ""},
};

START_TEST(months_clamp_to_the_last_day_of_the_target_month)
{
	char text[DATE_TEXT];
	int day = date_add_months(date_parse(slice_of(months[_i].from)), months[_i].months);
	ck_assert_str_eq(date_format(day, text), months[_i].to);
}
END_TEST

static const struct {
	int year, week;
	const char *monday;
} weeks[] = {
	{2025, 1, "2024-12-30"}, {2025, 23, "2025-06-02"}, {2026, 23, "2026-06-01"}, {2020, 53, "2020-12-28"},
	{2021, 1, "2021-01-04"}, {2021, 53, ""},           {2026, 53, "2026-12-28"}, {2025, 0, ""},
};

START_TEST(a_week_belongs_to_the_year_of_its_thursday)
{
	char text[DATE_TEXT];
	ck_assert_str_eq(date_format(date_iso_week(weeks[_i].year, weeks[_i].week), text), weeks[_i].monday);
}
END_TEST

static const char *const easters[] = {"1818-03-22", "1943-04-25", "2008-03-23", "2019-04-21",
				      "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"};

START_TEST(easter_is_the_gregorian_one)
{
	char text[DATE_TEXT];
	int year = date_parts(date_parse(slice_of(easters[_i]))).year;
	ck_assert_str_eq(date_format(date_easter(year), text), easters[_i]);
}
END_TEST

START_TEST(the_nth_weekday_is_found_or_none)
{
	ck_assert_int_eq(date_nth_weekday(2025, 9, 2, 3), date_make(2025, 9, 16));
	ck_assert_int_eq(date_nth_weekday(2025, 9, 1, 5), date_make(2025, 9, 29));
	ck_assert_int_eq(date_nth_weekday(2025, 9, 3, 5), DATE_NONE);
}
END_TEST

static const char *const bad_dates[] = {"",           "2025-1-23",  "2025-02-30", "2025/01/23", "2025-01-23T",
					" 2025-01-2", "20250123--", "2025-01-2x"};

START_TEST(only_the_exact_form_is_read)
{
	ck_assert_int_eq(date_parse(slice_of(bad_dates[_i])), DATE_NONE);
}
END_TEST

START_TEST(none_stays_none)
{
	char text[DATE_TEXT];
	ck_assert_int_eq(date_add_days(DATE_NONE, 1), DATE_NONE);
	ck_assert_int_eq(date_add_months(DATE_NONE, 1), DATE_NONE);
	ck_assert_str_eq(date_format(DATE_NONE, text), "");
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("date");
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, every_day_of_four_centuries_has_its_number_and_parts);
	tcase_add_loop_test(tcase, a_day_that_does_not_exist_is_none, 0, ARRAY_SIZE(no_days));
	tcase_add_loop_test(tcase, months_clamp_to_the_last_day_of_the_target_month, 0, ARRAY_SIZE(months));
	tcase_add_loop_test(tcase, a_week_belongs_to_the_year_of_its_thursday, 0, ARRAY_SIZE(weeks));
	tcase_add_loop_test(tcase, easter_is_the_gregorian_one, 0, ARRAY_SIZE(easters));
	tcase_add_test(tcase, the_nth_weekday_is_found_or_none);
	tcase_add_loop_test(tcase, only_the_exact_form_is_read, 0, ARRAY_SIZE(bad_dates));
	tcase_add_test(tcase, none_stays_none);
	Suite *suite = suite_create("date");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
