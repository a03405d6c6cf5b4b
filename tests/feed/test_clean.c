/* test_clean.c: one visible line, whatever a paper holds. */
#include "feed/clean.h"

#include <check.h>
#include <stdlib.h>

static const struct {
	const char *name;
	const char *text;
	size_t max;
	const char *line;
} cases[] = {
	{"NULL", NULL, 10, ""},
	{"nothing visible", "\x01 \r\n\xe2\x80\xa8", 10, ""},
	{"line ends", "een\r\ntwee\ndrie\rvier", 99, "een twee drie vier"},
	{"blanks of all kinds",
	 " een\xc2\xa0\ttwee\xe2\x80\xa8"
	 "drie\xe3\x80\x80 ",
	 99, "een twee drie"},
	{"an escape sequence",
	 "a\x1b[31mb\x7f"
	 "c\xc2\x9b",
	 99, "a[31mbc"},
	{"direction marks",
	 "a\xe2\x80\xae"
	 "b\xe2\x81\xa6"
	 "c\xd8\x9c",
	 99, "abc"},
	{"a soft hyphen and a BOM", "\xef\xbb\xbfge\xc2\xadmeente", 99, "gemeente"},
	{"an emoji with joiners", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", 99,
	 "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7"},
	{"bytes that are no UTF-8",
	 "a\xff"
	 "b\xc3",
	 99,
	 "a\xef\xbf\xbd"
	 "b\xef\xbf\xbd"},
	{"an overlong form", "\xc0\xaf", 99, "\xef\xbf\xbd\xef\xbf\xbd"},
	{"a surrogate", "\xed\xa0\x80", 99, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	{"a backslash", "a\\nb\\", 99, "a/nb/"},
	{"an address hidden by an invisible character", "p\xe2\x80\x8b@x.nl", 99, "[e-mailadres]"},
	{"just short enough", "een twee", 8, "een twee"},
	{"cut at a word", "een twee drie", 10, "een twee\xe2\x80\xa6"},
	{"cut after a mark", "een, twee drie", 8, "een\xe2\x80\xa6"},
	{"cut inside a word that is too long", "onderhandelingsresultaat", 10, "onderhand\xe2\x80\xa6"},
	{"counted in characters", "\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9", 6,
	 "\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9"},
};

START_TEST(a_text_becomes_one_visible_line)
{
	struct arena *arena = arena_new();
	const char *line = clean_line(cases[_i].text, cases[_i].max, arena);
	ck_assert_msg(strcmp(line, cases[_i].line) == 0, "%s: '%s'", cases[_i].name, line);
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("clean");
	TCase *tcase = tcase_create("clean");
	tcase_add_loop_test(tcase, a_text_becomes_one_visible_line, 0, (int)ARRAY_SIZE(cases));
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
