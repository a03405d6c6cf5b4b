/* What the register was made with, and the lists by which all is made anew. */
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

static void set(const char *name, const char *value)
{
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_derivation_set(s.db, name, value, &s.err));
	MUST(&s, db_commit(s.db, &s.err));
}

static const char *get(const char *name)
{
	const char *value = "untouched";
	MUST(&s, db_derivation_get(s.db, name, s.arena, &value, &s.err));
	return value;
}

START_TEST(a_value_is_kept_until_it_is_set_again)
{
	ck_assert_ptr_null(get("reader"));
	set("reader", "1");
	store_again(&s, NOW + 1);
	ck_assert_str_eq(get("reader"), "1");
	set("reader", "2");
	ck_assert_str_eq(get("reader"), "2");
	set("reader", NULL);
	ck_assert_ptr_null(get("reader"));
	ck_assert_int_eq(store_entries(&s), 3);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(the_same_value_again_writes_nothing)
{
	set("reader", NULL);
	ck_assert_int_eq(store_entries(&s), 0);
	set("reader", "1");
	set("reader", "1");
	ck_assert_int_eq(store_entries(&s), 1);
}
END_TEST

START_TEST(all_are_listed_by_name)
{
	struct derivations all = {0};
	set("reader", "1");
	set("pack nl/test", "aa");
	set("pack nl/gone", "bb");
	set("pack nl/gone", NULL);
	MUST(&s, db_derivation_list(s.db, s.arena, &all, &s.err));
	ck_assert_uint_eq(all.n, 2);
	ck_assert_str_eq(all.v[0].name, "pack nl/test");
	ck_assert_str_eq(all.v[0].value, "aa");
	ck_assert_str_eq(all.v[1].name, "reader");
}
END_TEST

START_TEST(all_papers_and_all_items_are_listed)
{
	struct names changed = {0}, papers = {0}, refs = {0};
	struct paper_of *all[] = {paper_make(&s, "b", "Groene daken", "RIS300002", STATE_ADOPTED),
				  paper_make(&s, "a", "Blauwe daken", "RIS300001", STATE_ADOPTED)};
	papers_import(&s, all, 0, 2, &changed);
	MUST(&s, db_document_list(s.db, s.arena, &papers, &s.err));
	ck_assert_uint_eq(papers.n, 2);
	ck_assert_str_eq(papers.v[0], all[0]->stored.sha256);
	ck_assert_str_eq(papers.v[1], all[1]->stored.sha256);
	MUST(&s, db_item_refs(s.db, s.arena, &refs, &s.err));
	ck_assert_uint_eq(refs.n, 2);
	ck_assert_str_eq(refs.v[0], "RIS300001");
	ck_assert_str_eq(refs.v[1], "RIS300002");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("derivation");
	TCase *tc = tcase_create("derivation");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, a_value_is_kept_until_it_is_set_again);
	tcase_add_test(tc, the_same_value_again_writes_nothing);
	tcase_add_test(tc, all_are_listed_by_name);
	tcase_add_test(tc, all_papers_and_all_items_are_listed);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
