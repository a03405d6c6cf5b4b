/* Questions to the clerk: each stands in the list once, and leaves when it is answered. */
#include "tests/db/store.h"

static struct store s;
static bool written; /* by what was recorded last */

#define STAMP "no state for 'opgeknipt': which is it?"

static void setup(void)
{
	store_init(&s);
}

static void teardown(void)
{
	store_release(&s);
}

static void ask(const char *path, const char *sha256, const char *reason)
{
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, path, sha256, reason, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

static void known(const char *path, const char *sha256)
{
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine_remove(s.db, path, sha256, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

/* The open questions as one text: "path reason item; ..." */
static const char *questions(void)
{
	struct open_questions all = {0};
	const char *text = "";
	MUST(&s, db_quarantine_list(s.db, s.arena, &all, &s.err));
	for (size_t i = 0; i < all.n; i++)
		text = arena_printf(s.arena, "%s%s%s %s %s", text, i ? "; " : "", all.v[i].path, all.v[i].reason,
				    all.v[i].item ? all.v[i].item : "-");
	return text;
}

/* A motion with a stamp that nobody knows. */
static struct paper_of *stamped(const char *name, const char *number)
{
	struct paper_of *paper = paper_make(&s, name, "Groene daken", number, STATE_SUBMITTED);
	*list_push(s.arena, &paper->document.findings) = (struct finding){"unknown_status", STAMP};
	return paper;
}

static void import(struct paper_of *paper)
{
	struct names changed = {0};
	papers_import(&s, &paper, 0, 1, &changed);
}

static void answer(const char *ref)
{
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_record(s.db, ref, STATE_ADOPTED, date_make(2025, 1, 23), NULL, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

START_TEST(a_file_that_cannot_be_read_is_asked_about_until_it_is_read)
{
	struct paper_of *paper = paper_make(&s, "b.pdf", "Groene daken", "RIS300001", STATE_ADOPTED);
	ask("b.pdf", paper->stored.sha256, "encrypted");
	ask("a.pdf", NULL, "not found");
	ck_assert_str_eq(questions(), "a.pdf not found -; b.pdf encrypted -");
	import(paper);
	ck_assert_str_eq(questions(), "a.pdf not found -");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(what_was_asked_of_other_bytes_at_a_path_leaves)
{
	struct paper_of *good = paper_make(&s, "good.pdf", "Groene daken", "RIS300001", STATE_ADOPTED);
	struct paper_of *bad = paper_make(&s, "bad bytes", "", NULL, STATE_NONE);
	import(good);
	ask("a.pdf", bad->stored.sha256, "damaged");
	ask("a.pdf", NULL, "not found");
	ck_assert_str_eq(questions(), "a.pdf not found -");
	known("b.pdf", good->stored.sha256);
	ck_assert_str_eq(questions(), "a.pdf not found -");
	known("a.pdf", good->stored.sha256);
	ck_assert_str_eq(questions(), "");
	int64_t entries = store_entries(&s);
	known("a.pdf", good->stored.sha256);
	ck_assert_int_eq(store_entries(&s), entries);
}
END_TEST

START_TEST(a_paper_that_asks_stands_in_the_list_once_with_its_item)
{
	struct paper_of *paper = stamped("a.txt", "RIS300001");
	import(paper);
	ck_assert_str_eq(questions(), "a.txt " STAMP " RIS300001");
	ask("a.txt", paper->stored.sha256, STAMP);
	ck_assert_str_eq(questions(), "a.txt " STAMP " RIS300001");
	import(paper);
	known("b.txt", paper->stored.sha256);
	ck_assert_str_eq(questions(), "a.txt " STAMP " RIS300001");
}
END_TEST

START_TEST(a_state_by_hand_answers_what_was_asked_before)
{
	struct paper_of *paper = stamped("a.txt", "RIS300001"), *later = stamped("b.txt", "RIS300001");
	import(paper);
	ask("a.txt", paper->stored.sha256, STAMP);
	answer("RIS300001");
	ck_assert_str_eq(questions(), "");
	ask("a.txt", paper->stored.sha256, STAMP);
	ck_assert_str_eq(questions(), "");
	struct paper_of *both[] = {paper, later};
	struct names changed = {0};
	papers_import(&s, both, 1, 2, &changed);
	ask("b.txt", later->stored.sha256, STAMP);
	ck_assert_str_eq(questions(), "b.txt " STAMP " RIS300001");
	answer("RIS300001");
	ck_assert_str_eq(questions(), "");
	int64_t entries = store_entries(&s);
	answer("RIS300001");
	ck_assert(!written);
	ck_assert_int_eq(store_entries(&s), entries);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* A decision list is no item: it asks of its rows, which are known by their numbers. */
START_TEST(a_list_may_ask_of_several_rows_and_each_is_answered_alone)
{
	struct paper_of *list = paper_make(&s, "list.txt", "Groene daken", "RIS300001", STATE_SUBMITTED);
	struct mention other = list->document.mentions.v[0];
	list->document.kind = DOC_DECISION_LIST;
	list->document.mentions.v[0].own_paper = other.own_paper = false;
	other.title = "Blauwe daken";
	other.identifiers = (struct identifiers){0};
	*list_push(s.arena, &other.identifiers) = (struct identifier){"RIS", "RIS300002"};
	*list_push(s.arena, &list->document.mentions) = other;
	*list_push(s.arena, &list->document.findings) = (struct finding){"unknown_status", "RIS300001: 'Opgeknipt'?"};
	*list_push(s.arena, &list->document.findings) = (struct finding){"unknown_status", "RIS300002: 'Opgeknipt'?"};
	import(list);
	ask("list.txt", list->stored.sha256, "RIS300001: 'Opgeknipt'?");
	ck_assert_str_eq(questions(), "list.txt RIS300001: 'Opgeknipt'? RIS300001; "
				      "list.txt RIS300002: 'Opgeknipt'? RIS300002");
	answer("RIS300001");
	ck_assert_str_eq(questions(), "list.txt RIS300002: 'Opgeknipt'? RIS300002");
	int64_t entries = store_entries(&s);
	import(list);
	ck_assert_str_eq(questions(), "list.txt RIS300002: 'Opgeknipt'? RIS300002");
	ck_assert_int_eq(store_entries(&s), entries);
	list->document.findings.n = 1;
	import(list);
	ck_assert_str_eq(questions(), "");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_paper_that_is_read_anew_without_its_question_leaves)
{
	struct paper_of *paper = stamped("a.txt", "RIS300001");
	import(paper);
	ask("a.txt", paper->stored.sha256, STAMP);
	paper->document.findings.n = 0;
	import(paper);
	ck_assert_str_eq(questions(), "");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("quarantine");
	TCase *tc = tcase_create("quarantine");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, a_file_that_cannot_be_read_is_asked_about_until_it_is_read);
	tcase_add_test(tc, what_was_asked_of_other_bytes_at_a_path_leaves);
	tcase_add_test(tc, a_paper_that_asks_stands_in_the_list_once_with_its_item);
	tcase_add_test(tc, a_state_by_hand_answers_what_was_asked_before);
	tcase_add_test(tc, a_list_may_ask_of_several_rows_and_each_is_answered_alone);
	tcase_add_test(tc, a_paper_that_is_read_anew_without_its_question_leaves);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
