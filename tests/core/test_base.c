/* test_base.c: slices, the arena, lists, growing text, and the slot for errors. */
#include "core/base.h"

#include <check.h>
#include <stdlib.h>

static const struct {
	const char *text;
	const char *trimmed;
} trims[] = {
	{"", ""}, {" \t\r\n\f", ""}, {"a", "a"}, {"  a b\n", "a b"}, {"\xc2\xa0 a", "\xc2\xa0 a"},
};

START_TEST(trimming_takes_blanks_of_both_ends)
{
	ck_assert(slice_is(slice_trim(slice_of(trims[_i].text)), trims[_i].trimmed));
}
END_TEST

static const struct {
	const char *text;
	const char *part;
	bool is;
	bool begins;
	bool holds;
} compares[] = {
	{"Motie", "Motie", true, true, true},
	{"Motie", "motie", false, true, true},
	{"Motie", "Moties", false, false, false},
	{"De motie", "MOTIE", false, false, true},
	{"Motie", "", false, true, true},
	{"", "", true, true, true},
	{"", "a", false, false, false},
	{"caf\xc3\xa9", "CAF\xc3\xa9", false, true, true},
	{"caf\xc3\xa9", "CAF\xc3\x89", false, false, false}, /* only ASCII letters lose their case */
};

START_TEST(a_slice_is_compared_as_its_header_says)
{
	struct slice s = slice_of(compares[_i].text);
	ck_assert_msg(slice_is(s, compares[_i].part) == compares[_i].is, "case %d: is", _i);
	ck_assert_msg(slice_begins(s, compares[_i].part) == compares[_i].begins, "case %d: begins", _i);
	ck_assert_msg(slice_holds(s, compares[_i].part) == compares[_i].holds, "case %d: holds", _i);
}
END_TEST

static const struct {
	const char *text;
	const char *part;
	size_t at;
} finds[] = {
	{"een motie en een MOTIE", "motie", 4},
	{"een MOTIE en een motie", "motie", 4},
	{"de moties, de motie ‘q’", "motie ‘Q", 14},
	{"abq ab q abQ", "ab Q", 4},
	{"zzzoez", "zoez", 2},
	{"toezeggin", "toezegging", 9},
	{"een quiz", "QUIZ", 4},
};

START_TEST(the_first_place_is_found_whatever_letter_is_rare)
{
	ck_assert_uint_eq(slice_find(slice_of(finds[_i].text), finds[_i].part), finds[_i].at);
}
END_TEST

START_TEST(bytes_are_counted_up_to_both_ends)
{
	ck_assert_uint_eq(slice_count(SLICE("\na\n\nb\n"), '\n'), 4);
	ck_assert_uint_eq(slice_count(SLICE("a"), '\n'), 0);
	ck_assert_uint_eq(slice_count((struct slice){0}, '\n'), 0);
}
END_TEST

START_TEST(a_slice_ends_where_it_says_and_not_at_a_nul)
{
	struct slice s = {"motie en meer", 5};
	ck_assert(slice_is(s, "motie"));
	ck_assert(!slice_holds(s, "meer"));
	ck_assert(slice_is(SLICE("a\0b"), "a") == false);
}
END_TEST

START_TEST(memory_of_an_arena_is_zeroed_aligned_and_apart)
{
	static const size_t sizes[] = {0, 1, 7, 16, 1000, 16384, 16385, 70000, 200000};
	struct arena *arena = arena_new();
	char *before = NULL;
	for (size_t round = 0; round < 20; round++) {
		for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
			char *p = arena_alloc(arena, sizes[i]);
			ck_assert_uint_eq((uintptr_t)p % _Alignof(max_align_t), 0);
			for (size_t k = 0; k < sizes[i]; k++)
				if (p[k])
					ck_abort_msg("byte %zu of %zu is not zero", k, sizes[i]);
			memset(p, 'x', sizes[i]);
			ck_assert(!before || sizes[i] == 0 || p != before);
			before = sizes[i] ? p : before;
		}
	}
	arena_free(arena);
	arena_free(NULL);
}
END_TEST

START_TEST(texts_in_an_arena_are_terminated_copies)
{
	struct arena *arena = arena_new();
	char original[] = "motie";
	char *copy = arena_text(arena, (struct slice){original, 3});
	original[0] = 'X';
	ck_assert_str_eq(copy, "mot");
	ck_assert_str_eq(arena_text(arena, (struct slice){NULL, 0}), "");
	ck_assert_str_eq(arena_printf(arena, "%s-%03d", "M", 7), "M-007");
	ck_assert_str_eq(arena_printf(arena, "%s", ""), "");
	ck_assert_uint_eq(strlen(arena_printf(arena, "%100000d", 1)), 100000);
	arena_free(arena);
}
END_TEST

struct numbers {
	int *v;
	size_t n;
	size_t cap;
};

START_TEST(a_list_keeps_what_was_pushed_and_new_elements_are_zero)
{
	struct arena *arena = arena_new();
	struct numbers list = {0};
	for (int i = 0; i < 1000; i++) {
		int *added = list_push(arena, &list);
		ck_assert_int_eq(*added, 0);
		*added = i;
	}
	ck_assert_uint_eq(list.n, 1000);
	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(list.v[i], i);
	arena_free(arena);
}
END_TEST

START_TEST(growing_text_is_terminated_after_every_addition)
{
	struct buf buf;
	buf_init(&buf);
	buf_add(&buf, NULL, 0);
	ck_assert_str_eq(buf.p, "");
	for (int i = 0; i < 500; i++) {
		buf_printf(&buf, "%d,", i % 10);
		ck_assert_uint_eq(strlen(buf.p), buf.n);
	}
	buf_add_text(&buf, "end");
	ck_assert_uint_eq(buf.n, 1003);
	ck_assert_str_eq(buf.p + 996, "8,9,end");
	buf_printf(&buf, "%100000d", 1);
	ck_assert_uint_eq(buf.n, 101003);
	buf_release(&buf);
	ck_assert_ptr_null(buf.p);
	buf_release(&buf);
}
END_TEST

START_TEST(an_error_returns_its_status_and_fills_the_slot)
{
	struct err err = {0};
	ck_assert_int_eq(err_set(&err, E_INVALID, "'%s' is no day", "x"), E_INVALID);
	ck_assert_str_eq(err.msg, "'x' is no day");
	err_prefix(&err, "line %d: ", 3);
	ck_assert_str_eq(err.msg, "line 3: 'x' is no day");
	ck_assert_int_eq(err_set(NULL, E_IO, "unseen"), E_IO);
	err_prefix(NULL, "unseen");
}
END_TEST

static const char *to_dutch(const char *text)
{
	if (strcmp(text, "'%s' is no day") == 0)
		return "'%s' is geen dag";
	return strcmp(text, "line %d: ") == 0 ? "regel %d: " : text;
}

START_TEST(a_message_is_translated_before_it_is_filled_in)
{
	struct err err = {.translate = to_dutch};
	struct err lower = err_like(&err);
	err_set(&lower, E_INVALID, "'%s' is no day", "'%s' is no day");
	ck_assert_str_eq(lower.msg, "''%s' is no day' is geen dag");
	err = lower;
	err_prefix(&err, "line %d: ", 3);
	ck_assert_str_eq(err.msg, "regel 3: ''%s' is no day' is geen dag");
	ck_assert(!err_like(NULL).translate);
}
END_TEST

START_TEST(a_message_that_is_too_long_is_cut_and_not_overrun)
{
	struct err err = {0};
	err_set(&err, E_INVALID, "%0300d", 1);
	ck_assert_uint_eq(strlen(err.msg), sizeof err.msg - 1);
	err_prefix(&err, "page %d: ", 3);
	ck_assert_uint_eq(strlen(err.msg), sizeof err.msg - 1);
	ck_assert_int_eq(strncmp(err.msg, "page 3: 000", 11), 0);
	err_prefix(&err, "%0300d", 2);
	ck_assert_uint_eq(strlen(err.msg), sizeof err.msg - 1);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("base");
	TCase *tcase = tcase_create("base");
	tcase_add_loop_test(tcase, trimming_takes_blanks_of_both_ends, 0, (int)ARRAY_SIZE(trims));
	tcase_add_loop_test(tcase, a_slice_is_compared_as_its_header_says, 0, (int)ARRAY_SIZE(compares));
	tcase_add_loop_test(tcase, the_first_place_is_found_whatever_letter_is_rare, 0, ARRAY_SIZE(finds));
	tcase_add_test(tcase, bytes_are_counted_up_to_both_ends);
	tcase_add_test(tcase, a_slice_ends_where_it_says_and_not_at_a_nul);
	tcase_add_test(tcase, memory_of_an_arena_is_zeroed_aligned_and_apart);
	tcase_add_test(tcase, texts_in_an_arena_are_terminated_copies);
	tcase_add_test(tcase, a_list_keeps_what_was_pushed_and_new_elements_are_zero);
	tcase_add_test(tcase, growing_text_is_terminated_after_every_addition);
	tcase_add_test(tcase, an_error_returns_its_status_and_fills_the_slot);
	tcase_add_test(tcase, a_message_is_translated_before_it_is_filled_in);
	tcase_add_test(tcase, a_message_that_is_too_long_is_cut_and_not_overrun);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
