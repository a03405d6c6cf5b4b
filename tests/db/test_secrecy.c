/* Who may read an item: a person's word outlives every reading, and a paper that calls itself secret keeps it back until there is one. */
#include "tests/db/store.h"

#include <sqlite3.h>

#define REF "RIS300001"
#define DAY date_make(2025, 1, 1)

static struct store s;

static void setup(void)
{
	store_init(&s);
}

static void teardown(void)
{
	store_release(&s);
}

static struct paper_of *secret(const char *name)
{
	struct paper_of *paper = paper_make(&s, name, "Groene daken", REF, STATE_ADOPTED);
	*list_push(s.arena, &paper->document.findings) = (struct finding){FINDING_CONFIDENTIAL, "it says 'GEHEIM'"};
	return paper;
}

static void import(struct paper_of *paper)
{
	struct names changed = {0};
	papers_import(&s, &paper, 0, 1, &changed);
}

static bool confide(bool confidential)
{
	bool changed = false;
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_confide(s.db, REF, confidential, DAY, "because", &changed, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	return changed;
}

static bool is_confidential(const char *ref)
{
	struct item item = {0};
	struct item_rows rows = {0};
	struct item_filter all = {.kind = -1, .state = -1, .today = DAY};
	MUST(&s, db_item_load(s.db, ref, s.arena, &item, &s.err));
	MUST(&s, db_item_list(s.db, &all, s.arena, &rows, &s.err));
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.v[i].ref, ref) == 0)
			ck_assert_int_eq(rows.v[i].confidential, item.confidential);
	return item.confidential;
}

static size_t questions(void)
{
	struct open_questions all = {0};
	MUST(&s, db_quarantine_list(s.db, s.arena, &all, &s.err));
	for (size_t i = 0; i < all.n; i++)
		ck_assert(all.v[i].secrecy);
	return all.n;
}

START_TEST(a_word_holds_until_the_next_and_is_recorded_once)
{
	import(paper_make(&s, "a", "Groene daken", REF, STATE_ADOPTED));
	ck_assert(!is_confidential(REF));
	ck_assert(!confide(false));
	ck_assert(confide(true));
	ck_assert(is_confidential(REF));
	int64_t entries = store_entries(&s);
	ck_assert(!confide(true));
	ck_assert_int_eq(store_entries(&s), entries);
	ck_assert_int_eq(store_bad(&s), 0);
	ck_assert(confide(false));
	ck_assert(!is_confidential(REF));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_word_outlives_another_reading_of_the_papers)
{
	struct paper_of *one = paper_make(&s, "a", "Groene daken", REF, STATE_ADOPTED), *two = secret("b");
	import(one);
	ck_assert(confide(true));
	one->document.title = one->document.mentions.v[0].title = "Groenere daken";
	import(one);
	ck_assert(is_confidential(REF));
	ck_assert(confide(false));
	struct paper_of *both[] = {one, two};
	struct names changed = {0};
	papers_import(&s, both, 1, 2, &changed);
	ck_assert(!is_confidential(REF));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_paper_that_calls_itself_secret_keeps_the_item_back_until_it_is_answered)
{
	import(secret("a"));
	ck_assert(is_confidential(REF));
	ck_assert_uint_eq(questions(), 1);
	ck_assert(confide(_i));
	ck_assert_int_eq(is_confidential(REF), _i);
	ck_assert_uint_eq(questions(), 0);
	ck_assert(!confide(_i));
	import(secret("a"));
	ck_assert_uint_eq(questions(), 0);
	ck_assert_int_eq(is_confidential(REF), _i);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* A motion without a number is known by its text; with its number it is another item by name. */
START_TEST(a_word_follows_the_item_to_its_new_name)
{
	struct paper_of *one = paper_make(&s, "a", "Groene daken", NULL, STATE_SUBMITTED);
	struct paper_of *two = paper_make(&s, "b", "Groene daken", REF, STATE_ADOPTED);
	struct names refs = {0}, changed = {0};
	bool done = false;
	import(one);
	MUST(&s, db_item_refs(s.db, s.arena, &refs, &s.err));
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_confide(s.db, refs.v[0], true, DAY, NULL, &done, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	struct paper_of *both[] = {one, two};
	papers_import(&s, both, 1, 2, &changed);
	refs.n = 0;
	MUST(&s, db_item_refs(s.db, s.arena, &refs, &s.err));
	ck_assert_uint_eq(refs.n, 1);
	ck_assert(is_confidential(REF));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* Two items that were one all along: each got its own word, one said that it is secret. */
START_TEST(of_two_words_on_what_is_one_item_the_one_that_keeps_the_secret_counts)
{
	struct paper_of *one = paper_make(&s, "a", "Groene daken", "RIS300002", STATE_SUBMITTED);
	struct paper_of *two = paper_make(&s, "b", "Blauwe muren", REF, STATE_ADOPTED);
	struct paper_of *both[] = {one, two};
	struct names changed = {0};
	bool done = false;
	papers_import(&s, both, 0, 2, &changed);
	const char *secret_ref = _i ? "RIS300002" : REF, *open_ref = _i ? REF : "RIS300002";
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_confide(s.db, secret_ref, true, DAY, NULL, &done, &s.err));
	MUST(&s, db_item_confide(s.db, open_ref, true, DAY, NULL, &done, &s.err));
	MUST(&s, db_item_confide(s.db, open_ref, false, DAY, NULL, &done, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	*list_push(s.arena, &two->document.mentions.v[0].identifiers) = (struct identifier){"RIS", "RIS300002"};
	struct names refs = {0};
	papers_import(&s, both, 0, 2, &changed);
	MUST(&s, db_item_refs(s.db, s.arena, &refs, &s.err));
	ck_assert_uint_eq(refs.n, 1);
	ck_assert(is_confidential(refs.v[0]));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_word_that_was_changed_outside_is_found)
{
	static const char *const attacks[] = {"DELETE FROM secrecy", "UPDATE secrecy SET confidential = 0",
					      "UPDATE secrecy SET item = 'RIS9'", "UPDATE secrecy SET day = NULL"};
	sqlite3 *other = NULL;
	import(paper_make(&s, "a", "Groene daken", REF, STATE_ADOPTED));
	confide(true);
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, attacks[_i], NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
	ck_assert_int_gt(store_bad(&s), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("secrecy");
	TCase *tc = tcase_create("secrecy");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, a_word_holds_until_the_next_and_is_recorded_once);
	tcase_add_test(tc, a_word_outlives_another_reading_of_the_papers);
	tcase_add_loop_test(tc, a_paper_that_calls_itself_secret_keeps_the_item_back_until_it_is_answered, 0, 2);
	tcase_add_test(tc, a_word_follows_the_item_to_its_new_name);
	tcase_add_loop_test(tc, of_two_words_on_what_is_one_item_the_one_that_keeps_the_secret_counts, 0, 2);
	tcase_add_loop_test(tc, a_word_that_was_changed_outside_is_found, 0, 4);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
