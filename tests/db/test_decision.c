/* Two keys: what settles an item, what the file itself refuses, and judgements. */
#include "tests/db/store.h"

#include <sqlite3.h>

static struct store s;
static bool written;

enum { MARCH = 2 };

/* A motion that was adopted, and a decision list. */
static struct paper_of *papers[2];

static void setup(void)
{
	struct names changed = {0};
	store_init(&s);
	papers[0] = paper_make(&s, "motion", "Groene daken", NULL, STATE_ADOPTED);
	papers[1] = paper_make(&s, "list", "Groene daken", NULL, STATE_NONE);
	papers[1]->document.kind = DOC_DECISION_LIST;
	*list_push(s.arena, &papers[0]->document.mentions.v[0].identifiers) = (struct identifier){"RIS", "RIS300001"};
	papers_import(&s, papers, 0, 2, &changed);
}

static void teardown(void)
{
	store_release(&s);
}

/* As the sqlite3 program would: what SQLite says, or "" when it did it. */
static const char *outside(const char *sql)
{
	sqlite3 *other = NULL;
	char *message = NULL;
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	sqlite3_exec(other, sql, NULL, NULL, &message);
	const char *said = message ? arena_text(s.arena, slice_of(message)) : "";
	sqlite3_free(message);
	sqlite3_close(other);
	return said;
}

static struct followup owed(int latest)
{
	struct followup f = followup_make(&s, "RIS300001", "k", latest);
	followups_save(&s, "RIS300001", &f, 1);
	return f;
}

static struct decision decision_of(int day)
{
	return (struct decision){.on = date_make(2025, 3, day), .document = papers[1]->stored.sha256};
}

/* Records and applies, in a transaction of its own that is taken back when it fails. */
static enum status decide(const struct decision *decision)
{
	MUST(&s, db_begin(s.db, &s.err));
	enum status status = db_decision_record(s.db, "RIS300001", decision, &written, &s.err);
	if (status == OK)
		status = db_decision_apply(s.db, "RIS300001", &s.err);
	if (status == OK)
		MUST(&s, db_commit(s.db, &s.err));
	else
		db_rollback(s.db);
	return status;
}

static enum state state_now(void)
{
	struct item item;
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	return item.state;
}

static void fulfil(const struct followup *f)
{
	struct word word = {.kind = WORD_FULFIL, .on = date_make(2025, 3, 1), .document = papers[1]->stored.sha256};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_followup_record(s.db, f->uid, &word, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

#define EVIDENCE "INSERT INTO hand_transition (item, state, document, entry) VALUES ('RIS300001', 'settled', 1, 1);"

#define REPLACED                                                                                                       \
	"INSERT OR REPLACE INTO item (id, ref, kind, state, title, title_key, body, day, by_hand, sources, facts, "    \
	"entry)\n"                                                                                                     \
	"SELECT id, ref, kind, 'settled', title, title_key, body, day, by_hand, sources, facts, entry FROM item"

static const struct {
	const char *sql;
	const char *said;
} attempts[] = {
	{"UPDATE item SET state = 'settled'", "settled without evidence"},
	{"UPDATE OR IGNORE item SET state = 'settled'", "settled without evidence"},
	{REPLACED, "settled without evidence"},
	{"INSERT INTO hand_transition (item, state, entry) VALUES ('RIS300001', 'settled', 1)",
	 "settled without evidence"},
	{"BEGIN;" EVIDENCE "UPDATE item SET state = 'settled'; COMMIT", "settled while follow-ups are pending"},
	{"BEGIN;" EVIDENCE REPLACED "; COMMIT", "settled while follow-ups are pending"},
	{"INSERT INTO judgement (item, kind, verdict, day, entry) VALUES ('x', 'answered', 'partly', '2025-03-01', 1)",
	 "CHECK constraint failed: verdict IN ('yes', 'partly', 'no') AND (kind = 'sense' OR verdict <> 'partly')"},
};

START_TEST(the_file_itself_refuses)
{
	owed(date_make(2025, 4, 23));
	ck_assert_str_eq(outside(attempts[_i].sql), attempts[_i].said);
	ck_assert_int_eq(state_now(), STATE_ADOPTED);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* Then it is one of those that the verifier finds. */
START_TEST(evidence_that_is_made_up_is_found)
{
	ck_assert_str_eq(outside(EVIDENCE "UPDATE item SET state = 'settled'"), "");
	ck_assert_int_ne(store_bad(&s), 0);
}
END_TEST

START_TEST(a_decision_settles_what_owes_nothing)
{
	struct followup f = owed(date_make(2025, 4, 23));
	struct decision decision = decision_of(MARCH);
	ck_assert_int_eq(decide(&decision), E_REFUSED);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "pending (1)"));
	ck_assert_int_eq(state_now(), STATE_ADOPTED);
	fulfil(&f);
	MUST(&s, decide(&decision));
	ck_assert(written);
	ck_assert_int_eq(state_now(), STATE_SETTLED);
	MUST(&s, decide(&decision));
	ck_assert(!written);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_decision_that_says_so_settles_what_is_owed)
{
	struct decisions all = {0};
	struct decision decision = decision_of(MARCH);
	owed(date_make(2025, 4, 23));
	decision.owing = true;
	decision.because = "de rest volgt";
	MUST(&s, decide(&decision));
	ck_assert_int_eq(state_now(), STATE_SETTLED);
	ck_assert_uint_eq(due_list(&s, NULL).n, 1);
	MUST(&s, db_decision_list(s.db, "RIS300001", s.arena, &all, &s.err));
	ck_assert_uint_eq(all.n, 1);
	ck_assert(all.v[0].owing);
	ck_assert_str_eq(all.v[0].because, "de rest volgt");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(only_the_council_decides)
{
	struct decision decision = decision_of(MARCH);
	decision.document = papers[0]->stored.sha256;
	ck_assert_int_eq(decide(&decision), E_REFUSED);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "is no decision of the council (motion)"));
	decision = (struct decision){.on = date_make(2025, 3, MARCH), .rule = "nl/test:settlement"};
	ck_assert_int_eq(decide(&decision), E_REFUSED);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "derives no term"));
}
END_TEST

/* The term of the rule is that of the follow-up with the key `tacit_settlement`. */
START_TEST(silence_settles_after_a_term_whose_source_is_known)
{
	static const struct {
		int day;
		bool verified;
		enum status status;
	} cases[] = {{5, true, E_REFUSED}, {6, false, E_REFUSED}, {6, true, OK}};
	struct followup f = followup_make(&s, "RIS300001", "tacit_settlement", date_make(2025, 3, 5));
	struct decision decision = {.on = date_make(2025, 3, cases[_i].day), .rule = "nl/test:settlement"};
	f.verified = cases[_i].verified;
	f.status = FOLLOWUP_FULFILLED;
	f.fulfilled_on = date_make(2025, 3, 6);
	followups_save(&s, "RIS300001", &f, 1);
	ck_assert_int_eq(decide(&decision), cases[_i].status);
	ck_assert_int_eq(state_now(), cases[_i].status == OK ? STATE_SETTLED : STATE_ADOPTED);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(what_nobody_proposed_is_not_refused)
{
	struct decision refusal = decision_of(MARCH);
	refusal.refuses = true;
	ck_assert_int_eq(decide(&refusal), E_REFUSED);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "nothing to refuse"));
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_record(s.db, "RIS300001", STATE_SETTLEMENT_PROPOSED, date_make(2025, 3, 1), NULL, &written,
				&s.err));
	MUST(&s, db_commit(s.db, &s.err));
	MUST(&s, decide(&refusal));
	ck_assert_int_eq(state_now(), STATE_IN_PROGRESS);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* The paper is read anew as one that does not say that it was adopted, something is owed, and it is read as before. */
START_TEST(a_decision_without_effect_does_not_settle_what_is_owed)
{
	struct names changed = {0};
	struct item item;
	struct decision decision = decision_of(MARCH);
	struct event *event = papers[0]->document.mentions.v[0].events.v;
	MUST(&s, decide(&decision));
	event->state = STATE_REJECTED;
	papers_import(&s, papers, 0, 2, &changed);
	ck_assert_int_eq(state_now(), STATE_REJECTED);
	struct followup f = owed(date_make(2025, 4, 23));
	event->state = STATE_ADOPTED;
	papers_import(&s, papers, 0, 2, &changed);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_int_eq(item.state, STATE_ADOPTED);
	ck_assert_uint_eq(item.findings.n, 1);
	ck_assert_str_eq(item.findings.v[0].name, "settled_while_promising");
	ck_assert_int_eq(decide(&decision), E_REFUSED);
	fulfil(&f);
	MUST(&s, decide(&decision));
	ck_assert_int_eq(state_now(), STATE_SETTLED);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* It was settled by word alone, which a register of before allowed. */
START_TEST(what_was_settled_before_stays_so)
{
	struct names changed = {0};
	struct decision decision = decision_of(MARCH);
	MUST(&s, decide(&decision));
	db_close(s.db);
	s.db = NULL;
	ck_assert_str_eq(outside("DROP TRIGGER settled_by_somebody; DROP TRIGGER item_settles;"
				 "DROP TRIGGER item_begins_settled; DROP TABLE judgement;"
				 "ALTER TABLE hand_transition DROP COLUMN by_rule;"
				 "ALTER TABLE hand_transition DROP COLUMN owing;"
				 "ALTER TABLE hand_transition DROP COLUMN refuses;"
				 "UPDATE hand_transition SET document = NULL; PRAGMA user_version = 13"),
			 "");
	s.db = store_open(&s, false, NOW);
	papers[0]->document.mentions.v[0].title = papers[1]->document.mentions.v[0].title = "Groene gevels";
	papers_import(&s, papers, 0, 2, &changed);
	ck_assert_uint_eq(changed.n, 1);
	ck_assert_int_eq(state_now(), STATE_SETTLED);
}
END_TEST

static void judge(const char *ref, struct judgement judgement)
{
	judgement.on = date_make(2025, 3, 3);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_judgement_record(s.db, ref, &judgement, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

START_TEST(judgements_follow_the_item_to_another_number)
{
	struct names changed = {0};
	struct judgements all = {0};
	struct paper_of *more[] = {papers[0], papers[1], paper_make(&s, "x", "Meer bomen", NULL, STATE_ADOPTED),
				   paper_make(&s, "y", "Meer bomen", "RIS300002", STATE_NONE)};
	papers_import(&s, more, 2, 3, &changed);
	const char *old = changed.v[0];
	struct judgement sense = {.judged = JUDGED_SENSE, .verdict = VERDICT_PARTLY, .who = "A. de Vries"};
	judge(old, (struct judgement){.judged = JUDGED_ANSWERED, .verdict = VERDICT_YES});
	judge(old, sense);
	judge(old, sense);
	ck_assert(!written);
	papers_import(&s, more, 3, 4, &changed);
	MUST(&s, db_judgement_list(s.db, "RIS300002", s.arena, &all, &s.err));
	ck_assert_uint_eq(all.n, 2);
	ck_assert_str_eq(all.v[1].who, "A. de Vries");
	ck_assert_int_eq(store_bad(&s), 0);
	ck_assert_str_eq(outside("DELETE FROM opening WHERE field = 'who'"), "");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

static const struct {
	const char *sql;
} forgeries[] = {
	{"UPDATE judgement SET verdict = 'yes' WHERE kind = 'sense'"},
	{"UPDATE judgement SET day = '2025-03-04'"},
	{"UPDATE judgement SET part = '1'"},
	{"UPDATE judgement SET item = 'RIS1'"},
	{"DELETE FROM judgement"},
};

START_TEST(a_forged_judgement_is_found)
{
	judge("RIS300001", (struct judgement){.judged = JUDGED_SENSE, .verdict = VERDICT_NO, .who = "A. de Vries"});
	ck_assert_int_eq(store_bad(&s), 0);
	int64_t entries = store_entries(&s);
	ck_assert_str_eq(outside(forgeries[_i].sql), "");
	ck_assert_int_eq(store_bad(&s), entries);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("decision");
	TCase *tcase = tcase_create("decision");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, the_file_itself_refuses, 0, ARRAY_SIZE(attempts));
	tcase_add_test(tcase, evidence_that_is_made_up_is_found);
	tcase_add_test(tcase, a_decision_settles_what_owes_nothing);
	tcase_add_test(tcase, a_decision_that_says_so_settles_what_is_owed);
	tcase_add_test(tcase, only_the_council_decides);
	tcase_add_loop_test(tcase, silence_settles_after_a_term_whose_source_is_known, 0, 3);
	tcase_add_test(tcase, what_nobody_proposed_is_not_refused);
	tcase_add_test(tcase, a_decision_without_effect_does_not_settle_what_is_owed);
	tcase_add_test(tcase, what_was_settled_before_stays_so);
	tcase_add_test(tcase, judgements_follow_the_item_to_another_number);
	tcase_add_loop_test(tcase, a_forged_judgement_is_found, 0, ARRAY_SIZE(forgeries));
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
