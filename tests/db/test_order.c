/* The order of import cannot be seen: papers of two meetings, one by one or in batches, in any order, give the same register. And import
 * does little: what is read for one new letter does not grow with the register.
 */
#include "tests/db/store.h"

static struct store s;

static void setup(void)
{
	store_init(&s);
}

static void teardown(void)
{
	store_release(&s);
}

/* ---- papers ---- */

/* What one paper says of one item. */
struct said {
	const char *paper;
	enum document_kind is;
	enum item_kind kind;
	const char *body;
	int meeting;       /* 1, 2 or 0 for none */
	const char *title; /* NULL: none */
	const char *code;
	const char *scheme;
	const char *number;
	enum state state;
	bool own;
};

/* A1 and A2 are one motion but for a slip, L1 and L2 two decision lists; B is held and comes back; E1 and E2 are two motions until E3 says
 * that they are one; X is a letter about motions of both meetings; F1 and F2 have one number in two councils; H1 and H2 one number in two
 * kinds; G3 may mean G1 or G2.
 */
static const struct said all_said[] = {
	{"A1", DOC_MOTION, ITEM_MOTION, "nl/a", 1, "Groene daken op scholen", NULL, NULL, NULL, STATE_SUBMITTED, true},
	{"A2", DOC_MOTION, ITEM_MOTION, "nl/a", 1, "Groenne daken op scholen", NULL, "RIS", "RIS300001", STATE_ADOPTED,
	 true},
	{"L1", DOC_DECISION_LIST, ITEM_MOTION, "nl/a", 1, "Groene daken op scholen", "A.1", "RIS", "RIS300001",
	 STATE_ADOPTED, false},
	{"L1", DOC_DECISION_LIST, ITEM_MOTION, "nl/a", 1, "Veilige oversteek Kadeplein", "A.2", NULL, NULL, STATE_HELD,
	 false},
	{"L1", DOC_DECISION_LIST, ITEM_MOTION, "nl/a", 1, "Meer bankjes", "A.3", "RIS", "RIS300003", STATE_REJECTED,
	 false},
	{"B1", DOC_MOTION, ITEM_MOTION, "nl/a", 1, "Veilige oversteek Kadeplein", NULL, NULL, NULL, STATE_SUBMITTED,
	 true},
	{"B2", DOC_MOTION, ITEM_MOTION, "nl/a", 2, "Gewijzigd: Veilige oversteek Kadeplein", "A.2", "RIS", "RIS300002",
	 STATE_ADOPTED, true},
	{"L2", DOC_DECISION_LIST, ITEM_MOTION, "nl/a", 2, "Veilige oversteek Kadeplein", "A.2", NULL, NULL,
	 STATE_ADOPTED, false},
	{"L2", DOC_DECISION_LIST, ITEM_MOTION, "nl/a", 2, "Zwembad langer open", "B.1", "RIS", "RIS300004",
	 STATE_ADOPTED, false},
	{"C1", DOC_MOTION, ITEM_MOTION, "nl/a", 1, "Meer bankjes", NULL, NULL, NULL, STATE_SUBMITTED, true},
	{"E1", DOC_MOTION, ITEM_MOTION, "nl/a", 1, "Vuurwerk uit de wijk", NULL, NULL, NULL, STATE_SUBMITTED, true},
	{"E2", DOC_MOTION, ITEM_MOTION, "nl/a", 2, "Stille nacht", NULL, "zaaknummer", "2025-17", STATE_ADOPTED, true},
	{"E3", DOC_INTERIM, ITEM_MOTION, "nl/a", 1, "Vuurwerk uit de wijk", NULL, "zaaknummer", "2025-17",
	 STATE_IN_PROGRESS, false},
	{"X", DOC_SETTLEMENT, ITEM_MOTION, "nl/a", 1, "Groene daken op scholen", NULL, NULL, NULL,
	 STATE_SETTLEMENT_PROPOSED, false},
	{"X", DOC_SETTLEMENT, ITEM_MOTION, "nl/a", 2, NULL, NULL, "RIS", "RIS300004", STATE_IN_PROGRESS, false},
	{"X", DOC_SETTLEMENT, ITEM_LETTER, "nl/a", 0, "Stand van zaken", NULL, "RIS", "RIS300010", STATE_RECEIVED,
	 true},
	{"F1", DOC_MOTION, ITEM_MOTION, "nl/a", 1, "Bomen", NULL, "zaaknummer", "77", STATE_ADOPTED, true},
	{"F2", DOC_MOTION, ITEM_MOTION, "nl/b", 1, "Water", NULL, "zaaknummer", "77", STATE_REJECTED, true},
	{"G1", DOC_MOTION, ITEM_MOTION, "nl/a", 1, "Snelle fietsroute noord", "G.1", NULL, NULL, STATE_ADOPTED, true},
	{"G2", DOC_MOTION, ITEM_MOTION, "nl/a", 1, "Snelle fietsroute noort", "G.2", NULL, NULL, STATE_REJECTED, true},
	{"G3", DOC_INTERIM, ITEM_MOTION, "nl/a", 1, "Snelle fietsroute noor", NULL, NULL, NULL, STATE_IN_PROGRESS,
	 false},
	{"H1", DOC_MOTION, ITEM_MOTION, "nl/a", 2, "Kade", NULL, "RIS", "RIS300008", STATE_ADOPTED, true},
	{"H2", DOC_AMENDMENT, ITEM_AMENDMENT, "nl/a", 2, "Kade", NULL, "RIS", "RIS300008", STATE_ADOPTED, true},
};

struct papers {
	struct paper_of **v;
	size_t n;
	size_t cap;
};

static int day_of(int meeting)
{
	return meeting == 0 ? DATE_NONE : date_make(2025, meeting, meeting == 1 ? 23 : 13);
}

static void mention_add(struct paper_of *paper, const struct said *said)
{
	size_t place = paper->document.mentions.n;
	struct mention *m = list_push(s.arena, &paper->document.mentions);
	*m = (struct mention){.kind = said->kind,
			      .title = said->title,
			      .code = said->code,
			      .meeting = day_of(said->meeting),
			      .own_paper = said->own};
	if (said->number)
		*list_push(s.arena, &m->identifiers) = (struct identifier){said->scheme, said->number};
	*list_push(s.arena, &m->people) = (struct person){"A. de Vries", "Groene Lijst", "submitter"};
	*list_push(s.arena, &m->events) = (struct event){.state = said->state,
							 .on = day_of(said->meeting),
							 .quote = said->paper,
							 .raw = {4 * place, 4 * place + 3}};
}

static struct papers papers_of(const struct said *said, size_t n)
{
	struct papers papers = {0};
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(said[i - 1].paper, said[i].paper) != 0) {
			struct paper_of *paper = paper_make(&s, said[i].paper, NULL, NULL, STATE_NONE);
			paper->document.kind = said[i].is;
			paper->document.body = said[i].body;
			paper->document.mentions = (struct mentions){0};
			*list_push(s.arena, &papers) = paper;
		}
		mention_add(papers.v[papers.n - 1], &said[i]);
	}
	return papers;
}

/* ---- the register as one text ---- */

static void item_dump(const struct item *item, struct buf *out)
{
	char day[DATE_TEXT];
	buf_printf(out, "%s %s %s '%s' %s %s:", item->ref, item_kind_to_text(item->kind), item->body,
		   item->title ? item->title : "-", item->state ? state_to_text(item->state) : "-",
		   date_format(item->date, day));
	for (size_t i = 0; i < item->identifiers.n; i++)
		buf_printf(out, " %s", item->identifiers.v[i].value);
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		buf_printf(out, "; %s %s%s", state_to_text(t->state), date_format(t->on, day), t->forbidden ? "!" : "");
		for (size_t k = 0; k < t->quotes.n; k++)
			buf_printf(out, " %s", t->quotes.v[k].text);
	}
	for (size_t i = 0; i < item->findings.n; i++)
		buf_printf(out, "; %s", item->findings.v[i].name);
	for (size_t i = 0; i < item->papers.n; i++)
		buf_printf(out, "; %.6s %s", item->papers.v[i].document, item->papers.v[i].text);
	for (size_t i = 0; i < item->mentions.n; i++)
		buf_printf(out, " %.6s/%d", item->mentions.v[i].document, item->mentions.v[i].ordinal);
	buf_add_text(out, "\n");
}

static const char *register_dump(void)
{
	struct item_filter filter = {.kind = -1, .state = -1, .today = DATE_NONE};
	struct item_rows rows = {0};
	struct buf out;
	buf_init(&out);
	MUST(&s, db_item_list(s.db, &filter, s.arena, &rows, &s.err));
	for (size_t i = 0; i < rows.n; i++) {
		struct item item;
		MUST(&s, db_item_load(s.db, rows.v[i].ref, s.arena, &item, &s.err));
		item_dump(&item, &out);
	}
	struct due_rows due = due_list(&s, NULL);
	for (size_t i = 0; i < due.n; i++)
		buf_printf(&out, "%s %s %s %s\n", due.v[i].followup.uid, due.v[i].followup.item, due.v[i].followup.edtf,
			   due.v[i].quote ? due.v[i].quote : "-");
	const char *text = arena_text(s.arena, (struct slice){out.p, out.n});
	buf_release(&out);
	return text;
}

/* ---- import ---- */

/* As a rule would: an adopted motion is owed a letter, as long as nobody proposed to settle it. */
static void derive(const struct item *item)
{
	struct followup f;
	size_t n = 0;
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		if (t->state != STATE_ADOPTED || item->state == STATE_SETTLEMENT_PROPOSED)
			continue;
		f = followup_make(&s, item->ref, "letter", t->on + 90);
		f.quotes = t->quotes;
		n = 1;
	}
	followups_save(&s, item->ref, &f, n);
}

static void import(const struct papers *papers, size_t first, size_t end)
{
	struct items items = {0};
	struct saved_items saved = papers_save(&s, papers->v, papers->n, first, end, &items);
	ck_assert_uint_eq(saved.refused.n, 0);
	for (size_t i = 0; i < items.n; i++)
		for (size_t k = 0; k < saved.changed.n; k++)
			if (strcmp(items.v[i].ref, saved.changed.v[k]) == 0)
				derive(&items.v[i]);
}

/* A linear congruential generator: each test has its own order, the same in every run. */
static unsigned next(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static void shuffle(struct papers *papers, unsigned *seed)
{
	for (size_t i = papers->n; i > 1; i--) {
		size_t k = next(seed, (unsigned)i);
		struct paper_of *paper = papers->v[i - 1];
		papers->v[i - 1] = papers->v[k];
		papers->v[k] = paper;
	}
}

/* Each import is written out to the disk; the disk of the test is not what is tested. */
static void register_new(void)
{
	store_release(&s);
	store_init(&s);
}

START_TEST(any_order_and_any_batches_give_the_same_register)
{
	unsigned seed = (unsigned)_i;
	struct papers papers = papers_of(all_said, ARRAY_SIZE(all_said));
	import(&papers, 0, papers.n);
	char *expected = strdup(register_dump());
	ck_assert_ptr_nonnull(expected);
	register_new();
	papers = papers_of(all_said, ARRAY_SIZE(all_said));
	shuffle(&papers, &seed);
	unsigned most = _i % 3 == 0 ? 1 : 5; /* papers a batch */
	for (size_t first = 0, end; first < papers.n; first = end) {
		end = first + 1 + next(&seed, most);
		import(&papers, first, end < papers.n ? end : papers.n);
	}
	const char *dump = register_dump();
	ck_assert_msg(strcmp(dump, expected) == 0, "order %d gives\n%s\nnot\n%s", _i, dump, expected);
	free(expected);
	ck_assert_int_eq(store_bad(&s), 0);
	int64_t entries = store_entries(&s);
	for (size_t i = 0; i < papers.n; i++)
		import(&papers, i, i + 1 + i % 3 < papers.n ? i + 1 + i % 3 : papers.n);
	ck_assert_int_eq(store_entries(&s), entries);
}
END_TEST

START_TEST(the_papers_stand_for_these_items)
{
	static const char *const refs[] = {"RIS300001", "RIS300002", "RIS300003",   "RIS300004", "RIS300008",
					   "RIS300010", "77",        "77-motion-2", "2025-17",   "RIS300008-amendment"};
	struct papers papers = papers_of(all_said, ARRAY_SIZE(all_said));
	struct item item;
	import(&papers, 0, papers.n);
	for (size_t i = 0; i < ARRAY_SIZE(refs); i++)
		MUST(&s, db_item_load(s.db, refs[i], s.arena, &item, &s.err));
	MUST(&s, db_item_load(s.db, "RIS300002", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.papers.n, 4); /* held in the one list, adopted in the other */
	ck_assert_int_eq(item.state, STATE_ADOPTED);
	MUST(&s, db_item_load(s.db, "2025-17", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.papers.n, 3);
}
END_TEST

/* ---- how much is read ---- */

/* Meeting `i`: a list with eight motions, of which the last was held in the meeting before, and a letter about this and that meeting. */
static void meeting_import(int i)
{
	struct paper_of *list = paper_make(&s, arena_printf(s.arena, "list %d", i), NULL, NULL, STATE_NONE);
	struct paper_of *letter = paper_make(&s, arena_printf(s.arena, "letter %d", i), NULL, NULL, STATE_NONE);
	struct paper_of *papers[] = {list, letter};
	list->document.kind = DOC_DECISION_LIST;
	letter->document.kind = DOC_SETTLEMENT;
	list->document.mentions = letter->document.mentions = (struct mentions){0};
	for (int k = 0; k < 9; k++) {
		struct mention *m = list_push(s.arena, &list->document.mentions);
		int born = k == 8 ? i - 1 : i, place = k == 8 ? 7 : k;
		*m = (struct mention){.kind = ITEM_MOTION, .meeting = date_make(2020, 1, 1) + 7 * i};
		m->title = arena_printf(s.arena, "plan %d voor straat %d", born, place);
		m->code = arena_printf(s.arena, "%d.%d", born, place);
		if (k < 7)
			*list_push(s.arena, &m->identifiers) =
				(struct identifier){"RIS", arena_printf(s.arena, "RIS%d", 300000 + 10 * i + k)};
	}
	for (int k = 0; k < 2; k++) {
		struct mention *m = list_push(s.arena, &letter->document.mentions);
		*m = (struct mention){.kind = ITEM_MOTION, .meeting = DATE_NONE};
		*list_push(s.arena, &m->identifiers) =
			(struct identifier){"RIS", arena_printf(s.arena, "RIS%d", 300000 + 10 * (i - k) + k)};
	}
	struct names changed;
	papers_import(&s, papers, 0, ARRAY_SIZE(papers), &changed);
}

static void closure_of(const char *name, const char *number, size_t *papers, size_t *mentions)
{
	struct names given = {0};
	struct mention_ids ids = {0};
	struct paper_of *letter = paper_make(&s, name, "Stand van zaken", number, STATE_NONE);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_document_save(s.db, &letter->stored, &letter->document, &s.err));
	*list_push(s.arena, &given) = letter->stored.sha256;
	MUST(&s, db_mentions_connected(s.db, &given, s.arena, &ids, &s.err));
	db_rollback(s.db);
	*mentions = ids.n;
	*papers = 0;
	for (size_t i = 0; i < ids.n; i++)
		*papers += i == 0 || strcmp(ids.v[i - 1].document, ids.v[i].document) != 0;
}

START_TEST(what_is_read_for_a_letter_does_not_grow_with_the_register)
{
	size_t papers[2], mentions[2];
	int meetings = 0;
	for (int round = 0; round < 2; round++) {
		for (int end = round ? 40 : 4; meetings < end; meetings++)
			meeting_import(meetings);
		closure_of("new", "RIS300021", &papers[round], &mentions[round]);
	}
	ck_assert_uint_eq(papers[0], 3); /* the letter, the list, and the letter that came before it */
	ck_assert_uint_eq(mentions[0], 3);
	ck_assert_uint_eq(papers[1], papers[0]);
	ck_assert_uint_eq(mentions[1], mentions[0]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("order");
	TCase *tc = tcase_create("order");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_set_timeout(tc, 30);
	tcase_add_loop_test(tc, any_order_and_any_batches_give_the_same_register, 0, 40);
	tcase_add_test(tc, the_papers_stand_for_these_items);
	tcase_add_test(tc, what_is_read_for_a_letter_does_not_grow_with_the_register);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
