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
} named[] = {
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
	const char *name = holiday_name(date_parse(slice_of(named[_i].day)));
	ck_assert_msg((name == NULL) == (named[_i].name == NULL), "%s: %s", named[_i].day, name ? name : "none");
	if (name)
		ck_assert_str_eq(name, named[_i].name);
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

/* ---- beside two independent programs ---- */

enum { YEARS_MOST = 300, LINE_MOST = 300, DAYS_MOST = 20 };

static char lines[YEARS_MOST][LINE_MOST];
static int line_count;

static void read_lines(void)
{
	FILE *file = fopen("tests/core/holidays.tsv", "r");
	if (!file) {
		fputs("tests/core/holidays.tsv: not found; run from the top of the sources\n", stderr);
		exit(1);
	}
	while (line_count < YEARS_MOST && fgets(lines[line_count], LINE_MOST, file))
		line_count += lines[line_count][0] != '#';
	fclose(file);
}

/* The days of a list "01-01 04-13 ..." up to a tab or the end of the line. */
static int list_days(int year, const char **list, int days[DAYS_MOST])
{
	int n = 0;
	for (; **list && **list != '\t' && **list != '\n'; *list += strspn(*list, " ")) {
		ck_assert(n < DAYS_MOST);
		days[n++] = date_make(year, (int)strtol(*list, NULL, 10), (int)strtol(*list + 3, NULL, 10));
		*list += 5;
	}
	*list += **list == '\t';
	return n;
}

static bool is_listed(int day, const int *days, int n)
{
	for (int i = 0; i < n; i++)
		if (days[i] == day)
			return true;
	return false;
}

/* What another program may call a holiday that art. 3 does not name: Easter and Whit Sunday, which are Sundays already. */
static bool is_theirs_by_custom(int day, int year)
{
	return day == date_easter(year) || day == date_easter(year) + 49;
}

/* What art. 3 names and another program may leave out: Good Friday, equated by art. 3(2) for terms only; 5 May, in art. 3(1) each year, and
 * in collective agreements once in five; and days equated by decree, art. 3(3). */
static bool is_ours_by_law(int day, int year)
{
	struct ymd d = date_parts(day);
	return day == date_easter(year) - 2 || (d.month == 5 && d.day == 5) ||
	       strcmp(holiday_name(day), "gelijkgestelde dag") == 0;
}

static void compare_with(int year, const int *days, int n)
{
	for (int day = date_make(year, 1, 1); day <= date_make(year, 12, 31); day++) {
		bool ours = holiday_name(day) != NULL, theirs = is_listed(day, days, n);
		char text[DATE_TEXT];
		if (ours != theirs)
			ck_assert_msg(ours ? is_ours_by_law(day, year) : is_theirs_by_custom(day, year), "%s: %s",
				      date_format(day, text), ours ? "only ours" : "only theirs");
	}
}

START_TEST(other_programs_differ_only_where_the_law_says_so)
{
	char *rest;
	int days[DAYS_MOST], year = (int)strtol(lines[_i], &rest, 10);
	const char *list = rest + 1;
	for (int program = 0; program < 2; program++) {
		int n = list_days(year, &list, days);
		ck_assert_int_gt(n, 8);
		compare_with(year, days, n);
	}
}
END_TEST

START_TEST(every_year_from_1990_to_2199_is_compared)
{
	ck_assert_int_eq(line_count, 210);
	ck_assert_int_eq((int)strtol(lines[0], NULL, 10), 1990);
	ck_assert_int_eq((int)strtol(lines[209], NULL, 10), 2199);
}
END_TEST

int main(void)
{
	read_lines();
	TCase *tcase = tcase_create("holiday");
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, a_year_has_these_holidays_and_no_others, 0, ARRAY_SIZE(years));
	tcase_add_loop_test(tcase, a_day_has_the_name_that_history_gave_it, 0, ARRAY_SIZE(named));
	tcase_add_test(tcase, weekends_and_holidays_are_free);
	tcase_add_test(tcase, no_day_is_equated_after_the_last_decree);
	tcase_add_loop_test(tcase, other_programs_differ_only_where_the_law_says_so, 0, line_count);
	tcase_add_test(tcase, every_year_from_1990_to_2199_is_compared);
	Suite *suite = suite_create("holiday");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
