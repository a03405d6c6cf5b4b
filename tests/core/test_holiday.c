/* test_holiday.c: the general holidays by year, their history, and the days equated by decree. */
#include "core/holiday.h"

#include <check.h>
#include <stdlib.h>

/* Whole years: every day that art. 3 makes a holiday on top of Sundays, and none other. */
static const struct {
	int year;
	const char *days[14];
} years[] = {
	{2019, {"01-01", "04-19", "04-22", "04-27", "05-05", "05-30", "05-31", "06-10", "12-25", "12-26", "12-27"}},
	{2022, {"01-01", "04-15", "04-18", "04-27", "05-05", "05-26", "05-27", "06-06", "12-25", "12-26"}},
	{2024, {"01-01", "03-29", "04-01", "04-27", "05-05", "05-09", "05-10", "05-20", "12-25", "12-26", "12-27"}},
	{2025, {"01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "05-30", "06-09", "12-25", "12-26"}},
	{2026, {"01-01", "01-02", "04-03", "04-06", "04-27", "05-05", "05-14", "05-15", "05-25", "12-25", "12-26"}},
	{2027, {"01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-07", "05-17", "12-25", "12-26"}},
	{2030, {"01-01", "04-19", "04-22", "04-27", "05-05", "05-30", "06-10", "12-25", "12-26"}},
};

START_TEST(a_year_has_these_holidays_and_no_others)
{
	size_t next = 0;
	for (int day = date_make(years[_i].year, 1, 1); day <= date_make(years[_i].year, 12, 31); day++) {
		if (!holiday_name(day))
			continue;
		char text[DATE_TEXT];
		date_format(day, text);
		ck_assert_msg(years[_i].days[next] != NULL, "%s is one too many", text);
		ck_assert_str_eq(text + 5, years[_i].days[next]);
		next++;
	}
	ck_assert_msg(years[_i].days[next] == NULL, "%d-%s is missing", years[_i].year, years[_i].days[next]);
}
END_TEST

static const struct {
	const char *day;
	const char *name; /* NULL: an ordinary day */
} days[] = {
	{"2014-04-26", "Koningsdag"},
	{"2014-04-27", NULL},
	{"2013-04-30", "Koninginnedag"},
	{"2006-04-29", "Koninginnedag"},
	{"2006-04-30", NULL},
	{"1978-05-01", "Koninginnedag"},
	{"1948-08-31", "Koninginnedag"},
	{"1890-08-31", NULL},
	{"2021-05-05", "Bevrijdingsdag"},
	{"2022-05-06", NULL}, /* a bridging day that no decree equated */
	{"2016-05-05", "Bevrijdingsdag"},
	{"2008-05-01", "Hemelvaartsdag"},
	{"2008-05-02", "gelijkgestelde dag"},
	{"2025-04-20", NULL}, /* Easter Sunday is a Sunday already */
	{"2025-06-08", NULL},
	{"2031-04-26", "Koningsdag"},
};

START_TEST(a_day_has_the_name_that_history_gave_it)
{
	const char *name = holiday_name(date_parse(slice_of(days[_i].day)));
	ck_assert_msg((name == NULL) == (days[_i].name == NULL), "%s: %s", days[_i].day, name ? name : "none");
	if (name)
		ck_assert_str_eq(name, days[_i].name);
}
END_TEST

START_TEST(weekends_and_holidays_are_free)
{
	ck_assert(holiday_is_free(date_make(2025, 1, 25)));
	ck_assert(holiday_is_free(date_make(2025, 1, 26)));
	ck_assert(!holiday_is_free(date_make(2025, 1, 27)));
	ck_assert(holiday_is_free(date_make(2025, 5, 30)));
	ck_assert(!holiday_is_free(DATE_NONE));
	ck_assert_ptr_null(holiday_name(DATE_NONE));
}
END_TEST

START_TEST(no_day_is_equated_after_the_last_decree)
{
	for (int day = date_make(holiday_last_known_year() + 1, 1, 1); day != DATE_NONE; day = date_add_days(day, 1)) {
		const char *name = holiday_name(day);
		ck_assert(!name || strcmp(name, "gelijkgestelde dag") != 0);
	}
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("holiday");
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, a_year_has_these_holidays_and_no_others, 0, ARRAY_SIZE(years));
	tcase_add_loop_test(tcase, a_day_has_the_name_that_history_gave_it, 0, ARRAY_SIZE(days));
	tcase_add_test(tcase, weekends_and_holidays_are_free);
	tcase_add_test(tcase, no_day_is_equated_after_the_last_decree);
	Suite *suite = suite_create("holiday");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
