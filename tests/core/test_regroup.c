/* test_regroup.c: which sentences are one promise, as people said, whatever the papers are read to say. */
#include "core/regroup.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

static struct arena *arena;
static struct item item;
static struct gatherings words;
static struct err err;

static void setup(void)
{
	arena = arena_new();
	item = (struct item){.ref = "RIS990301"};
	words = (struct gatherings){0};
}

static void teardown(void)
{
	arena_free(arena);
}

/* A sentence of `paper` at `place`, called by its words, which the reader gathered under `key`. */
static void say(const char *paper, size_t place, const char *text, const char *key)
{
	struct said_promise *said = list_push(arena, &item.said);
	*said = (struct said_promise){.alone = {.on = 20000, .promisor = "college", .date_text = text, .key = key},
				      .name = text};
	*list_push(arena, &said->alone.quotes) = (struct quote){paper, text, {place, place + 8}};
}

/* "a: 1 2; c: 3", and behind "!" how many words decide nothing. */
static const char *promises_text(void)
{
	const char *text = "";
	struct gatherings lost = {0};
	regroup(&item, &words, arena, &lost);
	for (size_t i = 0; i < item.promises.n; i++) {
		const struct item_promise *p = &item.promises.v[i];
		text = arena_printf(arena, "%s%s%s:", text, i ? "; " : "", p->key);
		for (size_t k = 0; k < p->quotes.n; k++)
			text = arena_printf(arena, "%s %s", text, p->quotes.v[k].text);
	}
	return lost.n ? arena_printf(arena, "%s !%zu", text, lost.n) : text;
}

static void words_add(const struct gatherings *more)
{
	for (size_t i = 0; i < more->n; i++)
		*list_push(arena, &words) = more->v[i];
}

static const char *split(const char *key, size_t number)
{
	struct gatherings more = {0};
	const char *got = NULL;
	ck_assert_int_eq(regroup_split(&item, regroup_promise(&item, key), &number, 1, arena, &more, &got, &err), OK);
	words_add(&more);
	return got;
}

static void merge(const char *key, const char *other)
{
	struct gatherings more = {0};
	regroup_merge(&item, regroup_promise(&item, key), regroup_promise(&item, other), arena, &more);
	words_add(&more);
}

static void letter(void)
{
	say("p", 0, "a", "a");
	say("p", 10, "b", "a");
	say("p", 20, "c", "a");
	ck_assert_str_eq(promises_text(), "a: a b c");
}

START_TEST(without_a_word_it_is_as_it_was_read)
{
	letter();
	say("p", 30, "d", "d");
	ck_assert_str_eq(promises_text(), "a: a b c; d: d");
}
END_TEST

START_TEST(what_is_split_off_has_its_own_facts)
{
	letter();
	ck_assert_str_eq(split("a", 2), "c");
	ck_assert_str_eq(promises_text(), "a: a b; c: c");
	ck_assert_str_eq(item.promises.v[1].date_text, "c");
}
END_TEST

START_TEST(the_first_quote_keeps_the_key)
{
	letter();
	ck_assert_str_eq(split("a", 0), "b");
	ck_assert_str_eq(promises_text(), "a: a; b: b c");
}
END_TEST

START_TEST(merge_and_split_take_each_other_back)
{
	letter();
	split("a", 1);
	ck_assert_str_eq(promises_text(), "a: a c; b: b");
	merge("a", "b");
	ck_assert_str_eq(promises_text(), "a: a b c");
	ck_assert_str_eq(split("a", 1), "b");
	ck_assert_str_eq(promises_text(), "a: a c; b: b");
	merge("b", "a");
	ck_assert_str_eq(promises_text(), "b: b a c");
	ck_assert_str_eq(split("b", 0), "a");
	ck_assert_str_eq(promises_text(), "a: a c; b: b");
}
END_TEST

START_TEST(promises_of_two_papers_can_be_one)
{
	letter();
	say("q", 0, "x", "x");
	ck_assert_str_eq(promises_text(), "a: a b c; x: x");
	merge("a", "x");
	ck_assert_str_eq(promises_text(), "a: a b c x");
}
END_TEST

START_TEST(a_quote_without_a_sentence_stays_where_it_is)
{
	letter();
	ck_assert_str_eq(promises_text(), "a: a b c");
	item.said.n = 0; /* what is read of the papers since */
	ck_assert_str_eq(split("a", 1), "");
	ck_assert_uint_eq(words.n, 1);
}
END_TEST

START_TEST(all_of_it_or_none_is_no_split)
{
	static const size_t all[] = {0, 1, 2};
	struct gatherings more = {0};
	const char *key = NULL;
	letter();
	ck_assert_int_eq(regroup_split(&item, regroup_promise(&item, "a"), all, 3, arena, &more, &key, &err), E_USAGE);
	ck_assert_uint_eq(more.n, 0);
}
END_TEST

/* ---- another reader ---- */

START_TEST(a_word_holds_where_the_quote_is_read_with_other_bounds_and_words)
{
	letter();
	split("a", 2);
	item.said.n = 2;
	say("p", 22, "c otherwise", "a");
	ck_assert_str_eq(promises_text(), "a: a b; c: c otherwise");
}
END_TEST

START_TEST(a_word_holds_where_others_are_gathered)
{
	letter();
	split("a", 2);
	item.said.n = 0;
	say("p", 0, "a", "a");
	say("p", 10, "b", "b");
	say("p", 20, "c", "b");
	ck_assert_str_eq(promises_text(), "a: a; b: b; c: c");
}
END_TEST

START_TEST(what_is_merged_follows_where_its_leader_is_gathered)
{
	letter();
	say("p", 30, "d", "d");
	promises_text();
	merge("a", "d");
	item.said.n = 0;
	say("o", 0, "new", "new");
	say("p", 0, "a", "new");
	say("p", 10, "b", "b");
	say("p", 30, "d", "d");
	ck_assert_str_eq(promises_text(), "b: b; new: new a d");
}
END_TEST

START_TEST(a_word_on_what_is_no_longer_read_is_told)
{
	letter();
	split("a", 2);
	item.said.n = 2;
	ck_assert_str_eq(promises_text(), "a: a b !1");
	item.said.n = 0;
	ck_assert_str_eq(promises_text(), " !1");
}
END_TEST

START_TEST(what_was_split_off_together_stays_apart_without_its_first)
{
	letter();
	split("a", 0);
	item.said.n = 0;
	say("p", 0, "a", "a");
	say("p", 20, "c", "a");
	ck_assert_str_eq(promises_text(), "a: a; b: c !1");
}
END_TEST

START_TEST(what_was_merged_with_what_is_gone_stands_alone_and_is_told)
{
	letter();
	say("q", 0, "x", "x");
	promises_text();
	merge("x", "a");
	item.said.n = 3;
	ck_assert_str_eq(promises_text(), "a: a b c !3");
}
END_TEST

START_TEST(only_what_is_named_is_split_off)
{
	letter();
	say("p", 30, "d", "d");
	promises_text();
	merge("a", "d");
	say("p", 40, "e", "d");
	ck_assert_str_eq(promises_text(), "a: a b c d e");
	split("a", 3);
	ck_assert_str_eq(promises_text(), "a: a b c e; d: d");
}
END_TEST

START_TEST(what_two_papers_say_in_the_same_words_can_be_split)
{
	letter();
	say("q", 0, "t", "t");
	say("q", 10, "a", "t");
	promises_text();
	ck_assert_str_eq(split("t", 1), "a-q");
	ck_assert_str_eq(promises_text(), "a: a b c; a-q: a; t: t");
}
END_TEST

/* ---- other copies ---- */

START_TEST(in_another_copy_of_the_paper_the_words_count)
{
	letter();
	split("a", 2);
	item.said.n = 0;
	say("copy", 5, "a", "a");
	say("copy", 17, "b", "a");
	say("copy", 28, "c", "a");
	ck_assert_str_eq(promises_text(), "a: a b; c: c");
}
END_TEST

START_TEST(of_the_same_words_twice_in_a_paper_the_place_counts)
{
	say("p", 0, "a", "a");
	say("p", 10, "a-2", "a");
	promises_text();
	ck_assert_str_eq(split("a", 1), "a-2");
	ck_assert_str_eq(promises_text(), "a: a; a-2: a-2");
	item.said.v[1].name = "a"; /* the first is read no longer as one */
	item.said.v[0] = item.said.v[1];
	item.said.n = 1;
	ck_assert_str_eq(promises_text(), "a-2: a-2");
}
END_TEST

/* ---- any course of events ---- */

static unsigned state;

static unsigned any(unsigned n)
{
	state = state * 1103515245U + 12345U;
	return (state >> 16) % n;
}

/* Each sentence stands in one promise, once, also when the reader gathers otherwise in between and words close circles. */
START_TEST(every_quote_is_in_one_promise_whatever_is_said_and_read)
{
	enum { SENTENCES = 7, STEPS = 30 };
	static const char *const names[SENTENCES] = {"a", "b", "c", "d", "e", "f", "g"};
	state = (unsigned)_i;
	for (size_t i = 0; i < SENTENCES; i++)
		say(i < 4 ? "p" : "q", i * 10, names[i], names[any((unsigned)i + 1)]);
	for (int step = 0; step < STEPS; step++) {
		size_t quotes = 0;
		const char *text = promises_text();
		for (size_t i = 0; i < item.promises.n; i++)
			quotes += item.promises.v[i].quotes.n;
		ck_assert_msg(quotes == SENTENCES && !strchr(text, '!'), "step %d: %s", step, text);
		const struct item_promise *p = &item.promises.v[any((unsigned)item.promises.n)];
		const struct item_promise *o = &item.promises.v[any((unsigned)item.promises.n)];
		if (any(4) == 0)
			item.said.v[any(SENTENCES)].alone.key = names[any(SENTENCES)];
		else if (p == o && p->quotes.n > 1)
			split(p->key, any((unsigned)p->quotes.n));
		else if (p != o)
			merge(p->key, o->key);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("regroup");
	TCase *tc = tcase_create("regroup");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, without_a_word_it_is_as_it_was_read);
	tcase_add_test(tc, what_is_split_off_has_its_own_facts);
	tcase_add_test(tc, the_first_quote_keeps_the_key);
	tcase_add_test(tc, merge_and_split_take_each_other_back);
	tcase_add_test(tc, promises_of_two_papers_can_be_one);
	tcase_add_test(tc, a_quote_without_a_sentence_stays_where_it_is);
	tcase_add_test(tc, all_of_it_or_none_is_no_split);
	tcase_add_test(tc, a_word_holds_where_the_quote_is_read_with_other_bounds_and_words);
	tcase_add_test(tc, a_word_holds_where_others_are_gathered);
	tcase_add_test(tc, what_is_merged_follows_where_its_leader_is_gathered);
	tcase_add_test(tc, a_word_on_what_is_no_longer_read_is_told);
	tcase_add_test(tc, what_was_split_off_together_stays_apart_without_its_first);
	tcase_add_test(tc, what_was_merged_with_what_is_gone_stands_alone_and_is_told);
	tcase_add_test(tc, only_what_is_named_is_split_off);
	tcase_add_test(tc, what_two_papers_say_in_the_same_words_can_be_split);
	tcase_add_test(tc, in_another_copy_of_the_paper_the_words_count);
	tcase_add_test(tc, of_the_same_words_twice_in_a_paper_the_place_counts);
	tcase_add_loop_test(tc, every_quote_is_in_one_promise_whatever_is_said_and_read, 0, 200);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
