/* Papers: stored once, found by the beginning of their SHA-256, and connected by what they mention. */
#include "tests/db/store.h"

#include "db/db_gate.h"

static struct store s;

static void setup(void)
{
	store_init(&s);
}

static void teardown(void)
{
	store_release(&s);
}

static void save(const struct paper_of *paper)
{
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_document_save(s.db, &paper->stored, &paper->document, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

START_TEST(a_paper_comes_back_as_it_was_saved)
{
	bool known = true;
	struct stored_document back;
	struct paper_of *paper = paper_make(&s, "a", "Groene daken", NULL, STATE_NONE);
	paper->stored.body = "nl/test";
	paper->stored.on = date_make(2024, 2, 29);
	paper->stored.text = SLICE("one\ftwo \xc3\xa9");
	paper->stored.pages = 2;
	MUST(&s, db_document_known(s.db, paper->stored.sha256, &known, &s.err));
	ck_assert(!known);
	save(paper);
	MUST(&s, db_document_known(s.db, paper->stored.sha256, &known, &s.err));
	ck_assert(known);
	const char *beginning = arena_text(s.arena, (struct slice){paper->stored.sha256, 8});
	MUST(&s, db_document_load(s.db, beginning, s.arena, &back, &s.err));
	ck_assert_str_eq(back.sha256, paper->stored.sha256);
	ck_assert_str_eq(back.path, "a");
	ck_assert_str_eq(back.body, "nl/test");
	ck_assert_int_eq(back.on, date_make(2024, 2, 29));
	ck_assert_int_eq(back.pages, 2);
	ck_assert(slice_is(back.text, "one\ftwo \xc3\xa9"));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(an_empty_text_is_kept)
{
	struct stored_document back;
	struct paper_of *paper = paper_make(&s, "a", "Groene daken", NULL, STATE_NONE);
	paper->stored.text = (struct slice){0};
	save(paper);
	MUST(&s, db_document_load(s.db, paper->stored.sha256, s.arena, &back, &s.err));
	ck_assert_uint_eq(back.text.n, 0);
}
END_TEST

START_TEST(a_beginning_may_be_written_in_capitals)
{
	struct stored_document back;
	struct paper_of *paper = paper_make(&s, "a", "Groene daken", NULL, STATE_NONE);
	save(paper);
	MUST(&s, db_document_load(s.db, "CA978112", s.arena, &back, &s.err));
	ck_assert_str_eq(back.sha256, paper->stored.sha256);
}
END_TEST

START_TEST(a_beginning_that_is_short_or_unknown_finds_nothing)
{
	struct stored_document back;
	save(paper_make(&s, "a", "Groene daken", NULL, STATE_NONE));
	ck_assert_int_eq(db_document_load(s.db, "ca9781", s.arena, &back, &s.err), E_NOT_FOUND);
	ck_assert_int_eq(db_document_load(s.db, "0000000000", s.arena, &back, &s.err), E_NOT_FOUND);
}
END_TEST

START_TEST(a_paper_is_written_again_only_when_it_is_understood_otherwise)
{
	struct paper_of *paper = paper_make(&s, "a", "Groene daken", NULL, STATE_NONE);
	save(paper);
	int64_t entries = store_entries(&s);
	paper->stored.path = "elsewhere/b";
	save(paper);
	ck_assert_int_eq(store_entries(&s), entries);
	paper->document.kind = DOC_LETTER;
	save(paper);
	ck_assert_int_eq(store_entries(&s), entries + 1);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

static struct mention_ids connected(const struct paper_of *paper)
{
	struct names given = {0};
	struct mention_ids ids = {0};
	*list_push(s.arena, &given) = paper->stored.sha256;
	MUST(&s, db_mentions_connected(s.db, &given, s.arena, &ids, &s.err));
	return ids;
}

/* a and b share a number, b and c a title but for a slip; d is of another meeting. */
START_TEST(mentions_are_connected_by_numbers_and_near_titles_to_any_depth)
{
	struct paper_of *a = paper_make(&s, "a", "Werk aan de winkel", "RIS300001", STATE_NONE);
	struct paper_of *b = paper_make(&s, "b", "Groene daken op scholen", "RIS300001", STATE_NONE);
	struct paper_of *c = paper_make(&s, "c", "Groenne daken op scholen", NULL, STATE_NONE);
	struct paper_of *d = paper_make(&s, "d", "Groene daken op scholen", NULL, STATE_NONE);
	d->document.mentions.v[0].meeting = date_make(2025, 2, 6);
	save(a), save(b), save(c), save(d);
	struct mention_ids ids = connected(a);
	ck_assert_uint_eq(ids.n, 3);
	for (size_t i = 0; i < ids.n; i++) {
		ck_assert_str_ne(ids.v[i].document, d->stored.sha256);
		ck_assert(i == 0 || strcmp(ids.v[i - 1].document, ids.v[i].document) < 0);
	}
}
END_TEST

/* A list with two motions; a paper of the one has nothing to do with the other. */
START_TEST(a_list_does_not_tie_its_rows_together)
{
	struct paper_of *list = paper_make(&s, "list", "Groene daken op scholen", "RIS300001", STATE_NONE);
	struct paper_of *other = paper_make(&s, "other", "Meer bankjes", "RIS300002", STATE_NONE);
	*list_push(s.arena, &list->document.mentions) = other->document.mentions.v[0];
	save(list), save(other);
	struct mention_ids ids = connected(other);
	ck_assert_uint_eq(ids.n, 2);
	for (size_t i = 0; i < ids.n; i++)
		ck_assert_int_eq(ids.v[i].ordinal, strcmp(ids.v[i].document, list->stored.sha256) == 0 ? 1 : 0);
	ck_assert_uint_eq(connected(list).n, 3);
}
END_TEST

static int count_meetings(unsigned kind, void *count, void *statement, void *text)
{
	(void)kind, (void)statement;
	*(int *)count += strcmp(text, sql_text(SQL_MENTION_OF_MEETING)) == 0;
	return 0;
}

/* Two lists of one meeting, with the same motions but for a slip in each title: a meeting is read once, however many rows it has. */
START_TEST(a_meeting_is_read_once_for_all_its_rows)
{
	enum { ROWS = 200 };
	int meetings = 0;
	struct paper_of *lists[] = {paper_make(&s, "draft", NULL, NULL, STATE_NONE),
				    paper_make(&s, "final", NULL, NULL, STATE_NONE)};
	for (int i = 0; i < 2; i++) {
		lists[i]->document.mentions.n = 0;
		for (int k = 0; k < ROWS; k++) {
			struct mention *m = list_push(s.arena, &lists[i]->document.mentions);
			*m = (struct mention){.kind = ITEM_MOTION, .meeting = date_make(2025, 1, 23)};
			m->title = arena_printf(s.arena, "plan %d voor de %s", k, i ? "straten" : "straaten");
		}
		save(lists[i]);
	}
	ck_assert_int_eq(sqlite3_trace_v2(s.db->handle, SQLITE_TRACE_STMT, count_meetings, &meetings), SQLITE_OK);
	ck_assert_uint_eq(connected(lists[1]).n, 2 * ROWS);
	ck_assert_int_eq(meetings, 1);
}
END_TEST

START_TEST(a_file_is_quarantined_once_and_leaves_when_it_is_read)
{
	struct paper_of *paper = paper_make(&s, "a", "Groene daken", NULL, STATE_NONE);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, "a.pdf", paper->stored.sha256, "which body?", &s.err));
	int64_t entries = store_entries(&s);
	MUST(&s, db_quarantine(s.db, "a.pdf", paper->stored.sha256, "which body?", &s.err));
	ck_assert_int_eq(store_entries(&s), entries);
	MUST(&s, db_quarantine(s.db, "a.pdf", paper->stored.sha256, "which year?", &s.err));
	ck_assert_int_eq(store_entries(&s), entries + 2);
	MUST(&s, db_commit(s.db, &s.err));
	save(paper);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, "a.pdf", paper->stored.sha256, "which year?", &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(store_entries(&s), entries + 5); /* asked otherwise, read, answered, asked again */
}
END_TEST

START_TEST(a_file_that_cannot_be_opened_is_quarantined_once_by_its_path)
{
	struct paper_of *paper = paper_make(&s, "a.pdf", "Groene daken", NULL, STATE_NONE);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, "a.pdf", NULL, "encrypted", &s.err));
	int64_t entries = store_entries(&s);
	MUST(&s, db_quarantine(s.db, "a.pdf", NULL, "encrypted", &s.err));
	ck_assert_int_eq(store_entries(&s), entries);
	MUST(&s, db_quarantine(s.db, "b.pdf", NULL, "encrypted", &s.err));
	ck_assert_int_eq(store_entries(&s), entries + 1);
	MUST(&s, db_commit(s.db, &s.err));
	save(paper); /* a.pdf was put right */
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, "b.pdf", NULL, "encrypted", &s.err));
	ck_assert_int_eq(store_entries(&s), entries + 3); /* b.pdf, and a.pdf that was read and answered */
	MUST(&s, db_quarantine(s.db, "a.pdf", NULL, "encrypted", &s.err));
	ck_assert_int_eq(store_entries(&s), entries + 4);
	MUST(&s, db_commit(s.db, &s.err));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("document");
	TCase *tc = tcase_create("document");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, a_paper_comes_back_as_it_was_saved);
	tcase_add_test(tc, an_empty_text_is_kept);
	tcase_add_test(tc, a_beginning_may_be_written_in_capitals);
	tcase_add_test(tc, a_beginning_that_is_short_or_unknown_finds_nothing);
	tcase_add_test(tc, a_paper_is_written_again_only_when_it_is_understood_otherwise);
	tcase_add_test(tc, mentions_are_connected_by_numbers_and_near_titles_to_any_depth);
	tcase_add_test(tc, a_list_does_not_tie_its_rows_together);
	tcase_add_test(tc, a_meeting_is_read_once_for_all_its_rows);
	tcase_add_test(tc, a_file_is_quarantined_once_and_leaves_when_it_is_read);
	tcase_add_test(tc, a_file_that_cannot_be_opened_is_quarantined_once_by_its_path);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
