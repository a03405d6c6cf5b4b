/* What a person split or merged stays so: whatever is read, imported and derived afterwards, in whatever order. */
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

/* A paper of the item that promises the sentences of `text`, a letter each, in one group. */
static struct paper_of *letter(const char *name, const char *text, const char *number)
{
	struct paper_of *p = paper_make(&s, name, "Groene daken", number, STATE_ADOPTED);
	p->document.mentions.v[0].takes_promises = true;
	for (size_t i = 0; text[i]; i++)
		*list_push(s.arena, &p->document.promises) =
			(struct promise){.raw = {i * 10, i * 10 + 8},
					 .quote = arena_printf(s.arena, "zin %c", text[i]),
					 .promisor = "college",
					 .moment = {.latest = date_make(2025, 6, 30 - (int)i)}};
	return p;
}

/* What a rule for promises derives. */
static void derive(const struct item *item)
{
	struct followups derived = {0};
	for (size_t i = 0; i < item->promises.n; i++) {
		const struct item_promise *p = &item->promises.v[i];
		struct followup f = followup_make(&s, item->ref, p->key, p->moment.latest);
		f.quotes = p->quotes;
		*list_push(s.arena, &derived) = f;
	}
	followups_save(&s, item->ref, derived.v, derived.n);
}

/* Imports papers[first..end) of n and derives what changed. */
static struct item import(struct paper_of *const *papers, size_t n, size_t first, size_t end)
{
	struct items items = {0};
	papers_save(&s, papers, n, first, end, &items);
	ck_assert_uint_eq(items.n, 1);
	derive(&items.v[0]);
	return items.v[0];
}

/* "ab c": the letters of each promise that is stored as owed, sorted. */
static int by_text(const void *x, const void *y)
{
	const char *const *a = x, *const *b = y;
	return strcmp(*a, *b);
}

static const char *owed(void)
{
	struct due_rows rows = due_list(&s, NULL);
	struct names texts = {0};
	const char *all = "";
	for (size_t i = 0; i < rows.n; i++) {
		const struct quotes *quotes = &rows.v[i].followup.quotes;
		const char *text = "";
		for (size_t k = 0; k < quotes->n; k++)
			text = arena_printf(s.arena, "%s%s", text, quotes->v[k].text + 4);
		*list_push(s.arena, &texts) = text;
	}
	if (texts.n)
		qsort(texts.v, texts.n, sizeof *texts.v, by_text);
	for (size_t i = 0; i < texts.n; i++)
		all = arena_printf(s.arena, "%s%s%s", all, i ? " " : "", texts.v[i]);
	return all;
}

/* The item as it is gathered by all papers and words at once. */
static struct item gathered(struct paper_of *const *papers, size_t n)
{
	struct names given = {0};
	struct mention_ids ids = {0};
	struct items items = {0};
	for (size_t i = 0; i < n; i++)
		*list_push(s.arena, &given) = papers[i]->stored.sha256;
	MUST(&s, db_mentions_connected(s.db, &given, s.arena, &ids, &s.err));
	struct sources sources = sources_of(&s, papers, n, &ids);
	resolve_items(&sources, s.arena, &items);
	MUST(&s, db_item_regroup(s.db, &items.v[0], s.arena, &s.err));
	return items.v[0];
}

static void words_record(struct paper_of *const *papers, size_t n, struct gatherings *words)
{
	struct item item = gathered(papers, n);
	for (size_t i = 0; i < words->n; i++) {
		words->v[i].on = date_make(2025, 3, 10);
		words->v[i].because = "een reden";
	}
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_gatherings_record(s.db, &item, words, s.arena, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	derive(&item);
}

/* The promise that has this sentence. */
static const struct item_promise *promise_with(const struct item *item, char sentence, size_t *number)
{
	for (size_t i = 0; i < item->promises.n; i++)
		for (size_t k = 0; k < item->promises.v[i].quotes.n; k++)
			if (item->promises.v[i].quotes.v[k].text[4] == sentence) {
				*number = k;
				return &item->promises.v[i];
			}
	ck_abort_msg("no sentence %c", sentence);
	return NULL;
}

static const char *split(struct paper_of *const *papers, size_t n, char sentence)
{
	struct item item = gathered(papers, n);
	struct gatherings words = {0};
	const char *key = NULL;
	size_t number = 0;
	const struct item_promise *promise = promise_with(&item, sentence, &number);
	MUST(&s, regroup_split(&item, promise, &number, 1, s.arena, &words, &key, &s.err));
	words_record(papers, n, &words);
	return key;
}

static void merge(struct paper_of *const *papers, size_t n, char stays, char goes)
{
	struct item item = gathered(papers, n);
	struct gatherings words = {0};
	size_t number = 0;
	const struct item_promise *promise = promise_with(&item, stays, &number);
	regroup_merge(&item, promise, promise_with(&item, goes, &number), s.arena, &words);
	words_record(papers, n, &words);
}

static const char *uid_of(const char *key)
{
	const char *uid = NULL;
	MUST(&s, db_followup_find(s.db, "RIS300001", "nl/test:settlement", key, s.arena, &uid, &s.err));
	return uid;
}

static void speak(const char *uid)
{
	bool changed = false;
	struct word word = {.kind = WORD_FULFIL, .on = date_make(2025, 3, 1)};
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_followup_record(s.db, uid, &word, &changed, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

/* ---- what is owed ---- */

START_TEST(a_split_makes_two_follow_ups_and_merging_makes_one_again)
{
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001")};
	import(papers, 1, 0, 1);
	const char *uid = due_list(&s, NULL).v[0].followup.uid;
	ck_assert_str_eq(owed(), "abc");
	const char *key = split(papers, 1, 'c');
	ck_assert_str_eq(owed(), "ab c");
	const char *new = uid_of(key);
	struct due_row row;
	MUST(&s, db_followup_load(s.db, uid, s.arena, &row, &s.err));
	ck_assert_uint_eq(row.followup.quotes.n, 2);
	ck_assert_int_eq((int)store_bad(&s), 0);
	merge(papers, 1, 'a', 'c');
	ck_assert_str_eq(owed(), "abc");
	MUST(&s, db_followup_load(s.db, new, s.arena, &row, &s.err));
	ck_assert_str_eq(row.followup.because, "merged by hand with another");
	split(papers, 1, 'c');
	ck_assert_str_eq(uid_of(key), new);
	ck_assert_str_eq(owed(), "ab c");
	ck_assert_int_eq((int)store_bad(&s), 0);
}
END_TEST

START_TEST(a_word_on_what_was_gathered_stays_with_the_first_quote)
{
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001")};
	import(papers, 1, 0, 1);
	speak(due_list(&s, NULL).v[0].followup.uid);
	split(papers, 1, 'a');
	ck_assert_str_eq(owed(), "bc");
	struct due_rows done = due_list(&s, "fulfilled");
	ck_assert_uint_eq(done.n, 1);
	ck_assert_uint_eq(done.v[0].followup.quotes.n, 1);
	ck_assert_str_eq(done.v[0].followup.quotes.v[0].text, "zin a");
	ck_assert_int_eq((int)store_bad(&s), 0);
}
END_TEST

START_TEST(what_is_split_off_is_owed_when_its_own_words_say)
{
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001")};
	import(papers, 1, 0, 1);
	split(papers, 1, 'c');
	struct due_rows rows = due_list(&s, NULL);
	ck_assert_int_eq(rows.v[0].followup.latest, date_make(2025, 6, 28));
	ck_assert_int_eq(rows.v[1].followup.latest, date_make(2025, 6, 30));
}
END_TEST

START_TEST(who_split_what_and_when_is_told_at_both_ends)
{
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001")};
	struct gatherings words = {0};
	import(papers, 1, 0, 1);
	const char *new = uid_of(split(papers, 1, 'c'));
	struct due_rows rows = due_list(&s, NULL);
	for (size_t i = 0; i < rows.n; i++) {
		const struct followup *f = &rows.v[i].followup;
		MUST(&s, db_followup_gatherings(s.db, f, s.arena, &words, &s.err));
		ck_assert_uint_eq(words.n, 1);
		ck_assert_int_eq(words.v[0].word, GATHERING_SPLIT);
		ck_assert_int_eq(words.v[0].on, date_make(2025, 3, 10));
		ck_assert_str_eq(words.v[0].because, "een reden");
		ck_assert_str_eq(words.v[0].text, "zin c");
		ck_assert_str_eq(words.v[0].other, rows.v[1 - i].followup.uid);
		ck_assert((strcmp(f->uid, new) == 0) == (strcmp(words.v[0].key, f->key) == 0));
	}
}
END_TEST

/* ---- what comes later ---- */

START_TEST(a_split_survives_another_reader)
{
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001")};
	import(papers, 1, 0, 1);
	const char *key = split(papers, 1, 'c');
	const char *uid = uid_of(key);
	papers[0]->document.promises.v[2].quote = "zin C, anders gelezen";
	papers[0]->document.promises.v[2].raw.start += 3;
	struct item item = import(papers, 1, 0, 1);
	ck_assert_str_eq(owed(), "C, anders gelezen ab");
	ck_assert_str_eq(uid_of(key), uid);
	ck_assert_uint_eq(item.findings.n, 0);
	ck_assert_int_eq((int)store_bad(&s), 0);
}
END_TEST

START_TEST(a_quote_that_is_no_longer_read_is_a_finding_until_it_is_read_again)
{
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001")};
	struct item item;
	import(papers, 1, 0, 1);
	split(papers, 1, 'c');
	papers[0]->document.promises.n = 2;
	import(papers, 1, 0, 1);
	ck_assert_str_eq(owed(), "ab");
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.findings.n, 1);
	ck_assert_str_eq(item.findings.v[0].name, "promise_not_found");
	ck_assert_msg(strstr(item.findings.v[0].detail, "'zin c'") != NULL, "%s", item.findings.v[0].detail);
	ck_assert_int_eq((int)store_bad(&s), 0);
	papers[0]->document.promises.n = 3;
	import(papers, 1, 0, 1);
	ck_assert_str_eq(owed(), "ab c");
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.findings.n, 0);
}
END_TEST

START_TEST(a_later_word_answers_the_finding)
{
	struct paper_of *papers[] = {letter("a", "abcd", "RIS300001")};
	struct item item;
	import(papers, 1, 0, 1);
	split(papers, 1, 'b');
	split(papers, 1, 'c');
	merge(papers, 1, 'b', 'c');
	papers[0]->document.promises.v[1] = papers[0]->document.promises.v[3];
	papers[0]->document.promises.n = 3;
	import(papers, 1, 0, 1);
	ck_assert_str_eq(owed(), "acd");
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.findings.n, 2);
	split(papers, 1, 'c');
	ck_assert_str_eq(owed(), "ad c");
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.findings.n, 1);
	ck_assert_int_eq((int)store_bad(&s), 0);
}
END_TEST

START_TEST(a_split_survives_that_the_item_gets_its_number)
{
	struct paper_of *papers[] = {letter("a", "abc", NULL), letter("b", "", "RIS300001")};
	import(papers, 2, 0, 1);
	split(papers, 1, 'c');
	import(papers, 2, 1, 2);
	ck_assert_str_eq(owed(), "ab c");
	ck_assert_str_eq(due_list(&s, NULL).v[0].followup.item, "RIS300001");
	ck_assert_int_eq((int)store_bad(&s), 0);
	merge(papers, 2, 'a', 'c');
	ck_assert_str_eq(owed(), "abc");
	ck_assert_int_eq((int)store_bad(&s), 0);
}
END_TEST

START_TEST(promises_of_two_papers_are_merged)
{
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001"), letter("b", "xy", "RIS300001")};
	papers[1]->document.date = date_make(2025, 2, 1);
	import(papers, 2, 0, 2);
	ck_assert_str_eq(owed(), "abc xy");
	merge(papers, 2, 'a', 'x');
	ck_assert_str_eq(owed(), "abcxy");
	import(papers, 2, 0, 2);
	ck_assert_str_eq(owed(), "abcxy");
	split(papers, 2, 'y');
	ck_assert_str_eq(owed(), "abcx y");
}
END_TEST

/* Copies of one letter, b before a by their SHA-256, in either order; the words before, between or after. */
START_TEST(order_cannot_be_seen)
{
	static const int orders[][2] = {{0, 1}, {1, 0}};
	const int *order = orders[_i & 1];
	struct paper_of *both[] = {letter("a", "abc", "RIS300001"), letter("b", "abc", "RIS300001")};
	struct paper_of *papers[] = {both[order[0]], both[order[1]]};
	import(papers, 1, 0, 1);
	if (_i < 2)
		split(papers, 1, 'c');
	import(papers, 2, 1, 2);
	if (_i >= 2)
		split(papers, 2, 'c');
	ck_assert_str_eq(owed(), "ab c");
	struct due_rows rows = due_list(&s, NULL);
	struct item all = gathered(papers, 2);
	ck_assert_uint_eq(rows.n, all.promises.n);
	for (size_t i = 0; i < rows.n; i++) {
		const struct followup *f = &rows.v[i].followup;
		const struct item_promise *p = regroup_promise(&all, f->key);
		ck_assert_ptr_nonnull(p);
		ck_assert_uint_eq(p->quotes.n, f->quotes.n);
		ck_assert_str_eq(p->quotes.v[0].document, f->quotes.v[0].document);
		char uid[UUID_TEXT];
		const char *text = p->quotes.n == 2 ? "zin a" : "zin c";
		ck_assert_str_eq(p->quotes.v[0].text, text);
		uuid_from_name(slice_of(arena_printf(s.arena, "RIS300001 nl/test:settlement %s", p->key)), uid);
		ck_assert_str_eq(f->uid, uid);
	}
	ck_assert_int_eq((int)store_bad(&s), 0);
}
END_TEST

/* ---- the journal ---- */

START_TEST(a_word_that_was_changed_or_deleted_outside_is_found)
{
	static const char *const statements[] = {
		"UPDATE gathering SET start = start + 1",  "UPDATE gathering SET key = 'x'",
		"UPDATE gathering SET kind = 'merge'",     "UPDATE gathering SET text = 'x'",
		"UPDATE gathering SET day = '2025-03-11'", "DELETE FROM gathering",
	};
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001")};
	sqlite3 *other = NULL;
	import(papers, 1, 0, 1);
	split(papers, 1, 'c');
	ck_assert_int_eq((int)store_bad(&s), 0);
	db_close(s.db);
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, statements[_i], NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
	s.db = store_open(&s, false, NOW);
	ck_assert_msg(store_bad(&s) > 0, "%s", statements[_i]);
}
END_TEST

START_TEST(a_word_that_is_none_is_refused_and_not_guessed)
{
	struct paper_of *papers[] = {letter("a", "abc", "RIS300001")};
	sqlite3 *other = NULL;
	import(papers, 1, 0, 1);
	split(papers, 1, 'c');
	struct due_rows rows = due_list(&s, NULL);
	db_close(s.db);
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, "PRAGMA ignore_check_constraints = 1; UPDATE gathering SET kind = 'knip'",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(other);
	s.db = store_open(&s, false, NOW);
	struct gatherings words = {0};
	ck_assert_int_eq(db_followup_gatherings(s.db, &rows.v[0].followup, s.arena, &words, &s.err), E_DB);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "'knip'"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("gathering");
	TCase *tc = tcase_create("gathering");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, a_split_makes_two_follow_ups_and_merging_makes_one_again);
	tcase_add_test(tc, a_word_on_what_was_gathered_stays_with_the_first_quote);
	tcase_add_test(tc, what_is_split_off_is_owed_when_its_own_words_say);
	tcase_add_test(tc, who_split_what_and_when_is_told_at_both_ends);
	tcase_add_test(tc, a_split_survives_another_reader);
	tcase_add_test(tc, a_quote_that_is_no_longer_read_is_a_finding_until_it_is_read_again);
	tcase_add_test(tc, a_later_word_answers_the_finding);
	tcase_add_test(tc, a_split_survives_that_the_item_gets_its_number);
	tcase_add_test(tc, promises_of_two_papers_are_merged);
	tcase_add_loop_test(tc, order_cannot_be_seen, 0, 4);
	tcase_add_loop_test(tc, a_word_that_was_changed_or_deleted_outside_is_found, 0, 6);
	tcase_add_test(tc, a_word_that_is_none_is_refused_and_not_guessed);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
