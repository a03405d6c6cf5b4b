/* Query plans: no query that is asked daily or in a loop walks a table that grows, and none sorts one. */
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

static const char *plan_of(enum sql sql)
{
	const char *plan = "";
	sqlite3_stmt *statement = NULL;
	const char *text = arena_printf(s.arena, "EXPLAIN QUERY PLAN %s", sql_text(sql));
	ck_assert_int_eq(sqlite3_prepare_v2(s.db->handle, text, -1, &statement, NULL), SQLITE_OK);
	while (sqlite3_step(statement) == SQLITE_ROW)
		plan = arena_printf(s.arena, "%s%s\n", plan, (const char *)sqlite3_column_text(statement, 3));
	sqlite3_finalize(statement);
	return plan;
}

/* Those that must read all there is: walks of the verifier, and lists that are asked for all. The plan of inserting into the journal has
 * scans that run only while a foreign key is left open, which none of ours ever is. */
static bool reads_all(enum sql sql)
{
	static const enum sql all[] = {
		SQL_JOURNAL_WALK,     SQL_DOCUMENT_WALK,  SQL_ITEM_WALK,       SQL_ITEM_COUNT,
		SQL_FOLLOWUP_WALK,    SQL_ITEM_LIST,      SQL_JOURNAL_HEAD,    SQL_JOURNAL_INSERT,
		SQL_TABLE_COUNT,      SQL_DOCUMENT_LIST,  SQL_QUARANTINE_LIST, SQL_DERIVATION_LIST,
		SQL_FOLLOWUP_OF_RULE, SQL_SUPPORTER_LIST, SQL_FOLLOWED_LIST,   SQL_PRIVATE_FEED_LIST};
	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		if (all[i] == sql)
			return true;
	return false;
}

START_TEST(no_statement_walks_a_table_that_grows)
{
	enum sql sql = (enum sql)_i;
	if (reads_all(sql))
		return;
	const char *plan = plan_of(sql);
	ck_assert_msg(!strstr(plan, "SCAN"), "%s\n%s", sql_text(sql), plan);
}
END_TEST

static const struct {
	enum sql sql;
	const char *begins;
} hot[] = {
	{SQL_FOLLOWUP_DUE, "SEARCH f USING COVERING INDEX followup_due (status=? AND due>? AND due<?)\n"},
	{SQL_FOLLOWUP_ALL, "SEARCH f USING INTEGER PRIMARY KEY (rowid=?)\nLIST SUBQUERY 6\n"
			   "SEARCH n USING COVERING INDEX followup_due (status=? AND due>? AND due<?)\n"},
	{SQL_FOLLOWUP_OF_ITEM, "SEARCH i USING COVERING INDEX sqlite_autoindex_item_1 (ref=?)\n"
			       "SEARCH f USING INDEX sqlite_autoindex_followup_2 (item=?)\n"},
	{SQL_FOLLOWUP_LOAD, "SEARCH f USING INDEX sqlite_autoindex_followup_1 (uid>? AND uid<?)\n"},
	{SQL_ITEM_LIST, "SCAN i USING INDEX item_day\n"},
	{SQL_ITEM_LIST_STATE, "SEARCH i USING INDEX item_state (state=?)\n"},
	{SQL_ITEM_BY_REF, "SEARCH item USING COVERING INDEX item_ref (ref=?)\n"},
	{SQL_ITEM_BY_NUMBER, "SEARCH n USING INDEX identifier_bare (bare=?)\n"},
	{SQL_MENTION_OF_KEY, "SEARCH k USING COVERING INDEX mention_key_document (document=? AND ordinal=?)\n"},
	{SQL_MENTION_BEFORE, "SEARCH d USING COVERING INDEX sqlite_autoindex_document_1 (sha256=?)\n"},
	{SQL_GATHERING_LIST, "SEARCH g USING INDEX gathering_item (item=?)\n"},
	{SQL_ITEM_OF_MENTION, "SEARCH d USING COVERING INDEX sqlite_autoindex_document_1 (sha256=?)\n"},
	{SQL_MENTION_OF_MEETING,
	 "SEARCH mention USING COVERING INDEX mention_meeting (meeting_key=? AND title_key>?)\n"},
};

START_TEST(hot_queries_use_their_index_and_do_not_sort)
{
	const char *plan = plan_of(hot[_i].sql);
	ck_assert_msg(strncmp(plan, hot[_i].begins, strlen(hot[_i].begins)) == 0, "%s\n%s", sql_text(hot[_i].sql),
		      plan);
	if (hot[_i].sql == SQL_FOLLOWUP_DUE || hot[_i].sql == SQL_ITEM_LIST || hot[_i].sql == SQL_ITEM_LIST_STATE)
		ck_assert_msg(!strstr(plan, "USE TEMP B-TREE FOR ORDER BY"), "%s", plan);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("plan");
	TCase *tc = tcase_create("plan");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, no_statement_walks_a_table_that_grows, SQL_JOURNAL_HEAD, SQL_PRIVATE_FEED_DELETE + 1);
	tcase_add_loop_test(tc, hot_queries_use_their_index_and_do_not_sort, 0, ARRAY_SIZE(hot));
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
