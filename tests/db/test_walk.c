/* test_walk.c: items that are read many at a time are those that are read one by one. */
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

static void text_same(const char *a, const char *b)
{
	if (a && b)
		ck_assert_str_eq(a, b);
	else
		ck_assert_ptr_eq(a, b);
}

static void quotes_same(const struct quotes *a, const struct quotes *b)
{
	ck_assert_uint_eq(a->n, b->n);
	for (size_t i = 0; i < a->n; i++) {
		text_same(a->v[i].document, b->v[i].document);
		text_same(a->v[i].text, b->v[i].text);
		ck_assert_uint_eq(a->v[i].raw.start, b->v[i].raw.start);
		ck_assert_uint_eq(a->v[i].raw.end, b->v[i].raw.end);
	}
}

static void lists_same(const struct item *a, const struct item *b)
{
	ck_assert_uint_eq(a->identifiers.n, b->identifiers.n);
	for (size_t i = 0; i < a->identifiers.n; i++) {
		text_same(a->identifiers.v[i].scheme, b->identifiers.v[i].scheme);
		text_same(a->identifiers.v[i].value, b->identifiers.v[i].value);
	}
	ck_assert_uint_eq(a->people.n, b->people.n);
	for (size_t i = 0; i < a->people.n; i++) {
		text_same(a->people.v[i].name, b->people.v[i].name);
		text_same(a->people.v[i].party, b->people.v[i].party);
		text_same(a->people.v[i].role, b->people.v[i].role);
	}
	ck_assert_uint_eq(a->transitions.n, b->transitions.n);
	for (size_t i = 0; i < a->transitions.n; i++) {
		const struct transition *x = &a->transitions.v[i], *y = &b->transitions.v[i];
		ck_assert_int_eq(x->state, y->state);
		ck_assert_int_eq(x->on, y->on);
		ck_assert_int_eq(x->forbidden, y->forbidden);
		ck_assert_int_eq(x->overruled, y->overruled);
		quotes_same(&x->quotes, &y->quotes);
	}
	ck_assert_uint_eq(a->mentions.n, b->mentions.n);
	for (size_t i = 0; i < a->mentions.n; i++) {
		text_same(a->mentions.v[i].document, b->mentions.v[i].document);
		ck_assert_int_eq(a->mentions.v[i].ordinal, b->mentions.v[i].ordinal);
	}
}

static void met_same(const struct item_mets *a, const struct item_mets *b)
{
	ck_assert_uint_eq(a->n, b->n);
	for (size_t i = 0; i < a->n; i++) {
		text_same(a->v[i].rule, b->v[i].rule);
		text_same(a->v[i].key, b->v[i].key);
		ck_assert_int_eq(a->v[i].on, b->v[i].on);
	}
}

static void item_check(const struct item *item)
{
	struct item alone;
	MUST(&s, db_item_load(s.db, item->ref, s.arena, &alone, &s.err));
	MUST(&s, db_item_met(s.db, s.arena, &alone, &s.err));
	text_same(item->title, alone.title);
	text_same(item->body, alone.body);
	ck_assert_int_eq(item->kind, alone.kind);
	ck_assert_int_eq(item->state, alone.state);
	ck_assert_int_eq(item->date, alone.date);
	lists_same(item, &alone);
	met_same(&item->met, &alone.met);
}

/* Motions of papers, of which some are adopted on the word of two, and items by hand with many transitions and with none. */
static void items_make(void)
{
	enum { PAPERS = 8, HAND = 5 };
	struct names changed = {0};
	struct paper_of *papers[PAPERS];
	for (int i = 0; i < PAPERS; i++) {
		const char *number = arena_printf(s.arena, "RIS30%04d", i / 2 * (i % 3 + 1));
		papers[i] = paper_make(&s, arena_printf(s.arena, "p%d", i), "Groene daken", number,
				       i % 4 == 3 ? STATE_NONE : STATE_ADOPTED);
	}
	papers_import(&s, papers, 0, PAPERS, &changed);
	MUST(&s, db_begin(s.db, &s.err));
	for (int i = 0; i < HAND; i++) {
		struct item item = {.kind = ITEM_MOTION, .date = DATE_NONE};
		item.ref = arena_printf(s.arena, "H%d", i);
		*list_push(s.arena, &item.people) = (struct person){"A. de Vries", NULL, "submitter"};
		for (int k = 0; k < i; k++)
			*list_push(s.arena, &item.transitions) = (struct transition){
				.state = k ? STATE_ADOPTED : STATE_SUBMITTED, .on = date_make(2025, 1, 5 + k)};
		MUST(&s, db_item_add(s.db, &item, &s.err));
	}
	MUST(&s, db_commit(s.db, &s.err));
}

/* Of two items some follow-ups were met, one of them twice, and one was waived. */
static void words_make(void)
{
	static const struct {
		const char *item, *key;
		bool waived;
		int day;
	} words[] = {{"H1", "b", false, 9},
		     {"H1", "a", false, 7},
		     {"H1", "a", false, 8},
		     {"H1", "c", true, 7},
		     {"H3", "a", false, 5}};
	struct followup_changes changes = {0};
	for (int i = 1; i <= 3; i += 2) {
		const char *ref = arena_printf(s.arena, "H%d", i);
		struct followup v[] = {followup_make(&s, ref, "a", 20000), followup_make(&s, ref, "b", 20000),
				       followup_make(&s, ref, "c", 20000)};
		changes = followups_save(&s, ref, v, ARRAY_SIZE(v));
		ck_assert_int_eq(changes.added, 3);
	}
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		bool written = false;
		struct followup f = followup_make(&s, words[i].item, words[i].key, 20000);
		struct word word = {.kind = words[i].waived ? WORD_WAIVE : WORD_FULFIL,
				    .on = date_make(2025, 2, words[i].day),
				    .because = "so"};
		MUST(&s, db_begin(s.db, &s.err));
		MUST(&s, db_followup_record(s.db, f.uid, &word, &written, &s.err));
		MUST(&s, db_commit(s.db, &s.err));
	}
}

START_TEST(items_read_in_batches_are_those_read_one_by_one)
{
	static const int sizes[] = {1, 2, 3, 1000};
	size_t all = 0, seen = 0, met = 0;
	int64_t after = 0;
	struct items some = {0};
	struct outcome_marks marks = {0};
	items_make();
	words_make();
	MUST(&s, db_item_count(s.db, &all, &s.err));
	ck_assert_uint_gt(all, 8);
	do {
		MUST(&s, db_items_next(s.db, &after, sizes[_i], s.arena, &some, &marks, &s.err));
		ck_assert_uint_le(some.n, (size_t)sizes[_i]);
		for (size_t i = 0; i < some.n; i++) {
			item_check(&some.v[i]);
			met += some.v[i].met.n;
		}
		seen += some.n;
	} while (some.n);
	ck_assert_uint_eq(seen, all);
	ck_assert_uint_eq(met, 3);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("walk");
	TCase *tc = tcase_create("walk");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, items_read_in_batches_are_those_read_one_by_one, 0, 4);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
