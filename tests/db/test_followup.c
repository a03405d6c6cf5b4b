/* Follow-ups: differences only, stamps for calendars, and a person's word over everything. */
#include "tests/db/store.h"

static struct store s;
static bool written;      /* by what was recorded last */
static const char *paper; /* SHA-256 of the one paper */

#define REF  "RIS300001"
#define DAY  date_make(2025, 4, 23)
#define WORD date_make(2025, 3, 1)

static void setup(void)
{
	store_init(&s);
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", REF, STATE_ADOPTED)};
	papers_import(&s, papers, 0, 1, &changed);
	paper = papers[0]->stored.sha256;
}

static void teardown(void)
{
	store_release(&s);
}

static void say(const char *uid, const struct word *word)
{
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_followup_record(s.db, uid, word, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

static struct due_row load(const char *uid)
{
	struct due_row row = {0};
	MUST(&s, db_followup_load(s.db, uid, s.arena, &row, &s.err));
	return row;
}

START_TEST(a_followup_comes_back_as_it_was_derived)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	*list_push(s.arena, &f.quotes) = (struct quote){paper, "words", {3, 8}};
	*list_push(s.arena, &f.moves) = (struct move){date_make(2025, 3, 19), DAY, WORD, paper, "more time"};
	struct followup_changes changes = followups_save(&s, REF, &f, 1);
	ck_assert_int_eq(changes.added, 1);
	struct due_row row = load(f.uid);
	ck_assert_str_eq(row.followup.uid, f.uid);
	ck_assert_str_eq(row.followup.item, REF);
	ck_assert_str_eq(row.followup.body, "nl/test");
	ck_assert_str_eq(row.followup.source, f.source);
	ck_assert_str_eq(row.followup.edtf, "2025-04-23");
	ck_assert_int_eq(row.followup.latest, DAY);
	ck_assert_int_eq(row.followup.earliest, DATE_NONE);
	ck_assert_str_eq(row.followup.quotes.v[0].document, paper);
	ck_assert_uint_eq(row.followup.quotes.v[0].raw.end, 8);
	ck_assert_str_eq(row.followup.moves.v[0].reason, "more time");
	ck_assert_uint_eq(row.followup.step_count, 1);
	ck_assert_str_eq(row.item_title, "Groene daken");
	ck_assert_str_eq(row.quote, "words");
	ck_assert_str_eq(row.party, "Groene Lijst");
	ck_assert_int_eq(row.created, NOW);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* The list for people shows what was said, without loading all quotes. */
START_TEST(a_list_has_the_words_of_the_first_quote)
{
	struct followup_filter filter = {.before = DATE_NONE, .after = DATE_NONE, .kind = -1};
	struct due_rows rows = {0};
	struct followup v[] = {followup_make(&s, REF, "a", DAY), followup_make(&s, REF, "b", DAY + 1)};
	*list_push(s.arena, &v[0].quotes) = (struct quote){paper, "first", {3, 8}};
	*list_push(s.arena, &v[0].quotes) = (struct quote){paper, "second", {13, 18}};
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	MUST(&s, db_followup_list(s.db, &filter, s.arena, &rows, &s.err));
	ck_assert_uint_eq(rows.n, 2);
	ck_assert_str_eq(rows.v[0].quote, "first");
	ck_assert_uint_eq(rows.v[0].followup.quotes.n, 0);
	ck_assert_ptr_null(rows.v[1].quote);
}
END_TEST

START_TEST(a_followup_without_title_or_debtor_is_kept)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	f.title = f.owed_by = NULL;
	ck_assert_int_eq(followups_save(&s, REF, &f, 1).added, 1);
	ck_assert_str_eq(load(f.uid).followup.title, REF);
	ck_assert_ptr_null(load(f.uid).followup.owed_by);
	ck_assert_int_eq(followups_save(&s, REF, &f, 1).changed, 0);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* The follow-up of an item that got another ref still has the uid of the former; then another item gets the former ref. */
START_TEST(a_uid_belongs_to_the_item_that_is_called_so)
{
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "draft", "Rode daken", NULL, STATE_ADOPTED),
				     paper_make(&s, "final", "Rode daken", "RIS300002", STATE_NONE)};
	papers_import(&s, papers, 0, 1, &changed);
	const char *old = changed.v[0];
	struct followup f = followup_make(&s, old, "k", DAY);
	followups_save(&s, old, &f, 1);
	papers_import(&s, papers, 1, 2, &changed);
	followups_save(&s, "RIS300002", NULL, 0);
	ck_assert_str_eq(load(f.uid).followup.item, "RIS300002");
	struct item item = {.ref = old, .kind = ITEM_MOTION, .date = DATE_NONE};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_add(s.db, &item, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	followups_save(&s, old, &f, 1);
	ck_assert_str_eq(load(f.uid).followup.item, old);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(deriving_the_same_again_writes_nothing)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	int64_t entries = store_entries(&s);
	store_again(&s, NOW + 100);
	struct followup_changes changes = followups_save(&s, REF, &f, 1);
	ck_assert_int_eq(changes.added + changes.changed + changes.withdrawn, 0);
	ck_assert_int_eq(store_entries(&s), entries);
	ck_assert_int_eq(load(f.uid).last_modified, NOW);
}
END_TEST

START_TEST(a_change_raises_the_time_and_a_change_of_day_the_sequence)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	f.title = "answer";
	followups_save(&s, REF, &f, 1);
	ck_assert_int_eq(load(f.uid).last_modified, NOW + 1);
	ck_assert_int_eq(load(f.uid).sequence, 0);
	store_again(&s, NOW + 100);
	f.latest = DAY + 7;
	followups_save(&s, REF, &f, 1);
	ck_assert_int_eq(load(f.uid).last_modified, NOW + 100);
	ck_assert_int_eq(load(f.uid).sequence, 1);
	ck_assert_int_eq(load(f.uid).created, NOW);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(what_is_no_longer_derived_is_withdrawn_and_can_come_back)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	ck_assert_int_eq(followups_save(&s, REF, NULL, 0).withdrawn, 1);
	ck_assert_int_eq(followups_save(&s, REF, NULL, 0).withdrawn, 0);
	struct due_row row = load(f.uid);
	ck_assert_int_eq(row.followup.status, FOLLOWUP_WITHDRAWN);
	ck_assert_str_eq(row.followup.because, "no longer derived by nl/test:settlement");
	ck_assert_int_eq(row.sequence, 1);
	ck_assert_int_eq(store_bad(&s), 0);
	ck_assert_int_eq(followups_save(&s, REF, &f, 1).changed, 1);
	ck_assert_int_eq(load(f.uid).followup.status, FOLLOWUP_PENDING);
}
END_TEST

START_TEST(what_could_not_be_derived_stays)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	const char *ref = REF;
	struct names refs = {&ref, 1, 1};
	struct followups none = {0};
	struct followup_changes changes = {0};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_followups_save(s.db, &refs, &none, &refs, &changes, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(load(f.uid).followup.status, FOLLOWUP_PENDING);
}
END_TEST

START_TEST(a_word_survives_every_derivation)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	say(f.uid, &(struct word){.kind = WORD_WAIVE, .on = WORD, .because = "dealt with in the meeting"});
	for (int round = 0; round < 3; round++) {
		followups_save(&s, REF, round == 1 ? NULL : &f, round == 1 ? 0 : 1);
		struct due_row row = load(f.uid);
		ck_assert_int_eq(row.followup.status, FOLLOWUP_WAIVED);
		ck_assert_str_eq(row.followup.because, "dealt with in the meeting");
		ck_assert_int_eq(row.sequence, 1);
		ck_assert_int_eq(store_bad(&s), 0);
	}
	ck_assert_uint_eq(due_list(&s, "waived").n, 1);
	ck_assert_uint_eq(due_list(&s, NULL).n, 0);
}
END_TEST

START_TEST(a_move_by_a_person_wins_and_is_kept_beside_those_of_papers)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	*list_push(s.arena, &f.moves) = (struct move){date_make(2025, 3, 19), DAY, WORD, paper, "more time"};
	followups_save(&s, REF, &f, 1);
	struct word word = {.kind = WORD_MOVE, .on = WORD, .because = "agreed by telephone", .date_text = "mei 2025"};
	word.moment =
		(struct moment){.edtf = "2025-05", .earliest = date_make(2025, 5, 1), .latest = date_make(2025, 5, 31)};
	say(f.uid, &word);
	f.title = "another title";
	followups_save(&s, REF, &f, 1);
	struct due_row row = load(f.uid);
	ck_assert_str_eq(row.followup.edtf, "2025-05");
	ck_assert_int_eq(row.followup.latest, date_make(2025, 5, 31));
	ck_assert_uint_eq(row.followup.moves.n, 2);
	ck_assert_ptr_null(row.followup.moves.v[1].document);
	ck_assert_int_eq(row.followup.moves.v[1].was, DAY);
	ck_assert_str_eq(row.followup.moves.v[1].reason, "agreed by telephone");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* Each word, said twice; and once more after another, which it takes back. */
START_TEST(the_same_word_is_recorded_once)
{
	const struct moment may = {
		.edtf = "2025-05", .earliest = date_make(2025, 5, 1), .latest = date_make(2025, 5, 31)};
	struct word words[] = {{.kind = WORD_FULFIL, .on = WORD, .document = paper},
			       {.kind = WORD_WAIVE, .on = WORD, .because = "dealt with in the meeting"},
			       {.kind = WORD_MOVE, .on = WORD, .because = "agreed", .moment = may, .date_text = "mei"}};
	struct word other = {.kind = WORD_WAIVE, .on = WORD, .because = "withdrawn by those who asked"};
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	say(f.uid, &words[_i]);
	ck_assert(written);
	int64_t entries = store_entries(&s);
	say(f.uid, &words[_i]);
	ck_assert(!written);
	ck_assert_int_eq(store_entries(&s), entries);
	words[_i].on++;
	say(f.uid, &words[_i]);
	ck_assert(written);
	say(f.uid, &other);
	say(f.uid, &words[_i]);
	ck_assert(written);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_word_needs_a_known_paper_and_a_living_followup)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	struct word word = {.kind = WORD_FULFIL, .on = WORD, .document = "0000"};
	followups_save(&s, REF, &f, 1);
	MUST(&s, db_begin(s.db, &s.err));
	ck_assert_int_eq(db_followup_record(s.db, f.uid, &word, &written, &s.err), E_NOT_FOUND);
	ck_assert_int_eq(db_followup_record(s.db, "ffff", &word, &written, &s.err), E_NOT_FOUND);
	db_rollback(s.db);
	followups_save(&s, REF, NULL, 0);
	MUST(&s, db_begin(s.db, &s.err));
	ck_assert_int_eq(db_followup_record(s.db, f.uid, &word, &written, &s.err), E_REFUSED);
	db_rollback(s.db);
}
END_TEST

START_TEST(a_beginning_of_a_uid_is_enough_when_it_is_the_only_one)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	char beginning[5] = "";
	struct due_row row;
	memcpy(beginning, f.uid, 4);
	ck_assert_str_eq(load(beginning).followup.uid, f.uid);
	beginning[3] = '\0';
	ck_assert_int_eq(db_followup_load(s.db, beginning, s.arena, &row, &s.err), E_NOT_FOUND);
}
END_TEST

START_TEST(a_uid_may_be_written_in_capitals)
{
	struct followup f = followup_make(&s, REF, "k", DAY);
	followups_save(&s, REF, &f, 1);
	char capitals[UUID_TEXT];
	memcpy(capitals, f.uid, sizeof capitals);
	for (char *p = capitals; *p; p++)
		*p = (char)(*p >= 'a' ? *p - 'a' + 'A' : *p);
	ck_assert_str_ne(capitals, f.uid);
	ck_assert_str_eq(load(capitals).followup.uid, f.uid);
}
END_TEST

#define NONE DATE_NONE

/* Six follow-ups: due in March, a review in April, in May, in June, in July, and one without a day; today is 1 June. */
static const struct {
	struct followup_filter filter;
	const char *keys;
} filters[] = {
	{{.before = NONE, .after = NONE, .kind = -1}, "March April May June July none"},
	{{.before = NONE, .after = NONE, .kind = -1, .limit = 2}, "March April"},
	{{.before = NONE, .after = NONE, .kind = -1, .overdue = true}, "March May"},
	{{.before = NONE, .after = NONE, .kind = -1, .state = "overdue"}, "March May"},
	{{.before = NONE, .after = NONE, .kind = -1, .state = "pending"}, "April June July none"},
	{{.before = 20270, .after = NONE, .kind = -1}, "March April May June"}, /* before 2025-07-01 */
	{{.before = NONE, .after = 20239, .kind = -1}, "June July"},            /* after 2025-05-31 */
	{{.before = 20270, .after = 20238, .kind = -1}, "May June"},
	{{.before = NONE, .after = NONE, .kind = ITEM_QUESTION}, ""},
	{{.before = NONE, .after = NONE, .kind = -1, .party = "groene lijst", .limit = 1}, "March"},
	{{.before = NONE, .after = NONE, .kind = -1, .party = "Blauwe Lijst"}, ""},
	{{.before = NONE, .after = NONE, .kind = -1, .portfolio = "COLLEGE", .limit = 1}, "March"},
	{{.before = NONE, .after = NONE, .kind = -1, .body = "nl/other"}, ""},
	{{.before = NONE, .after = NONE, .kind = -1, .item = REF, .limit = 3}, "March April May"},
	{{.before = NONE, .after = NONE, .kind = -1, .item = "RIS9"}, ""},
	{{.before = NONE, .after = NONE, .kind = -1, .state = "fulfilled"}, ""},
};

START_TEST(due_lists_soonest_first_what_the_filter_asks_for)
{
	struct followup v[] = {followup_make(&s, REF, "July", date_make(2025, 7, 31)),
			       followup_make(&s, REF, "none", DATE_NONE),
			       followup_make(&s, REF, "April", date_make(2025, 4, 30)),
			       followup_make(&s, REF, "March", date_make(2025, 3, 31)),
			       followup_make(&s, REF, "June", date_make(2025, 6, 30)),
			       followup_make(&s, REF, "May", date_make(2025, 5, 31))};
	v[2].review = true;
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	struct followup_filter filter = filters[_i].filter;
	filter.today = date_make(2025, 6, 1);
	struct due_rows rows = {0};
	MUST(&s, db_followup_list(s.db, &filter, s.arena, &rows, &s.err));
	const char *keys = "";
	for (size_t i = 0; i < rows.n; i++)
		keys = arena_printf(s.arena, "%s%s%s", keys, i ? " " : "", rows.v[i].followup.key);
	ck_assert_str_eq(keys, filters[_i].keys);
}
END_TEST

START_TEST(an_unknown_state_is_refused_with_those_that_there_are)
{
	struct followup_filter filter = {.before = NONE, .after = NONE, .kind = -1, .state = "late"};
	struct due_rows rows = {0};
	ck_assert_int_eq(db_followup_list(s.db, &filter, s.arena, &rows, &s.err), E_USAGE);
	ck_assert_str_eq(s.err.msg, "no state 'late': use pending, overdue, fulfilled, waived or withdrawn");
}
END_TEST

START_TEST(the_list_of_items_counts_what_is_pending_and_overdue)
{
	struct followup v[] = {followup_make(&s, REF, "a", date_make(2025, 3, 31)),
			       followup_make(&s, REF, "b", date_make(2025, 7, 31))};
	struct item_filter filter = {.kind = -1, .state = -1, .today = date_make(2025, 6, 1)};
	struct item_rows rows = {0};
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	MUST(&s, db_item_list(s.db, &filter, s.arena, &rows, &s.err));
	ck_assert_int_eq(rows.v[0].pending, 2);
	ck_assert_int_eq(rows.v[0].overdue, 1);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("followup");
	TCase *tc = tcase_create("followup");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, a_followup_comes_back_as_it_was_derived);
	tcase_add_test(tc, a_list_has_the_words_of_the_first_quote);
	tcase_add_test(tc, a_followup_without_title_or_debtor_is_kept);
	tcase_add_test(tc, a_uid_belongs_to_the_item_that_is_called_so);
	tcase_add_test(tc, deriving_the_same_again_writes_nothing);
	tcase_add_test(tc, a_change_raises_the_time_and_a_change_of_day_the_sequence);
	tcase_add_test(tc, what_is_no_longer_derived_is_withdrawn_and_can_come_back);
	tcase_add_test(tc, what_could_not_be_derived_stays);
	tcase_add_test(tc, a_word_survives_every_derivation);
	tcase_add_test(tc, a_move_by_a_person_wins_and_is_kept_beside_those_of_papers);
	tcase_add_loop_test(tc, the_same_word_is_recorded_once, 0, 3);
	tcase_add_test(tc, a_word_needs_a_known_paper_and_a_living_followup);
	tcase_add_test(tc, a_beginning_of_a_uid_is_enough_when_it_is_the_only_one);
	tcase_add_test(tc, a_uid_may_be_written_in_capitals);
	tcase_add_loop_test(tc, due_lists_soonest_first_what_the_filter_asks_for, 0, ARRAY_SIZE(filters));
	tcase_add_test(tc, an_unknown_state_is_refused_with_those_that_there_are);
	tcase_add_test(tc, the_list_of_items_counts_what_is_pending_and_overdue);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
