/* test_fold.c: the bytes of content lines. */
#include "feed/fold.h"

#include "feed/clean.h"

#include <check.h>
#include <stdlib.h>

START_TEST(only_four_characters_are_escaped)
{
	struct buf out;
	buf_init(&out);
	fold_escape("a\\b;c,d\ne:\"", &out);
	ck_assert_str_eq(out.p, "a\\\\b\\;c\\,d\\ne:\"");
	buf_release(&out);
}
END_TEST

/* Texts that leave few good places to fold; each is repeated and shifted by every length up to a line. */
static const char *const patterns[] = {"woord ", "a b ", "\xc3\xa9", "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80 ",
				       ", ; ",   "\\",   ";",        "x, \xe2\x80\x9c"};

static void assert_folded_well(const char *lines)
{
	size_t octets = 0;
	for (const char *p = lines; *p; p++, octets++) {
		if (p[0] != '\r')
			continue;
		ck_assert_int_eq(p[1], '\n');
		ck_assert_uint_le(octets, 75);
		octets = (size_t)-2; /* of the line end itself */
		if (!p[2])
			return;
		ck_assert_int_eq(p[2], ' ');
		ck_assert_msg(p[-1] != ' ' && p[3] != ' ', "folded beside a blank");
		ck_assert_msg((p[3] & 0xc0) != 0x80, "folded inside a character");
		size_t backslashes = 0;
		for (const char *q = p; q[-1] == '\\'; q--)
			backslashes++;
		ck_assert_msg(backslashes % 2 == 0, "folded inside an escape");
	}
	ck_abort_msg("the last line does not end");
}

START_TEST(clean_text_is_folded_at_good_places_and_comes_back_whole)
{
	struct arena *arena = arena_new();
	for (size_t shift = 0; shift < 75; shift++) {
		struct buf text, line, folded, back;
		buf_init(&text), buf_init(&line), buf_init(&folded), buf_init(&back);
		for (size_t i = 0; i < shift; i++)
			buf_add_text(&text, "x");
		while (text.n < 600)
			buf_add_text(&text, patterns[_i]);
		buf_add_text(&line, "SUMMARY:");
		fold_escape(clean_line(text.p, 300, arena), &line);
		fold_line((struct slice){line.p, line.n}, &folded);
		assert_folded_well(folded.p);
		fold_undo(folded.p, &back);
		ck_assert_str_eq(back.p, line.p);
		buf_release(&text), buf_release(&line), buf_release(&folded), buf_release(&back);
	}
	arena_free(arena);
}
END_TEST

START_TEST(a_line_of_75_octets_is_not_folded_and_one_of_76_is)
{
	for (size_t n = 74; n <= 150; n++) {
		char text[150];
		memset(text, 'x', sizeof text);
		struct buf out;
		buf_init(&out);
		fold_line((struct slice){text, n}, &out);
		size_t folds = n <= 75 ? 0 : n <= 149 ? 1 : 2;
		ck_assert_uint_eq(out.n, n + 3 * folds + 2);
		buf_release(&out);
	}
}
END_TEST

START_TEST(what_the_library_folds_wrongly_is_undone_too)
{
	struct buf out;
	buf_init(&out);
	fold_undo("NAME:abc\r\r\n \n", &out);
	ck_assert_str_eq(out.p, "NAME:abc");
	out.n = 0;
	fold_undo("NAME:ab\r\n c\r\n\td\r\n", &out);
	ck_assert_str_eq(out.p, "NAME:abcd");
	buf_release(&out);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("fold");
	TCase *tcase = tcase_create("fold");
	tcase_add_test(tcase, only_four_characters_are_escaped);
	tcase_add_loop_test(tcase, clean_text_is_folded_at_good_places_and_comes_back_whole, 0,
			    (int)ARRAY_SIZE(patterns));
	tcase_add_test(tcase, a_line_of_75_octets_is_not_folded_and_one_of_76_is);
	tcase_add_test(tcase, what_the_library_folds_wrongly_is_undone_too);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
