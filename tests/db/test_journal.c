/* The journal: any change of what it holds, or of what it covers, is found. */
#include "tests/db/store.h"

#include "db/db_gate.h"
#include "db/db_item.h"
#include "db/db_journal.h"

static struct store s;
static bool written; /* by what was recorded last */

static void setup(void)
{
	store_init(&s);
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe daken", "RIS300002", STATE_REJECTED)};
	papers_import(&s, papers, 0, 2, &changed);
	struct followup f = followup_make(&s, "RIS300001", "k", date_make(2025, 4, 23));
	*list_push(s.arena, &f.quotes) = (struct quote){papers[0]->stored.sha256, "words", {0, 5}};
	followups_save(&s, "RIS300001", &f, 1);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_derivation_set(s.db, "reader", "1", &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

static void teardown(void)
{
	store_release(&s);
}

/* As somebody with the sqlite3 program and without our handle would do it. */
static void tamper(const char *sql)
{
	sqlite3 *other = NULL;
	char *message = NULL;
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	sqlite3_exec(other, sql, NULL, NULL, &message);
	ck_assert_msg(!message, "%s: %s", sql, message);
	sqlite3_close(other);
}

#define OFF "DROP TRIGGER journal_is_kept; DROP TRIGGER journal_is_fixed; DROP TRIGGER journal_in_order;"

static const struct {
	const char *sql;
	int64_t first_bad;
} attacks[] = {
	{OFF "UPDATE journal SET entry = replace(entry, 'adopted', 'dropped') WHERE seq = 3", 3},
	{OFF "UPDATE journal SET hash = replace(hash, 'a', 'b') WHERE seq = 2", 2},
	{OFF "PRAGMA foreign_keys = OFF; DELETE FROM journal WHERE seq = 2", 2},
	{OFF "PRAGMA foreign_keys = OFF; DELETE FROM journal WHERE seq = 1", 1},
	{OFF "UPDATE journal SET seq = 99 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3;"
	     "UPDATE journal SET seq = 3 WHERE seq = 99",
	 2},
	{"DROP TRIGGER opening_is_fixed; UPDATE opening SET value = 'x' WHERE seq = 1 AND field = 'path'", 1},
	{"UPDATE item SET state = 'dropped' WHERE ref = 'RIS300001'", 3},
	{"DROP TRIGGER item_settles; UPDATE item SET state = 'settled' WHERE ref = 'RIS300001'", 3},
	{"UPDATE item SET title = 'Grijze daken' WHERE ref = 'RIS300001'", 3},
	{"UPDATE transition SET day = '2025-01-24' WHERE item = (SELECT id FROM item WHERE ref = 'RIS300001')", 3},
	{"UPDATE transition SET overruled = 1 WHERE state = 'adopted'", 3},
	{"UPDATE transition_quote SET start = 1", 3},
	{"DELETE FROM person WHERE item = (SELECT id FROM item WHERE ref = 'RIS300001')", 3},
	{"UPDATE document_text SET text = text || ' ' WHERE document = 1", 1},
	{"DELETE FROM document_text WHERE document = 1", 1},
	{"UPDATE document SET day = '2025-01-24' WHERE id = 1", 1},
	{"DELETE FROM mention_key WHERE document = 1", 1},
	{"UPDATE followup SET latest = '2026-04-23', due = '2026-04-23'", 7},
	{"UPDATE followup SET status = 'fulfilled'", 7},
	{"UPDATE followup_quote SET text = 'others'", 7},
	{"DELETE FROM followup_step", 7},
	{"PRAGMA foreign_keys = ON; DELETE FROM followup", 7},
	{"PRAGMA foreign_keys = ON; DELETE FROM item WHERE ref = 'RIS300002'", 5},
	{"DELETE FROM document WHERE id = 2", 2},
	{"UPDATE item SET ref = 'RIS9' WHERE ref = 'RIS300002'", 5},
	{"UPDATE followup SET entry = 3", 3},
	{"UPDATE derivation SET value = '2'", 8},
	{"UPDATE derivation SET name = 'writer'", 8},
	{"DELETE FROM derivation", 8},
	{"INSERT INTO item SELECT 9, 'RIS9', kind, state, title, title_key, body, day, by_hand, sources, facts, entry, "
	 "NULL "
	 "FROM item"
	 " WHERE ref = 'RIS300002'",
	 5},
};

static void attack(const char *sql, int64_t first_bad)
{
	ck_assert_int_eq(store_bad(&s), 0);
	db_close(s.db);
	s.db = NULL;
	tamper(sql);
	s.db = store_open(&s, false, NOW);
	int64_t bad = store_bad(&s);
	ck_assert_msg(bad == first_bad, "%s: %lld", sql, (long long)bad);
}

START_TEST(what_was_changed_outside_is_found)
{
	attack(attacks[_i].sql, attacks[_i].first_bad);
}
END_TEST

/* What people said, from entry 9 on: a status (9), a link (12), words that move (14) and waive (16), two questions (18, 19). */
static void words_setup(void)
{
	struct word move = {.kind = WORD_MOVE, .on = NOW / 86400, .because = "Bakker is ill", .date_text = "mei"};
	struct word waive = {.kind = WORD_WAIVE, .on = NOW / 86400, .because = "Bakker left"};
	setup();
	const char *uid = due_list(&s, NULL).v[0].followup.uid;
	move.moment =
		(struct moment){.edtf = "2025-05", .earliest = date_make(2025, 5, 1), .latest = date_make(2025, 5, 31)};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_record(s.db, "RIS300001", STATE_IN_PROGRESS, date_make(2025, 3, 2), NULL, &written, &s.err));
	MUST(&s, db_item_link(s.db, "RIS300001", REL_REPLACES, "RIS300002", &written, &s.err));
	MUST(&s, db_followup_record(s.db, uid, &move, &written, &s.err));
	MUST(&s, db_followup_record(s.db, uid, &waive, &written, &s.err));
	MUST(&s, db_quarantine(s.db, "x.pdf", NULL, "encrypted", &s.err));
	MUST(&s, db_quarantine(s.db, "y.pdf", NULL, "damaged", &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(store_entries(&s), 19);
}

static const struct {
	const char *sql;
	int64_t first_bad;
} forgeries[] = {
	{"UPDATE transition SET recorded = recorded - 86400 WHERE state = 'adopted'", 4},
	{"UPDATE transition SET recorded = recorded + 1 WHERE state = 'in_progress'", 11},
	{"UPDATE transition SET entry = 6 WHERE state = 'adopted'", 4},
	{"UPDATE hand_transition SET state = 'settled'", 9},
	{"UPDATE hand_transition SET day = '2025-03-03'", 9},
	{"UPDATE hand_transition SET document = 1", 9},
	{"UPDATE hand_transition SET item = 'RIS300002'", 9},
	{"UPDATE hand_transition SET part = '2'", 9},
	{"UPDATE hand_transition SET by_rule = 'nl/x:y'", 9},
	{"UPDATE hand_transition SET owing = 1", 9},
	{"UPDATE hand_transition SET refuses = 1", 9},
	{"UPDATE hand_transition SET entry = 10", 9},
	{"DELETE FROM hand_transition", 9},
	{"INSERT INTO hand_transition (item, state, day, entry) SELECT item, 'dropped', day, entry FROM "
	 "hand_transition",
	 9},
	{"INSERT INTO hand_transition (item, state, day, entry) SELECT item, 'dropped', day, 12 FROM hand_transition",
	 12},
	{"INSERT INTO hand_transition (item, state, day, entry) SELECT item, 'dropped', day, 77 FROM hand_transition",
	 19},
	{"UPDATE hand_link SET type = 'settles'", 12},
	{"UPDATE hand_link SET other = 'RIS300001'", 12},
	{"DELETE FROM hand_link", 12},
	{"UPDATE relation SET by_hand = 0", 13},
	{"UPDATE word SET day = '2025-01-02' WHERE kind = 'move'", 14},
	{"UPDATE word SET date_text = 'juni' WHERE kind = 'move'", 14},
	{"UPDATE word SET was = NULL WHERE kind = 'move'", 14},
	{"UPDATE word SET key = 'other'", 14},
	{"UPDATE word SET kind = 'fulfil' WHERE kind = 'waive'", 16},
	{"DELETE FROM word WHERE kind = 'waive'", 16},
	/* Of a follow-up that no rule derives any more. */
	{"DELETE FROM followup_quote; DELETE FROM followup_step; DELETE FROM followup; DELETE FROM word", 14},
	{"UPDATE quarantine SET reason = 'answered' WHERE path = 'x.pdf'", 18},
	{"UPDATE quarantine SET path = 'z.pdf' WHERE path = 'y.pdf'", 19},
	{"DELETE FROM quarantine WHERE path = 'x.pdf'", 18},
	{"DELETE FROM opening WHERE seq = 18 AND field = 'reason'; UPDATE quarantine SET reason = 'x'", 18},
	{"UPDATE followup SET created = created - 86400", 17},
	{"UPDATE followup SET last_modified = last_modified + 1", 17},
	{"UPDATE followup SET sequence = sequence + 1", 17},
	{"UPDATE document SET path = 'elsewhere' WHERE id = 1", 1},
	{"DELETE FROM opening WHERE seq = 1 AND field = 'path'; UPDATE document SET path = 'elsewhere' WHERE id = 1",
	 1},
	{"UPDATE mention_key SET ordinal = 1 WHERE document = 2; UPDATE mention SET ordinal = 1 WHERE document = 2", 2},
	{"UPDATE item SET title_key = 'grijze daken' WHERE ref = 'RIS300002'", 5},
	{"UPDATE item SET facts = replace(facts, 'a', 'b') WHERE ref = 'RIS300002'", 5},
	{"DELETE FROM opening WHERE seq = 5 AND field = 'facts'", 5},
	{"DELETE FROM opening WHERE seq = 17 AND field = 'facts'", 17},
	{"DELETE FROM opening WHERE seq = 2 AND field = 'facts'", 2},
};

START_TEST(what_was_forged_of_peoples_words_is_found)
{
	attack(forgeries[_i].sql, forgeries[_i].first_bad);
}
END_TEST

/* A register that griffie itself would take for whole, but for the entry: title and facts agree. */
START_TEST(facts_that_agree_with_the_rows_must_agree_with_the_entry)
{
	struct item item;
	struct item_stamp stamp;
	MUST(&s, item_load(s.db, "RIS300002", s.arena, &item, &stamp, &s.err));
	item.title = "Grijze daken";
	item_facts(&item, &stamp, stamp.facts);
	const char *forged =
		arena_printf(s.arena,
			     "UPDATE item SET title = 'Grijze daken', title_key = 'grijze daken', "
			     "facts = '%s' WHERE ref = 'RIS300002'; %s",
			     stamp.facts, _i ? "DELETE FROM opening WHERE seq = 5 AND field = 'facts'" : "");
	attack(forged, 5);
}
END_TEST

/* What was recorded of an item stands under its new ref, and under that of the item that it became part of. */
START_TEST(words_under_another_name_are_found_again)
{
	struct names changed = {0};
	const char *ref[2];
	struct paper_of *papers[] = {paper_make(&s, "c", "Rode gevels", NULL, STATE_ADOPTED),
				     paper_make(&s, "d", "Gele gevels", "RIS300004", STATE_ADOPTED),
				     paper_make(&s, "e", "Rode gevels", "RIS300003", STATE_NONE),
				     paper_make(&s, "f", "Rode gevels", "RIS300004", STATE_NONE)};
	struct mention *last = &papers[3]->document.mentions.v[0];
	*list_push(s.arena, &last->identifiers) = (struct identifier){"RIS", "RIS300003"};
	papers_import(&s, papers, 0, 1, &changed);
	ref[0] = changed.v[0];
	papers_import(&s, papers, 1, 2, &changed);
	ref[1] = changed.v[0];
	for (size_t i = 0; i < 2; i++) {
		MUST(&s, db_begin(s.db, &s.err));
		MUST(&s,
		     db_item_record(s.db, ref[i], STATE_IN_PROGRESS, date_make(2025, 3, 2), NULL, &written, &s.err));
		MUST(&s, db_item_link(s.db, ref[i], REL_ABOUT, "RIS300001", &written, &s.err));
		MUST(&s, db_item_link(s.db, "RIS300001", REL_ABOUT, ref[i], &written, &s.err));
		MUST(&s, db_item_link(s.db, ref[i], REL_ABOUT, ref[1 - i], &written, &s.err));
		struct followup f = followup_make(&s, ref[i], "k", date_make(2025, 4, 23));
		struct word waive = {.kind = WORD_WAIVE, .on = NOW / 86400, .because = "Bakker left"};
		MUST(&s, db_commit(s.db, &s.err));
		followups_save(&s, ref[i], &f, 1);
		MUST(&s, db_begin(s.db, &s.err));
		MUST(&s, db_followup_record(s.db, f.uid, &waive, &written, &s.err));
		MUST(&s, db_commit(s.db, &s.err));
	}
	ck_assert_int_eq(store_bad(&s), 0);
	for (size_t i = 2; i < 4; i++) {
		papers_import(&s, papers, i, i + 1, &changed);
		ck_assert_int_eq(store_bad(&s), 0);
	}
	struct item item;
	ck_assert_int_eq(db_item_load(s.db, ref[0], s.arena, &item, &s.err), E_NOT_FOUND);
	/* The ref is free again, and what is recorded of it now is of another item. */
	struct item again = {.ref = ref[0], .kind = ITEM_MOTION, .title = "Daken", .date = DATE_NONE};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_add(s.db, &again, &s.err));
	MUST(&s, db_item_record(s.db, ref[0], STATE_ADOPTED, date_make(2025, 1, 23), NULL, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* A question that was answered has no row; the same one asked again has. */
START_TEST(questions_that_are_answered_and_asked_again_are_followed)
{
	for (int i = 0; i < 2; i++) {
		MUST(&s, db_begin(s.db, &s.err));
		MUST(&s, db_quarantine(s.db, "z.pdf", NULL, "encrypted", &s.err));
		MUST(&s, db_commit(s.db, &s.err));
		ck_assert_int_eq(store_bad(&s), 0);
		MUST(&s, db_begin(s.db, &s.err));
		MUST(&s, db_quarantine(s.db, "z.pdf", NULL, "damaged", &s.err));
		MUST(&s, db_commit(s.db, &s.err));
		ck_assert_int_eq(store_bad(&s), 0);
	}
}
END_TEST

/* As they stand in registers of before. */
START_TEST(an_answer_that_names_no_question_is_no_fault)
{
	int64_t entry = 0;
	const struct field fields[] = {FIELD("change", "answered"), FIELD_COVERED("path", "z.pdf"),
				       FIELD_COVERED("reason", "encrypted")};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, "z.pdf", NULL, "encrypted", &s.err));
	MUST(&s, journal_add(s.db, "quarantine", fields, ARRAY_SIZE(fields), &entry, &s.err));
	ck_assert_int_eq(sqlite3_exec(s.db->handle, "DELETE FROM quarantine", NULL, NULL, NULL), SQLITE_OK);
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* A paper that is found elsewhere and understood otherwise keeps the path under which it was first read. */
START_TEST(a_paper_keeps_its_path)
{
	struct paper_of *paper = paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED);
	paper->stored.path = "elsewhere/a";
	paper->stored.pages = 2;
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_document_save(s.db, &paper->stored, &paper->document, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(store_entries(&s), 9);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* Statements that the triggers stop, also for a connection that has none of our settings. */
static const char *const kept[] = {
	"DELETE FROM journal WHERE seq = 1",
	"UPDATE journal SET entry = '' WHERE seq = 1",
	"INSERT OR REPLACE INTO journal (seq, entry, hash) SELECT 1, '{}', hash FROM journal WHERE seq = 2",
	"INSERT INTO journal (seq, entry, hash) SELECT 99, '{}', hash FROM journal WHERE seq = 2",
	"UPDATE OR REPLACE journal SET seq = 2 WHERE seq = 1",
	"INSERT OR REPLACE INTO opening SELECT seq, field, salt, 'x' FROM opening",
	"UPDATE opening SET value = 'x'",
};

START_TEST(the_journal_only_grows)
{
	sqlite3 *other = NULL;
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, kept[_i], NULL, NULL, NULL), SQLITE_CONSTRAINT);
	sqlite3_close(other);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* Erased in the journal and in the register; and the facts of what is no longer stored. */
START_TEST(erasing_a_value_leaves_the_journal_whole)
{
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "c", "Rode daken", "RIS300002", STATE_NONE)};
	papers_import(&s, papers, 0, 1, &changed);
	ck_assert_int_eq(sqlite3_exec(s.db->handle,
				      "DELETE FROM opening WHERE field = 'path'; UPDATE document SET path = '';"
				      "DELETE FROM opening WHERE field = 'facts' AND seq = 5",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* The reason stands in the opening alone: neither the list nor the next derivation writes what is left of it anew. */
START_TEST(erasing_a_persons_reason_leaves_the_journal_whole)
{
	struct followup f = followup_make(&s, "RIS300001", "other", date_make(2025, 4, 23));
	struct word move = {.kind = WORD_MOVE, .on = NOW / 86400, .because = "Bakker is ill", .date_text = "mei"};
	struct word waive = {.kind = WORD_WAIVE, .on = NOW / 86400, .because = "Bakker left"};
	followups_save(&s, "RIS300001", &f, 1);
	move.moment =
		(struct moment){.edtf = "2025-05", .earliest = date_make(2025, 5, 1), .latest = date_make(2025, 5, 31)};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_followup_record(s.db, f.uid, &move, &written, &s.err));
	MUST(&s, db_followup_record(s.db, f.uid, &waive, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(store_bad(&s), 0);
	int64_t entries = store_entries(&s);
	ck_assert_int_eq(sqlite3_exec(s.db->handle, "DELETE FROM opening WHERE field = 'because'", NULL, NULL, NULL),
			 SQLITE_OK);
	ck_assert_int_eq(store_bad(&s), 0);
	ck_assert_int_eq(followups_save(&s, "RIS300001", &f, 1).changed, 0);
	ck_assert_int_eq(store_entries(&s), entries);
	ck_assert_ptr_null(due_list(&s, "waived").v[0].followup.because);
}
END_TEST

/* Each stands in the journal escaped, and is looked for in the register as it is. */
static const char *const odd[] = {"A\tB",     "A\nB",  "A\"B\\",         "\\",  "\x01\x1f\x7f", "\b\f\r", "\\u0041\\n",
				  "\xc3\xa9", " a b ", "\"item\":\"x\"", "long"};

START_TEST(any_name_is_found_again)
{
	const char *ref = odd[_i];
	if (strcmp(ref, "long") == 0) {
		char *text = arena_alloc(s.arena, 5001);
		ref = memset(text, 'x', 5000);
	}
	struct item item = {.ref = ref, .kind = ITEM_MOTION, .title = "Rode daken", .date = DATE_NONE};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_add(s.db, &item, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(store_bad(&s), 0);
	db_close(s.db);
	s.db = NULL;
	tamper("DELETE FROM item WHERE title = 'Rode daken'");
	s.db = store_open(&s, false, NOW);
	ck_assert_int_eq(store_bad(&s), 9);
}
END_TEST

START_TEST(no_name_and_no_title_stands_in_the_journal)
{
	struct query q;
	query_begin(&q, s.db, SQL_JOURNAL_WALK);
	while (query_row(&q)) {
		const char *entry = query_get_text(&q, 1, s.arena);
		ck_assert_ptr_null(strstr(entry, "Vries"));
		ck_assert_ptr_null(strstr(entry, "daken"));
	}
	MUST(&s, query_end(&q, &s.err));
}
END_TEST

static struct slice entry_of(int64_t seq, char hash[SHA256_TEXT])
{
	struct slice entry = {0};
	struct query q;
	query_begin(&q, s.db, SQL_JOURNAL_WALK);
	while (query_row(&q))
		if (query_get_number(&q, 0) == seq) {
			entry = query_get_slice(&q, 1, s.arena);
			query_get_into(&q, 2, hash, SHA256_TEXT);
		}
	MUST(&s, query_end(&q, &s.err));
	return entry;
}

/* The example that an independent reader would compute: no blanks, keys in order, the shortest escapes. */
START_TEST(an_entry_is_canonical_json)
{
	char hash[SHA256_TEXT], right[SHA256_TEXT];
	int64_t seq = 0;
	const struct field fields[] = {FIELD("z", "\xc3\xa9\xe2\x80\xa8 \"\\/"), FIELD("b", "\b\t\n\f\r\x01\x1f\x7f"),
				       FIELD_INT("n", 9007199254740991), FIELD("empty", ""), FIELD("none", NULL)};
	MUST(&s, db_begin(s.db, &s.err));
	const char *prev = arena_text(s.arena, slice_of(s.db->head.hash));
	MUST(&s, journal_add(s.db, "test", fields, ARRAY_SIZE(fields), &seq, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	struct slice entry = entry_of(seq, hash);
	const char *expected = arena_printf(
		s.arena,
		"{\"at\":\"2025-01-01T00:00:00Z\",\"b\":\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\",\"empty\":\"\","
		"\"n\":9007199254740991,\"op\":\"test\",\"prev\":\"%s\",\"seq\":%lld,\"z\":\"\xc3\xa9\xe2\x80\xa8 "
		"\\\"\\\\/\"}",
		prev, (long long)seq);
	ck_assert_str_eq(entry.p, expected);
	char *bytes = arena_alloc(s.arena, entry.n + 10);
	memcpy(bytes, "\0griffie1\n", 10);
	memcpy(bytes + 10, entry.p, entry.n);
	sha256_text(bytes, entry.n + 10, right);
	ck_assert_str_eq(hash, right);
}
END_TEST

START_TEST(the_first_entry_follows_sixty_four_zeros)
{
	char hash[SHA256_TEXT];
	struct slice entry = entry_of(1, hash);
	ck_assert_ptr_nonnull(
		strstr(entry.p, "\"prev\":\"0000000000000000000000000000000000000000000000000000000000000000\""));
}
END_TEST

START_TEST(a_clock_that_went_back_is_marked)
{
	char hash[SHA256_TEXT];
	store_again(&s, NOW - 3600);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, "x.pdf", NULL, "encrypted", &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	struct slice entry = entry_of(store_entries(&s), hash);
	ck_assert_ptr_nonnull(strstr(entry.p, "\"clock\":\"back\""));
	ck_assert_ptr_nonnull(strstr(entry.p, "\"at\":\"2024-12-31T23:00:00Z\""));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("journal");
	TCase *tc = tcase_create("journal");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, what_was_changed_outside_is_found, 0, ARRAY_SIZE(attacks));
	tcase_add_loop_test(tc, the_journal_only_grows, 0, ARRAY_SIZE(kept));
	tcase_add_test(tc, erasing_a_value_leaves_the_journal_whole);
	tcase_add_test(tc, erasing_a_persons_reason_leaves_the_journal_whole);
	tcase_add_loop_test(tc, any_name_is_found_again, 0, ARRAY_SIZE(odd));
	tcase_add_test(tc, no_name_and_no_title_stands_in_the_journal);
	tcase_add_test(tc, an_entry_is_canonical_json);
	tcase_add_test(tc, the_first_entry_follows_sixty_four_zeros);
	tcase_add_test(tc, a_clock_that_went_back_is_marked);
	tcase_add_loop_test(tc, facts_that_agree_with_the_rows_must_agree_with_the_entry, 0, 2);
	tcase_add_test(tc, words_under_another_name_are_found_again);
	tcase_add_test(tc, questions_that_are_answered_and_asked_again_are_followed);
	tcase_add_test(tc, an_answer_that_names_no_question_is_no_fault);
	tcase_add_test(tc, a_paper_keeps_its_path);
	suite_add_tcase(suite, tc);
	tc = tcase_create("words");
	tcase_add_checked_fixture(tc, words_setup, teardown);
	tcase_add_loop_test(tc, what_was_forged_of_peoples_words_is_found, 0, ARRAY_SIZE(forgeries));
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
