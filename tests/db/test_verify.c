/* Whatever is done with griffie, verify finds the register whole: papers that come, and are read anew as others, in any mixture with what
 * people and rules record. Each seed is one course of events; the same seed is the same course.
 */
#include "tests/db/store.h"

enum { PAPERS = 10, STEPS = 40, SEEDS = 40 };

static struct store s;
static struct paper_of *papers[PAPERS];
static unsigned state;
static bool written; /* by what was recorded last */

static const char *const titles[] = {"Groene daken op scholen", "Groenne daken op scholen", "Blauwe gevels",
				     "Rode straten", "Gele pleinen"};
static const char *const numbers[] = {NULL, "RIS300001", "RIS300002", "RIS300003", "2025-17"};

static unsigned any(unsigned n)
{
	state = state * 1103515245U + 12345U;
	return (state >> 16) % n;
}

/* One of those that the paper mentions; the store refuses one whose mover has no role. */
static void mention_make(struct document *document, bool own)
{
	const char *number = numbers[any(ARRAY_SIZE(numbers))];
	struct mention *m = list_push(s.arena, &document->mentions);
	*m = (struct mention){.kind = ITEM_MOTION,
			      .title = titles[any(ARRAY_SIZE(titles))],
			      .meeting = date_make(2025, 1, 23),
			      .own_paper = own};
	if (number)
		*list_push(s.arena, &m->identifiers) =
			(struct identifier){*number == 'R' ? "RIS" : "zaaknummer", number};
	*list_push(s.arena, &m->people) =
		(struct person){any(3) ? "A. de Vries" : "B. Jansen", "Groene Lijst", any(6) ? "submitter" : NULL};
	if (any(2))
		*list_push(s.arena, &m->events) = (struct event){.state = any(2) ? STATE_ADOPTED : STATE_HELD,
								 .on = date_make(2025, 1, 23 + (int)any(2)),
								 .quote = "words",
								 .raw = {0, 4}};
	if (any(3) == 0)
		*list_push(s.arena, &m->relations) =
			(struct relation){any(2) ? REL_ABOUT : REL_SETTLES, "RIS", "RIS300002", "as the paper says"};
}

/* Up to three sentences in one group, of which the reader knows some. */
static void promises_change(struct document *document)
{
	static const char *const sentences[] = {"een rapportage", "een brief", "een gesprek"};
	document->promises.n = 0;
	for (size_t i = 0; i < ARRAY_SIZE(sentences); i++)
		if (any(4))
			*list_push(s.arena, &document->promises) = (struct promise){
				.raw = {i * 20, i * 20 + 18}, .quote = sentences[i], .promisor = "college"};
}

static void paper_change(struct paper_of *paper)
{
	size_t n = any(4) % 3;
	promises_change(&paper->document);
	paper->document.mentions.n = 0;
	for (size_t i = 0; i < n; i++)
		mention_make(&paper->document, i == 0);
	if (n)
		paper->document.mentions.v[0].takes_promises = true;
}

/* A person splits the first promise of several quotes, or merges the first two. */
static void gather(struct item *item)
{
	struct gatherings words = {0};
	const struct item_promises *all = &item->promises;
	const size_t last = all->n && all->v[0].quotes.n ? all->v[0].quotes.n - 1 : 0;
	const char *key = NULL;
	if (last)
		MUST(&s, regroup_split(item, &all->v[0], &last, 1, s.arena, &words, &key, &s.err));
	else if (all->n > 1)
		regroup_merge(item, &all->v[0], &all->v[1], s.arena, &words);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_gatherings_record(s.db, item, &words, s.arena, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

static void import(void)
{
	struct items items = {0};
	size_t i = any(PAPERS);
	if (any(3) == 0)
		paper_change(papers[i]);
	struct saved_items saved = papers_save(&s, papers, PAPERS, i, i + 1, &items);
	if (items.n && !saved.refused.n && any(2))
		gather(&items.v[0]);
}

static void derive(const char *ref)
{
	struct followup f = followup_make(&s, ref, "k", date_make(2025, 4, 1 + (int)any(9)));
	followups_save(&s, ref, &f, any(4) != 0);
}

static enum status speak(void)
{
	struct due_rows rows = due_list(&s, any(2) ? NULL : "waived");
	struct word word = {.kind = any(2) ? WORD_WAIVE : WORD_MOVE,
			    .on = date_make(2025, 3, 1),
			    .because = "a reason",
			    .date_text = "mei"};
	word.moment =
		(struct moment){.edtf = "2025-05", .earliest = date_make(2025, 5, 1), .latest = date_make(2025, 5, 31)};
	if (!rows.n)
		return OK;
	const char *uid = rows.v[any((unsigned)rows.n)].followup.uid;
	return db_followup_record(s.db, uid, &word, &written, &s.err);
}

static enum status record(const char *a, const char *b)
{
	struct item item = {.ref = numbers[1 + any(4)], .kind = ITEM_MOTION, .title = "Daken", .date = DATE_NONE};
	switch (any(4)) {
	case 0:
		return db_item_record(s.db, a, any(2) ? STATE_IN_PROGRESS : STATE_HELD,
				      date_make(2025, 3, 1 + (int)any(3)), NULL, &written, &s.err);
	case 1:
		return db_item_link(s.db, a, any(2) ? REL_ABOUT : REL_SETTLES, b, &written, &s.err);
	case 2:
		return db_item_add(s.db, &item, &s.err);
	default:
		return speak();
	}
}

/* What is refused is rolled back, as the dispatcher does. */
static void step(void)
{
	struct names refs = {0};
	MUST(&s, db_item_refs(s.db, s.arena, &refs, &s.err));
	unsigned what = any(8);
	if (what < 3 || !refs.n) {
		import();
		return;
	}
	const char *a = refs.v[any((unsigned)refs.n)], *b = refs.v[any((unsigned)refs.n)];
	if (what == 3) {
		derive(a);
		return;
	}
	MUST(&s, db_begin(s.db, &s.err));
	enum status status = record(a, b);
	ck_assert_msg(status != E_DB, "%s", s.err.msg);
	if (status == OK)
		MUST(&s, db_commit(s.db, &s.err));
	else
		db_rollback(s.db);
}

START_TEST(whatever_griffie_does_the_register_stays_whole)
{
	store_init(&s);
	state = (unsigned)_i;
	for (size_t i = 0; i < PAPERS; i++) {
		papers[i] = paper_make(&s, arena_printf(s.arena, "p%zu", i), NULL, NULL, STATE_NONE);
		paper_change(papers[i]);
	}
	for (int i = 0; i < STEPS; i++) {
		step();
		int64_t bad = store_bad(&s);
		ck_assert_msg(bad == 0, "step %d: entry %lld", i, (long long)bad);
	}
	store_release(&s);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("verify");
	TCase *tc = tcase_create("verify");
	tcase_add_loop_test(tc, whatever_griffie_does_the_register_stays_whole, 0, SEEDS);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
