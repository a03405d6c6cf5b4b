/* What storing would change, told without storing. */
#include "tests/db/store.h"

static struct store s;

#define REF   "RIS300001"
#define OTHER "RIS300002"
#define DAY   date_make(2025, 3, 6)

static void setup(void)
{
	store_init(&s);
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", REF, STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe daken", OTHER, STATE_ADOPTED)};
	papers_import(&s, papers, 0, 2, &changed);
}

static void teardown(void)
{
	store_release(&s);
}

static struct followup_differences compare(const struct followup *v, size_t n, const char *failed)
{
	struct followups derived = {0};
	struct names refs = {0}, left = {0};
	struct followup_differences out = {0};
	for (size_t i = 0; i < n; i++)
		*list_push(s.arena, &derived) = v[i];
	*list_push(s.arena, &refs) = REF;
	*list_push(s.arena, &refs) = OTHER;
	if (failed)
		*list_push(s.arena, &left) = failed;
	MUST(&s, db_followups_compare(s.db, &refs, &derived, &left, s.arena, &out, &s.err));
	return out;
}

static void say(const char *uid, const struct word *word)
{
	bool written;
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_followup_record(s.db, uid, word, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

START_TEST(each_change_has_its_name_and_its_days)
{
	struct followup v[] = {followup_make(&s, REF, "gone", DAY), followup_make(&s, REF, "moved", DAY),
			       followup_make(&s, REF, "same", DAY), followup_make(&s, REF, "state", DAY),
			       followup_make(&s, REF, "words", DAY)};
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	int64_t entries = store_entries(&s);
	v[0] = followup_make(&s, REF, "added", DAY);
	v[1].latest += 49;
	v[2].rule_sha256 = "another pack: nobody sees it in a calendar";
	v[3].status = FOLLOWUP_FULFILLED;
	v[3].fulfilled_on = DAY;
	v[4].title = "Other words";
	struct followup_differences out = compare(v, ARRAY_SIZE(v), NULL);
	static const char *const changes[] = {"added", "moved", "state", "words", "withdrawn"};
	ck_assert_uint_eq(out.n, ARRAY_SIZE(changes));
	for (size_t i = 0; i < out.n; i++)
		ck_assert_str_eq(followup_change_to_text(out.v[i].change), changes[i]);
	ck_assert_int_eq(out.v[0].was, DATE_NONE);
	ck_assert_int_eq(out.v[1].was, DAY);
	ck_assert_int_eq(out.v[1].followup.latest, DAY + 49);
	ck_assert_int_eq(out.v[2].was_status, FOLLOWUP_PENDING);
	ck_assert_int_eq(out.v[4].was, DAY);
	ck_assert_int_eq(out.v[4].followup.status, FOLLOWUP_WITHDRAWN);
	ck_assert_int_eq(store_entries(&s), entries);
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	ck_assert_uint_eq(compare(v, ARRAY_SIZE(v), NULL).n, 0);
}
END_TEST

START_TEST(what_comes_back_is_added)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	followups_save(&s, REF, NULL, 0);
	struct followup_differences out = compare(&f, 1, NULL);
	ck_assert_uint_eq(out.n, 1);
	ck_assert_int_eq(out.v[0].change, CHANGE_ADDED);
	ck_assert_int_eq(out.v[0].was, DATE_NONE);
	ck_assert_str_eq(out.v[0].followup.uid, f.uid);
}
END_TEST

START_TEST(a_day_to_look_again_that_becomes_a_day_due_has_moved)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	f.review = true;
	followups_save(&s, REF, &f, 1);
	f.review = false;
	struct followup_differences out = compare(&f, 1, NULL);
	ck_assert_uint_eq(out.n, 1);
	ck_assert_int_eq(out.v[0].change, CHANGE_MOVED);
	ck_assert(out.v[0].was_review && !out.v[0].followup.review);
}
END_TEST

START_TEST(the_word_of_a_person_holds_against_any_pack)
{
	struct followup v[] = {followup_make(&s, REF, "moved", DAY), followup_make(&s, REF, "waived", DAY)};
	struct word waive = {.kind = WORD_WAIVE, .on = DAY, .because = "no"};
	struct word move = {.kind = WORD_MOVE,
			    .on = DAY,
			    .because = "later",
			    .date_text = "1 mei",
			    .moment = {.edtf = "2025-05-01", .earliest = DATE_NONE, .latest = date_make(2025, 5, 1)}};
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	say(v[0].uid, &move);
	say(v[1].uid, &waive);
	v[0].latest += 49;
	v[1].latest += 49;
	ck_assert_uint_eq(compare(v, ARRAY_SIZE(v), NULL).n,
			  1);                        /* what was waived moves too: an auditor reads its day */
	ck_assert_uint_eq(compare(v, 1, NULL).n, 0); /* nor is it withdrawn */
}
END_TEST

START_TEST(the_items_for_which_a_rule_failed_keep_what_they_have)
{
	struct followup f = followup_make(&s, REF, "k", DAY), g = followup_make(&s, OTHER, "k", DAY);
	followups_save(&s, REF, &f, 1);
	followups_save(&s, OTHER, &g, 1);
	struct followup_differences out = compare(NULL, 0, REF);
	ck_assert_uint_eq(out.n, 1);
	ck_assert_str_eq(out.v[0].followup.item, OTHER);
}
END_TEST

START_TEST(a_rule_is_counted_by_status)
{
	struct followup v[] = {followup_make(&s, REF, "a", DAY), followup_make(&s, REF, "b", DAY),
			       followup_make(&s, REF, "c", DAY + 10), followup_make(&s, REF, "d", DAY)};
	struct followup_counts counts;
	v[1].review = true;
	v[3].status = FOLLOWUP_FULFILLED;
	v[3].fulfilled_on = DAY;
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	MUST(&s, db_followup_count(s.db, v[0].rule, DAY + 1, &counts, &s.err));
	ck_assert_int_eq(counts.of[FOLLOWUP_PENDING], 3);
	ck_assert_int_eq(counts.overdue, 1);
	ck_assert_int_eq(counts.of[FOLLOWUP_FULFILLED], 1);
	ck_assert_int_eq(counts.of[FOLLOWUP_WITHDRAWN], 0);
	MUST(&s, db_followup_count(s.db, "nl/x:none", DAY, &counts, &s.err));
	ck_assert_int_eq(counts.of[FOLLOWUP_PENDING], 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("compare");
	TCase *tc = tcase_create("compare");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, each_change_has_its_name_and_its_days);
	tcase_add_test(tc, what_comes_back_is_added);
	tcase_add_test(tc, a_day_to_look_again_that_becomes_a_day_due_has_moved);
	tcase_add_test(tc, the_word_of_a_person_holds_against_any_pack);
	tcase_add_test(tc, the_items_for_which_a_rule_failed_keep_what_they_have);
	tcase_add_test(tc, a_rule_is_counted_by_status);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
