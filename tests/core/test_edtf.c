/* test_edtf.c: the forms of EDTF in which moments are kept, and the days they stand for. */
#include "core/edtf.h"

#include <check.h>
#include <stdlib.h>

static const struct {
	const char *text, *earliest, *latest;
} forms[] = {
	{"2025-01-23", "2025-01-23", "2025-01-23"},
	{"2025-05", "2025-05-01", "2025-05-31"},
	{"2024-02", "2024-02-01", "2024-02-29"},
	{"2025", "2025-01-01", "2025-12-31"},
	{"2021-21", "2021-03-01", "2021-05-31"},
	{"2021-22", "2021-06-01", "2021-08-31"},
	{"2021-23", "2021-09-01", "2021-11-30"},
	{"2023-24", "2023-12-01", "2024-02-29"}, /* winter ends in the next year */
	{"2024-33", "2024-01-01", "2024-03-31"},
	{"2024-36", "2024-10-01", "2024-12-31"},
	{"2024-37", "2024-01-01", "2024-04-30"},
	{"2024-39", "2024-09-01", "2024-12-31"},
	{"2024-40", "2024-01-01", "2024-06-30"},
	{"2024-41", "2024-07-01", "2024-12-31"},
	{"../2024-06-30", "", "2024-06-30"},
	{"../2025-34", "", "2025-06-30"},
	{"2025-07-01/..", "2025-07-01", ""},
	{"2024-07-01/2024-08-15", "2024-07-01", "2024-08-15"},
	{"2025-10/2025-12", "2025-10-01", "2025-12-31"},
	{"2024/2025-21", "2024-01-01", "2025-05-31"},
	{"2199", "2199-01-01", "2199-12-31"},
	{"2199-41", "2199-07-01", "2199-12-31"},
};

START_TEST(a_form_stands_for_these_days)
{
	int earliest, latest;
	char a[DATE_TEXT], b[DATE_TEXT];
	ck_assert_int_eq(edtf_parse(slice_of(forms[_i].text), &earliest, &latest, NULL), OK);
	ck_assert_str_eq(date_format(earliest, a), forms[_i].earliest);
	ck_assert_str_eq(date_format(latest, b), forms[_i].latest);
}
END_TEST

static const char *const bad_forms[] = {
	"",        "20",      "2025-",           "2025-00",         "2025-13",  "2025-20",
	"2025-25", "2025-32", "2025-42",         "2025-02-30",      "../..",    "..",
	"/",       "2025/",   "/2025",           "2025-06/2025-05", "2025-21~", "2025?",
	"1799",    "2200",    "2025-01-01/..//", "25-01-01",        "2025-1",   " 2025",
	"2025 ",   "2199-24", "../2025-1x",      "2025-05-xx",
};

START_TEST(anything_else_is_refused_and_changes_nothing)
{
	int earliest = 1, latest = 2;
	struct err err = {0};
	ck_assert_int_eq(edtf_parse(slice_of(bad_forms[_i]), &earliest, &latest, &err), E_INVALID);
	ck_assert(earliest == 1 && latest == 2);
	ck_assert_ptr_nonnull(strstr(err.msg, bad_forms[_i]));
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("edtf");
	tcase_add_loop_test(tcase, a_form_stands_for_these_days, 0, ARRAY_SIZE(forms));
	tcase_add_loop_test(tcase, anything_else_is_refused_and_changes_nothing, 0, ARRAY_SIZE(bad_forms));
	Suite *suite = suite_create("edtf");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
