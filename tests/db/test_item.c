/* Items: what differs is written and nothing else; people's words outlive new papers. */
#include "tests/db/store.h"

static struct store s;
static bool written; /* by what was recorded last */

static void setup(void)
{
	store_init(&s);
}

static void teardown(void)
{
	store_release(&s);
}

START_TEST(an_item_comes_back_as_it_was_saved)
{
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED)};
	*list_push(s.arena, &papers[0]->document.mentions.v[0].people) = (struct person){NULL, "Volt", "submitter"};
	papers_import(&s, papers, 0, 1, &changed);
	ck_assert_uint_eq(changed.n, 1);
	MUST(&s, db_item_load(s.db, changed.v[0], s.arena, &item, &s.err));
	ck_assert_str_eq(item.ref, "RIS300001");
	ck_assert_str_eq(item.title, "Groene daken");
	ck_assert_str_eq(item.body, "nl/test");
	ck_assert_int_eq(item.state, STATE_ADOPTED);
	ck_assert_int_eq(item.date, date_make(2025, 1, 23));
	ck_assert_str_eq(item.people.v[0].party, "Groene Lijst");
	ck_assert_ptr_null(item.people.v[item.people.n - 1].name);
	ck_assert_str_eq(item.people.v[item.people.n - 1].party, "Volt");
	ck_assert_str_eq(item.transitions.v[0].quotes.v[0].document, papers[0]->stored.sha256);
	ck_assert_str_eq(item.papers.v[0].document, papers[0]->stored.sha256);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(the_same_paper_again_changes_nothing_not_even_the_journal)
{
	struct names changed = {0}, again = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED)};
	papers_import(&s, papers, 0, 1, &changed);
	int64_t entries = store_entries(&s);
	papers_import(&s, papers, 0, 1, &again);
	ck_assert_uint_eq(again.n, 0);
	ck_assert_int_eq(store_entries(&s), entries);
}
END_TEST

static const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

START_TEST(any_order_of_import_gives_the_same_item)
{
	struct names changed = {0};
	struct item_filter filter = {.kind = -1, .state = -1, .today = DATE_NONE};
	struct item_rows rows = {0};
	struct item item;
	struct paper_of *all[] = {paper_make(&s, "draft", "Groene daken op scholen", NULL, STATE_SUBMITTED),
				  paper_make(&s, "final", "Groene daken op scholen", "RIS300001", STATE_NONE),
				  paper_make(&s, "list", "Groenne daken op scholen", NULL, STATE_ADOPTED)};
	struct paper_of *ordered[] = {all[orders[_i][0]], all[orders[_i][1]], all[orders[_i][2]]};
	for (size_t i = 0; i < 3; i++)
		papers_import(&s, ordered, i, i + 1, &changed);
	MUST(&s, db_item_list(s.db, &filter, s.arena, &rows, &s.err));
	ck_assert_uint_eq(rows.n, 1);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.papers.n, 3);
	ck_assert_uint_eq(item.transitions.n, 2);
	ck_assert_int_eq(item.state, STATE_ADOPTED);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* A motion without a number, with a follow-up that a person fulfilled; then its number becomes known. */
START_TEST(a_new_ref_takes_the_words_of_people_along)
{
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "draft", "Groene daken op scholen", NULL, STATE_ADOPTED),
				     paper_make(&s, "final", "Groene daken op scholen", "RIS300001", STATE_NONE)};
	papers_import(&s, papers, 0, 1, &changed);
	const char *old = changed.v[0];
	struct followup f = followup_make(&s, old, "k", date_make(2025, 4, 23));
	followups_save(&s, old, &f, 1);
	struct word word = {.kind = WORD_FULFIL, .on = date_make(2025, 3, 1), .document = papers[0]->stored.sha256};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_followup_record(s.db, f.uid, &word, &written, &s.err));
	MUST(&s, db_item_record(s.db, old, STATE_SETTLED, date_make(2025, 3, 2), papers[0]->stored.sha256, &written,
				&s.err));
	MUST(&s, db_commit(s.db, &s.err));

	papers_import(&s, papers, 1, 2, &changed);
	ck_assert_int_eq(db_item_load(s.db, old, s.arena, &item, &s.err), E_NOT_FOUND);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_int_eq(item.state, STATE_SETTLED);
	f = followup_make(&s, "RIS300001", "k", date_make(2025, 4, 23));
	followups_save(&s, "RIS300001", &f, 1);
	struct due_rows rows = due_list(&s, "fulfilled");
	ck_assert_uint_eq(rows.n, 1);
	ck_assert_str_eq(rows.v[0].followup.uid, f.uid);
	ck_assert_str_eq(rows.v[0].followup.item, "RIS300001");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_state_by_hand_outlives_new_papers)
{
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "draft", "Groene daken op scholen", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "final", "Groene daken op scholen", "RIS300001", STATE_SUBMITTED)};
	papers_import(&s, papers, 0, 1, &changed);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_record(s.db, "RIS300001", STATE_IN_PROGRESS, date_make(2025, 3, 2), NULL, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	papers_import(&s, papers, 1, 2, &changed);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_int_eq(item.state, STATE_IN_PROGRESS);
	ck_assert_uint_eq(item.papers.n, 2);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* What is not the same: another day, and a paper that says so too. */
START_TEST(the_same_state_by_hand_is_recorded_once)
{
	static const struct {
		int day;
		bool paper;
		bool written;
	} cases[] = {{2, false, false}, {3, false, true}, {2, true, true}};
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED)};
	papers_import(&s, papers, 0, 1, &changed);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_record(s.db, "RIS300001", STATE_IN_PROGRESS, date_make(2025, 3, 2), NULL, &written, &s.err));
	ck_assert(written);
	int64_t entries = store_entries(&s);
	const char *document = cases[_i].paper ? papers[0]->stored.sha256 : NULL;
	MUST(&s, db_item_record(s.db, "RIS300001", STATE_IN_PROGRESS, date_make(2025, 3, cases[_i].day), document,
				&written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert(written == cases[_i].written);
	ck_assert((store_entries(&s) > entries) == cases[_i].written);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(what_the_lifecycle_forbids_is_refused)
{
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_REJECTED)};
	papers_import(&s, papers, 0, 1, &changed);
	MUST(&s, db_begin(s.db, &s.err));
	int64_t entries = store_entries(&s);
	ck_assert_int_eq(
		db_item_record(s.db, "RIS300001", STATE_SETTLED, date_make(2025, 3, 2), NULL, &written, &s.err),
		E_REFUSED);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "a motion that is rejected on that day cannot become settled"));
	ck_assert_int_eq(store_entries(&s), entries);
	MUST(&s, db_commit(s.db, &s.err));
}
END_TEST

START_TEST(an_item_with_something_pending_is_not_settled)
{
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED)};
	papers_import(&s, papers, 0, 1, &changed);
	struct followup f = followup_make(&s, "RIS300001", "k", date_make(2025, 4, 23));
	followups_save(&s, "RIS300001", &f, 1);
	const char *decision = papers[0]->stored.sha256;
	MUST(&s, db_begin(s.db, &s.err));
	ck_assert_int_eq(
		db_item_record(s.db, "RIS300001", STATE_SETTLED, date_make(2025, 3, 2), NULL, &written, &s.err),
		E_REFUSED);
	ck_assert_str_eq(s.err.msg,
			 "'RIS300001' is settled by a decision of the council: name it with 'griffie settle --by'");
	ck_assert_int_eq(
		db_item_record(s.db, "RIS300001", STATE_SETTLED, date_make(2025, 3, 2), decision, &written, &s.err),
		E_REFUSED);
	ck_assert_str_eq(s.err.msg,
			 "'RIS300001' still has follow-ups that are pending (1): fulfil or waive them, or use "
			 "'griffie settle --still-owed' where the decision says so");
	db_rollback(s.db);
}
END_TEST

START_TEST(an_item_added_by_hand_keeps_its_history_when_papers_come)
{
	struct names changed = {0};
	struct item item = {.ref = "RIS300001", .title = "Groene daken", .kind = ITEM_MOTION, .date = DATE_NONE};
	*list_push(s.arena, &item.identifiers) = (struct identifier){"zaaknummer", "2025-17"};
	*list_push(s.arena, &item.transitions) =
		(struct transition){.state = STATE_SUBMITTED, .on = date_make(2025, 1, 5)};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_add(s.db, &item, &s.err));
	ck_assert_int_eq(db_item_add(s.db, &item, &s.err), E_REFUSED);
	MUST(&s, db_commit(s.db, &s.err));
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED)};
	papers_import(&s, papers, 0, 1, &changed);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.identifiers.n, 2);
	ck_assert_uint_eq(item.transitions.n, 2);
	ck_assert_int_eq(item.transitions.v[0].state, STATE_SUBMITTED);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

static const struct {
	const char *word;
	enum status status;
	const char *ref;
} words[] = {
	{"RIS300001", OK, "RIS300001"},   {"ris300001", OK, "RIS300001"},  {"300001", OK, "RIS300001"},
	{"RIS 300001", OK, "RIS300001"},  {"2025Z12583", OK, "RIS300002"}, {"3000", E_NOT_FOUND, NULL},
	{"ABC300001", E_NOT_FOUND, NULL}, {"", E_NOT_FOUND, NULL},         {"77", E_INVALID, NULL},
};

START_TEST(an_item_is_found_by_any_of_its_numbers)
{
	struct names changed = {0};
	const char *ref = NULL;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe daken", "RIS300002", STATE_ADOPTED)};
	struct mention *m = &papers[1]->document.mentions.v[0];
	*list_push(s.arena, &m->identifiers) = (struct identifier){"zaaknummer", "2025Z12583"};
	*list_push(s.arena, &m->identifiers) = (struct identifier){"kenmerk", "77"};
	*list_push(s.arena, &papers[0]->document.mentions.v[0].identifiers) = (struct identifier){"kenmerk", "77"};
	papers_import(&s, papers, 0, 2, &changed);
	ck_assert_int_eq(db_item_find(s.db, words[_i].word, s.arena, &ref, &s.err), words[_i].status);
	if (words[_i].ref)
		ck_assert_str_eq(ref, words[_i].ref);
	if (words[_i].status == E_INVALID)
		ck_assert_str_eq(s.err.msg, "'77' means several items: RIS300001, RIS300002");
}
END_TEST

static const struct {
	struct item_filter filter;
	size_t n;
} lists[] = {
	{{.kind = -1, .state = -1}, 2},
	{{.kind = ITEM_MOTION, .state = STATE_ADOPTED}, 1},
	{{.kind = ITEM_QUESTION, .state = -1}, 0},
	{{.kind = -1, .state = -1, .party = "groene lijst"}, 2},
	{{.kind = -1, .state = -1, .party = "Groen"}, 0},
	{{.kind = -1, .state = -1, .body = "nl/test"}, 2},
	{{.kind = -1, .state = -1, .words = "DAKEN blauwe"}, 1},
	{{.kind = -1, .state = -1, .words = "daken 300001"}, 1},
	{{.kind = -1, .state = -1, .words = "daken rood"}, 0},
};

START_TEST(a_list_shows_what_the_filter_asks_for)
{
	struct names changed = {0};
	struct item_rows rows = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe daken", "RIS300002", STATE_REJECTED)};
	papers_import(&s, papers, 0, 2, &changed);
	MUST(&s, db_item_list(s.db, &lists[_i].filter, s.arena, &rows, &s.err));
	ck_assert_uint_eq(rows.n, lists[_i].n);
}
END_TEST

START_TEST(a_link_by_hand_outlives_new_papers)
{
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe daken", "RIS300002", STATE_ADOPTED),
				     paper_make(&s, "c", "Groene daken", "RIS300001", STATE_SUBMITTED)};
	papers_import(&s, papers, 0, 2, &changed);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_link(s.db, "RIS300001", REL_REPLACES, "RIS300002", &written, &s.err));
	ck_assert(written);
	MUST(&s, db_item_link(s.db, "RIS300001", REL_REPLACES, "RIS300002", &written, &s.err));
	ck_assert(!written);
	ck_assert_int_eq(db_item_link(s.db, "RIS300001", REL_REPLACES, "RIS9", &written, &s.err), E_NOT_FOUND);
	MUST(&s, db_commit(s.db, &s.err));
	papers_import(&s, papers, 2, 3, &changed);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.relations.n, 1);
	ck_assert_str_eq(item.relations.v[0].value, "RIS300002");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_link_by_hand_follows_an_item_that_gets_another_ref)
{
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe gevels", NULL, STATE_ADOPTED),
				     paper_make(&s, "c", "Blauwe gevels", "RIS300002", STATE_ADOPTED)};
	papers_import(&s, papers, 0, 2, &changed);
	const char *old = strcmp(changed.v[0], "RIS300001") == 0 ? changed.v[1] : changed.v[0];
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_link(s.db, "RIS300001", REL_REPLACES, old, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	papers_import(&s, papers, 2, 3, &changed);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.relations.n, 1);
	ck_assert_str_eq(item.relations.v[0].value, "RIS300002");
	ck_assert_str_eq(item.relations.v[0].scheme, "RIS");
	int64_t entries = store_entries(&s);
	papers_import(&s, papers, 0, 3, &changed);
	ck_assert_int_eq(store_entries(&s), entries);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* The paper names by its number what a person links by the name that it had before that number was known. */
START_TEST(a_link_by_hand_takes_nothing_from_what_a_paper_tells)
{
	static const struct {
		enum relation_type told;
		size_t n;
	} cases[] = {{REL_ABOUT, 2}, {REL_SETTLES, 1}};
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe gevels", NULL, STATE_ADOPTED),
				     paper_make(&s, "c", "Blauwe gevels", "RIS300002", STATE_ADOPTED)};
	*list_push(s.arena, &papers[0]->document.mentions.v[0].relations) =
		(struct relation){cases[_i].told, "RIS", "RIS300002", "as the paper says"};
	papers_import(&s, papers, 0, 2, &changed);
	const char *old = strcmp(changed.v[0], "RIS300001") == 0 ? changed.v[1] : changed.v[0];
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_link(s.db, "RIS300001", REL_SETTLES, old, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	papers_import(&s, papers, 2, 3, &changed);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.relations.n, cases[_i].n);
	ck_assert_int_eq(item.relations.v[0].type, cases[_i].told);
	ck_assert_str_eq(item.relations.v[0].title, "as the paper says");
	ck_assert_str_eq(item.relations.v[item.relations.n - 1].value, "RIS300002");
	int64_t entries = store_entries(&s);
	papers_import(&s, papers, 0, 3, &changed);
	ck_assert_int_eq(store_entries(&s), entries);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_link_by_hand_shows_the_title_that_the_other_has_now)
{
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", NULL, "RIS300002", STATE_ADOPTED),
				     paper_make(&s, "c", "Blauwe gevels", "RIS300002", STATE_ADOPTED)};
	papers_import(&s, papers, 0, 2, &changed);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_link(s.db, "RIS300001", REL_SETTLES, "RIS300002", &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	papers_import(&s, papers, 2, 3, &changed);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.relations.n, 1);
	ck_assert_str_eq(item.relations.v[0].title, "Blauwe gevels");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* RIS300001 is linked to both, in whatever direction; then a paper says that the two are one. */
START_TEST(two_links_by_hand_that_become_one_leave_one)
{
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe gevels", NULL, STATE_ADOPTED),
				     paper_make(&s, "c", "Rode gevels", "RIS300003", STATE_ADOPTED),
				     paper_make(&s, "d", "Blauwe gevels", "RIS300003", STATE_NONE)};
	papers_import(&s, papers, 0, 2, &changed);
	const char *old = strcmp(changed.v[0], "RIS300001") == 0 ? changed.v[1] : changed.v[0];
	papers_import(&s, papers, 2, 3, &changed);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_link(s.db, "RIS300001", REL_SETTLES, _i ? old : "RIS300003", &written, &s.err));
	MUST(&s, db_item_link(s.db, "RIS300001", REL_SETTLES, _i ? "RIS300003" : old, &written, &s.err));
	MUST(&s, db_item_link(s.db, old, REL_ABOUT, "RIS300001", &written, &s.err));
	MUST(&s, db_item_link(s.db, "RIS300003", REL_ABOUT, old, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	papers_import(&s, papers, 3, 4, &changed);
	ck_assert_int_eq(db_item_load(s.db, old, s.arena, &item, &s.err), E_NOT_FOUND);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.relations.n, 1);
	ck_assert_str_eq(item.relations.v[0].value, "RIS300003");
	MUST(&s, db_item_load(s.db, "RIS300003", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.relations.n, 1);
	ck_assert_str_eq(item.relations.v[0].value, "RIS300001");
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* A person recorded 2025-17; a paper about it came, and another about RIS300001; the last one says that the two are one. */
START_TEST(what_a_person_recorded_outlives_a_merge)
{
	struct names changed = {0};
	struct item item = {.ref = "2025-17", .kind = ITEM_MOTION, .date = DATE_NONE};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", NULL, STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "c", "Daken", "RIS300001", STATE_NONE)};
	for (size_t i = 0; i < 3; i += 2)
		*list_push(s.arena, &papers[i]->document.mentions.v[0].identifiers) =
			(struct identifier){"zaaknummer", "2025-17"};
	*list_push(s.arena, &item.identifiers) = (struct identifier){"kenmerk", "K 12"};
	*list_push(s.arena, &item.people) = (struct person){"B. Jansen", NULL, "cosignatory"};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_add(s.db, &item, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	papers_import(&s, papers, 0, 2, &changed);
	ck_assert_uint_eq(changed.n, 2);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_record(s.db, "2025-17", STATE_IN_PROGRESS, date_make(2025, 3, 2), NULL, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));

	papers_import(&s, papers, 2, 3, &changed);
	ck_assert_int_eq(db_item_load(s.db, "2025-17", s.arena, &item, &s.err), E_NOT_FOUND);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_int_eq(item.state, STATE_IN_PROGRESS);
	ck_assert_uint_eq(item.papers.n, 3);
	ck_assert_uint_eq(item.identifiers.n, 3);
	ck_assert_uint_eq(item.people.n, 2);
	ck_assert_int_eq(store_bad(&s), 0);
	int64_t entries = store_entries(&s);
	papers_import(&s, papers, 0, 3, &changed);
	ck_assert_int_eq(store_entries(&s), entries);
}
END_TEST

/* The paper is understood otherwise, and no longer speaks of the item. */
START_TEST(an_item_without_papers_goes_unless_a_person_recorded_it)
{
	struct names changed = {0};
	bool by_hand = _i == 1;
	struct item item = {.ref = "RIS300001", .kind = ITEM_MOTION, .title = "Daken", .date = DATE_NONE};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED)};
	MUST(&s, db_begin(s.db, &s.err));
	if (by_hand)
		MUST(&s, db_item_add(s.db, &item, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	papers_import(&s, papers, 0, 1, &changed);
	papers[0]->document.mentions.n = 0;
	papers_import(&s, papers, 0, 1, &changed);
	ck_assert_int_eq(db_item_load(s.db, "RIS300001", s.arena, &item, &s.err), by_hand ? OK : E_NOT_FOUND);
	if (by_hand) {
		ck_assert_uint_eq(item.papers.n, 0);
		ck_assert_uint_eq(item.transitions.n, 0);
	}
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* The list is read anew and has lost the row that tied two papers together. */
START_TEST(a_paper_that_is_read_anew_parts_what_it_tied_together)
{
	struct names changed = {0};
	struct item_filter filter = {.kind = -1, .state = -1, .today = DATE_NONE};
	struct item_rows rows = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", NULL, STATE_NONE),
				     paper_make(&s, "b", "Blauwe gevels", "RIS300001", STATE_NONE),
				     paper_make(&s, "c", "Groene daken", "RIS300001", STATE_NONE)};
	papers_import(&s, papers, 0, 3, &changed);
	MUST(&s, db_item_list(s.db, &filter, s.arena, &rows, &s.err));
	ck_assert_uint_eq(rows.n, 1);
	papers[2]->document.mentions.n = 0;
	papers_import(&s, papers, 2, 3, &changed);
	rows.n = 0;
	MUST(&s, db_item_list(s.db, &filter, s.arena, &rows, &s.err));
	ck_assert_uint_eq(rows.n, 2);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(an_item_that_the_store_refuses_costs_only_itself)
{
	struct items items = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe daken", "RIS300002", STATE_ADOPTED),
				     paper_make(&s, "c", "Rode daken", "RIS300003", STATE_ADOPTED)};
	papers[1]->document.mentions.v[0].people.v[0].role = NULL;
	struct saved_items saved = papers_save(&s, papers, 3, 0, 3, &items);
	ck_assert_uint_eq(saved.changed.n, 2);
	ck_assert_uint_eq(saved.refused.n, 1);
	ck_assert_str_eq(saved.refused.v[0].item, "RIS300002");
	ck_assert_ptr_nonnull(strstr(saved.refused.v[0].message, "person.role"));
	ck_assert_int_eq(db_item_load(s.db, "RIS300002", s.arena, &item, &s.err), E_NOT_FOUND);
	MUST(&s, db_item_load(s.db, "RIS300003", s.arena, &item, &s.err));
	ck_assert_int_eq(store_bad(&s), 0);
	papers[1]->document.mentions.v[0].people.v[0].role = "submitter";
	items = (struct items){0};
	ck_assert_uint_eq(papers_save(&s, papers, 3, 1, 2, &items).changed.n, 1);
}
END_TEST

/* Its number becomes known, but the store refuses what it would become. */
START_TEST(an_item_that_is_refused_keeps_its_name)
{
	struct names changed = {0};
	struct items items = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", NULL, STATE_ADOPTED),
				     paper_make(&s, "b", "Groene daken", "RIS300001", STATE_NONE)};
	papers_import(&s, papers, 0, 1, &changed);
	const char *old = changed.v[0];
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_item_record(s.db, old, STATE_IN_PROGRESS, date_make(2025, 3, 2), NULL, &written, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	papers[1]->document.mentions.v[0].people.v[0] = (struct person){"B. Jansen", NULL, NULL};
	ck_assert_uint_eq(papers_save(&s, papers, 2, 1, 2, &items).refused.n, 1);
	MUST(&s, db_item_load(s.db, old, s.arena, &item, &s.err));
	ck_assert_int_eq(item.state, STATE_IN_PROGRESS);
	ck_assert_int_eq(store_bad(&s), 0);
	papers[1]->document.mentions.v[0].people.v[0].role = "submitter";
	papers_import(&s, papers, 1, 2, &changed);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_int_eq(item.state, STATE_IN_PROGRESS);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* Two papers were one item; one of them is read anew and becomes another, and what is left of the first is refused. */
START_TEST(an_item_that_is_refused_may_lose_a_paper)
{
	struct names changed = {0};
	struct items items = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED),
				     paper_make(&s, "b", "Blauwe gevels", "RIS300001", STATE_NONE)};
	papers_import(&s, papers, 0, 2, &changed);
	papers[0]->document.mentions.v[0].people.v[0].role = NULL;
	papers[1]->document.mentions.v[0].identifiers.v[0].value = "RIS300002";
	struct saved_items saved = papers_save(&s, papers, 2, 1, 2, &items);
	ck_assert_uint_eq(saved.refused.n, 1);
	ck_assert_str_eq(saved.refused.v[0].item, "RIS300001");
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.papers.n, 1);
	MUST(&s, db_item_load(s.db, "RIS300002", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.papers.n, 1);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("item");
	TCase *tc = tcase_create("item");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, an_item_comes_back_as_it_was_saved);
	tcase_add_test(tc, the_same_paper_again_changes_nothing_not_even_the_journal);
	tcase_add_loop_test(tc, any_order_of_import_gives_the_same_item, 0, ARRAY_SIZE(orders));
	tcase_add_test(tc, a_new_ref_takes_the_words_of_people_along);
	tcase_add_test(tc, a_state_by_hand_outlives_new_papers);
	tcase_add_loop_test(tc, the_same_state_by_hand_is_recorded_once, 0, 3);
	tcase_add_test(tc, what_the_lifecycle_forbids_is_refused);
	tcase_add_test(tc, an_item_with_something_pending_is_not_settled);
	tcase_add_test(tc, an_item_added_by_hand_keeps_its_history_when_papers_come);
	tcase_add_loop_test(tc, an_item_is_found_by_any_of_its_numbers, 0, ARRAY_SIZE(words));
	tcase_add_loop_test(tc, a_list_shows_what_the_filter_asks_for, 0, ARRAY_SIZE(lists));
	tcase_add_test(tc, a_link_by_hand_outlives_new_papers);
	tcase_add_test(tc, a_link_by_hand_follows_an_item_that_gets_another_ref);
	tcase_add_loop_test(tc, a_link_by_hand_takes_nothing_from_what_a_paper_tells, 0, 2);
	tcase_add_test(tc, a_link_by_hand_shows_the_title_that_the_other_has_now);
	tcase_add_loop_test(tc, two_links_by_hand_that_become_one_leave_one, 0, 2);
	tcase_add_test(tc, what_a_person_recorded_outlives_a_merge);
	tcase_add_loop_test(tc, an_item_without_papers_goes_unless_a_person_recorded_it, 0, 2);
	tcase_add_test(tc, a_paper_that_is_read_anew_parts_what_it_tied_together);
	tcase_add_test(tc, an_item_that_the_store_refuses_costs_only_itself);
	tcase_add_test(tc, an_item_that_is_refused_keeps_its_name);
	tcase_add_test(tc, an_item_that_is_refused_may_lose_a_paper);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
