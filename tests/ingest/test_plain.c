/* test_plain.c: UTF-8 taken strictly, Windows-1252 otherwise. */
#include "ingest/plain.h"

#include <check.h>
#include <stdlib.h>

static struct arena *arena;

static void setup(void)
{
	arena = arena_new();
}

static void teardown(void)
{
	arena_free(arena);
}

static const struct {
	struct slice bytes;
	size_t valid;
} characters[] = {
	{{"a\n\x7f", 3}, 3},
	{{"\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82", 9}, 9},
	{{"\xf4\x8f\xbf\xbf", 4}, 4},
	{{"a\0b", 3}, 1},
	{{"a\xc0\x80", 3}, 1},         /* overlong */
	{{"a\xe0\x9f\xbf", 4}, 1},     /* overlong */
	{{"a\xf0\x8f\xbf\xbf", 5}, 1}, /* overlong */
	{{"a\xed\xa0\x80", 4}, 1},     /* surrogate */
	{{"a\xf4\x90\x80\x80", 5}, 1}, /* beyond U+10FFFF */
	{{"a\xf5\x80\x80\x80", 5}, 1},
	{{"a\xe2\x82", 3}, 1}, /* cut off */
	{{"a\xc3", 2}, 1},
	{{"a\x80", 2}, 1},
	{{"a\xf0\x9f\x99x", 5}, 1},
};

START_TEST(utf8_is_taken_strictly)
{
	ck_assert_msg(plain_valid(characters[_i].bytes) == characters[_i].valid, "case %d: %zu", _i,
		      plain_valid(characters[_i].bytes));
}
END_TEST

START_TEST(bytes_that_are_no_character_become_question_marks)
{
	char bytes[] = "a\xed\xa0\x80"
		       "b\0c";
	ck_assert_uint_eq(plain_repair(bytes, sizeof bytes - 1), 4);
	ck_assert_str_eq(bytes, "a???b c");
}
END_TEST

static const struct {
	struct slice bytes;
	const char *text; /* NULL: refused */
	bool remark;
} texts[] = {
	{{"caf\xc3\xa9", 5}, "caf\xc3\xa9", false},
	{{"\xef\xbb\xbf"
	  "caf\xc3\xa9",
	  8},
	 "caf\xc3\xa9",
	 false},
	{{"caf\xe9", 4}, "caf\xc3\xa9", true},
	{{"\x80 5 \x93x\x94", 7}, "\xe2\x82\xac 5 \xe2\x80\x9cx\xe2\x80\x9d", true},
	{{"\x9f\xff", 2}, "\xc5\xb8\xc3\xbf", true},
	{{"a\x81", 2}, NULL, false},
	{{"a\x90", 2}, NULL, false},
};

START_TEST(windows_1252_is_read_where_utf8_is_not_and_said)
{
	struct plain plain = {0};
	struct err err = {0};
	enum status status = plain_read(texts[_i].bytes, arena, &plain, &err);
	if (!texts[_i].text) {
		ck_assert_int_eq(status, E_INVALID);
		ck_assert_msg(strstr(err.msg, "at 1"), "%s", err.msg);
		return;
	}
	ck_assert_int_eq(status, OK);
	ck_assert_msg(slice_is(plain.text, texts[_i].text), "case %d: '%.*s'", _i, (int)plain.text.n, plain.text.p);
	ck_assert_int_eq(plain.remark != NULL, texts[_i].remark);
}
END_TEST

START_TEST(form_feeds_part_pages)
{
	ck_assert_int_eq(plain_pages(SLICE("a")), 1);
	ck_assert_int_eq(plain_pages(SLICE("a\f")), 1);
	ck_assert_int_eq(plain_pages(SLICE("a\fb")), 2);
	ck_assert_int_eq(plain_pages(SLICE("a\f\fb\f")), 3);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("plain");
	TCase *tc = tcase_create("plain");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, utf8_is_taken_strictly, 0, (int)ARRAY_SIZE(characters));
	tcase_add_test(tc, bytes_that_are_no_character_become_question_marks);
	tcase_add_loop_test(tc, windows_1252_is_read_where_utf8_is_not_and_said, 0, (int)ARRAY_SIZE(texts));
	tcase_add_test(tc, form_feeds_part_pages);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
