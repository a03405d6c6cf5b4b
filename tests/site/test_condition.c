/* test_condition.c: what a client says that it has, and instants as HTTP writes them. */
#include "site/condition.h"
#include "site/httpdate.h"

#include <check.h>

static const struct {
	const char *list;
	bool names;
} lists[] = {
	{"\"x\"", true},
	{"W/\"x\"", true},
	{"*", true},
	{" * ", true},
	{"\"a\", \"b,c\" ,,W/\"x\"", true},
	{"\"x\",", true},
	{"\"a\" \"x\"", true},
	{"", false},
	{"x", false},
	{"\"x", false},
	{"x\"", false},
	{"w/\"x\"", false},
	{"\"X\"", false},
	{"\"xx\"", false},
	{"*x", false},
	{"\"a, \"x\"", false},
	{"W/", false},
};

START_TEST(a_list_names_a_tag_weakly)
{
	ck_assert_msg(condition_names(lists[_i].list, "\"x\"") == lists[_i].names, "'%s'", lists[_i].list);
}
END_TEST

static const struct {
	const char *text;
	int64_t seconds; /* -1: it is none */
} instants[] = {
	{"Sun, 06 Nov 1994 08:49:37 GMT", 784111777},
	{"Sunday, 06-Nov-94 08:49:37 GMT", 784111777},
	{"Sun Nov  6 08:49:37 1994", 784111777},
	{"Thu, 01 Jan 1970 00:00:00 GMT", 0},
	{"Thu, 29 Feb 2024 23:59:59 GMT", 1709251199},
	{"Tue, 19 Jan 2038 03:14:08 GMT", 2147483648},
	{"Friday, 01-Jan-10 00:00:00 GMT", 1262304000},
	{"Wed, 30 Feb 2024 00:00:00 GMT", -1},
	{"Thu, 29 Feb 2023 00:00:00 GMT", -1},
	{"Sun, 06 Nov 1994 24:00:00 GMT", -1},
	{"Sun, 06 Nov 1994 08:60:00 GMT", -1},
	{"Sun, 06 Nov 1994 08:49:-7 GMT", -1},
	{"Sun, 06 nov 1994 08:49:37 GMT", -1},
	{"Sun, 06 Nov 1994 08:49:37 CET", -1},
	{"Sun, 06 Nov 1994 08:49:37 GMT;", -1},
	{"Sun, 06 Nov 1994 08:49", -1},
	{"784111777", -1},
	{"", -1},
};

START_TEST(the_three_forms_of_an_instant_are_read)
{
	int64_t seconds = -1;
	bool read = httpdate_parse(instants[_i].text, &seconds);
	ck_assert_msg(read == (instants[_i].seconds >= 0), "'%s'", instants[_i].text);
	ck_assert_int_eq(seconds, instants[_i].seconds);
}
END_TEST

START_TEST(what_is_written_is_read_back)
{
	char text[HTTPDATE_TEXT];
	for (int64_t seconds = -5000000001; seconds < 7000000000; seconds += 7777777) {
		int64_t again;
		httpdate_format(seconds, text);
		ck_assert_msg(httpdate_parse(text, &again) && again == seconds, "%lld: %s", (long long)seconds, text);
	}
	httpdate_format(784111777, text);
	ck_assert_str_eq(text, "Sun, 06 Nov 1994 08:49:37 GMT");
}
END_TEST

START_TEST(a_file_that_is_newer_than_since_is_sent)
{
	ck_assert(condition_is_since("Sun, 06 Nov 1994 08:49:37 GMT", 784111777));
	ck_assert(condition_is_since("Sun, 06 Nov 1994 08:49:38 GMT", 784111777));
	ck_assert(!condition_is_since("Sun, 06 Nov 1994 08:49:36 GMT", 784111777));
	ck_assert(!condition_is_since("now", 784111777));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("condition");
	TCase *tcase = tcase_create("condition");
	tcase_add_loop_test(tcase, a_list_names_a_tag_weakly, 0, (int)ARRAY_SIZE(lists));
	tcase_add_loop_test(tcase, the_three_forms_of_an_instant_are_read, 0, (int)ARRAY_SIZE(instants));
	tcase_add_test(tcase, what_is_written_is_read_back);
	tcase_add_test(tcase, a_file_that_is_newer_than_since_is_sent);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
