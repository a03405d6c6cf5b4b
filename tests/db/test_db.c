/* Opening: only a register is opened, with every setting as it must be; transactions lose nothing and leave nothing half. */
#include "tests/db/store.h"

#include "db/db_gate.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

static struct store s;

static void setup(void)
{
	store_init(&s);
}

static void teardown(void)
{
	store_release(&s);
}

static enum status open_status(const char *path, bool create)
{
	struct db *db = NULL;
	enum status status = db_open(path, create, NOW, &db, &s.err);
	db_close(db);
	return status;
}

START_TEST(no_file_says_how_to_make_one)
{
	ck_assert_int_eq(open_status("/tmp/griffie-none.db", false), E_NOT_FOUND);
	ck_assert_str_eq(s.err.msg, "no register at '/tmp/griffie-none.db': make one with 'griffie init'");
}
END_TEST

START_TEST(a_register_is_not_made_twice)
{
	ck_assert_int_eq(open_status(s.path, true), E_REFUSED);
}
END_TEST

static void file_write(const char *path, const void *bytes, size_t n)
{
	FILE *f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(bytes, 1, n, f), n);
	ck_assert_int_eq(fclose(f), 0);
}

/* Beginnings of a file that is no register: empty, cut short, another program's database, text. */
static const struct {
	const char *bytes;
	size_t n;
} strangers[] = {{"", 0}, {"S", 1}, {"SQLite format 3\0", 16}, {"Geachte raadsleden,\n", 20}};

START_TEST(a_file_that_is_no_register_is_refused_and_left_alone)
{
	char path[128];
	struct stat before, after;
	snprintf(path, sizeof path, "%s/stranger", s.folder);
	file_write(path, strangers[_i].bytes, strangers[_i].n);
	ck_assert_int_eq(stat(path, &before), 0);
	ck_assert_int_eq(open_status(path, false), E_INVALID);
	ck_assert_int_eq(stat(path, &after), 0);
	ck_assert_int_eq(before.st_size, after.st_size);
	unlink(path);
}
END_TEST

START_TEST(another_programs_database_is_refused)
{
	char path[128];
	sqlite3 *other = NULL;
	snprintf(path, sizeof path, "%s/other.db", s.folder);
	ck_assert_int_eq(sqlite3_open(path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, "CREATE TABLE a (b)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
	ck_assert_int_eq(open_status(path, false), E_INVALID);
	ck_assert_int_eq(open_status(path, true), E_REFUSED);
	unlink(path);
}
END_TEST

START_TEST(a_register_of_a_newer_griffie_is_refused)
{
	sqlite3 *other = NULL;
	db_close(s.db);
	s.db = NULL;
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, "PRAGMA user_version = 999", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
	ck_assert_int_eq(open_status(s.path, false), E_INVALID);
}
END_TEST

/* As it was before quotes were split and merged, and relations said which of them are links by hand; its records are compared as they were
 * journalled. */
START_TEST(a_register_of_before_is_brought_up_to_date)
{
	struct names changed = {0};
	struct item item;
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED)};
	sqlite3 *other = NULL;
	*list_push(s.arena, &papers[0]->document.mentions.v[0].relations) =
		(struct relation){REL_ABOUT, "RIS", "RIS300002", NULL};
	papers_import(&s, papers, 0, 1, &changed);
	db_close(s.db);
	s.db = NULL;
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other,
				      "DROP TABLE gathering;"
				      "ALTER TABLE relation DROP COLUMN by_hand;"
				      "DROP TRIGGER followup_is_added; DROP TRIGGER followup_is_changed;"
				      "DROP TRIGGER followup_is_removed; DROP TRIGGER word_is_added;"
				      "ALTER TABLE item DROP COLUMN outcome;"
				      "DROP TABLE component;"
				      "DROP TABLE rendition;"
				      "DROP TABLE private_feed;"
				      "DROP TABLE secrecy;"
				      "ALTER TABLE hand_transition DROP COLUMN part;"
				      "DROP TRIGGER settled_by_somebody;"
				      "DROP TRIGGER item_settles;"
				      "DROP TRIGGER item_begins_settled;"
				      "DROP TABLE judgement;"
				      "ALTER TABLE hand_transition DROP COLUMN by_rule;"
				      "ALTER TABLE hand_transition DROP COLUMN owing;"
				      "ALTER TABLE hand_transition DROP COLUMN refuses;"
				      "PRAGMA user_version = 7",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(other);
	s.db = store_open(&s, false, NOW);
	ck_assert_int_eq(store_bad(&s), 0);
	MUST(&s, db_item_load(s.db, "RIS300001", s.arena, &item, &s.err));
	ck_assert_uint_eq(item.relations.n, 1);
	ck_assert_str_eq(item.relations.v[0].value, "RIS300002");
}
END_TEST

START_TEST(links_folders_and_devices_are_refused)
{
	char soft[128], hard[128], pipe[128];
	snprintf(soft, sizeof soft, "%s/soft", s.folder);
	snprintf(hard, sizeof hard, "%s/hard", s.folder);
	snprintf(pipe, sizeof pipe, "%s/pipe", s.folder);
	ck_assert_int_eq(symlink(s.path, soft), 0);
	ck_assert_int_eq(open_status(soft, false), E_INVALID);
	ck_assert_int_eq(open_status(s.folder, false), E_INVALID);
	ck_assert_int_eq(open_status("/dev/null", false), E_INVALID);
	ck_assert_int_eq(mkfifo(pipe, 0600), 0);
	ck_assert_int_eq(open_status(pipe, false), E_INVALID);
	ck_assert_int_eq(link(s.path, hard), 0);
	ck_assert_int_eq(open_status(s.path, false), E_INVALID);
	unlink(soft), unlink(hard), unlink(pipe);
}
END_TEST

START_TEST(a_folder_may_be_a_link)
{
	char folder[128], path[160];
	snprintf(folder, sizeof folder, "%s/folder", s.folder);
	snprintf(path, sizeof path, "%s/x.db", folder);
	ck_assert_int_eq(symlink(s.folder, folder), 0);
	ck_assert_int_eq(open_status(path, false), OK);
	unlink(folder);
}
END_TEST

/* What nobody may do through our handle, not even with SQL of their own. */
static const char *const forbidden[] = {
	"DELETE FROM journal",
	"UPDATE journal SET hash = hash",
	"INSERT OR REPLACE INTO journal (seq, entry, hash) VALUES (1, 'x', zeroblob(32))",
	"UPDATE OR REPLACE journal SET seq = 1",
	"UPDATE opening SET value = ''",
	"DROP TRIGGER journal_is_kept",
	"DROP TABLE item",
	"ALTER TABLE item RENAME TO x",
	"CREATE TABLE x (y)",
	"ATTACH '/tmp/x' AS x",
	"PRAGMA writable_schema = 1",
	"PRAGMA synchronous = OFF",
	"PRAGMA journal_mode = MEMORY",
	"UPDATE sqlite_schema SET sql = ''",
	"SELECT \"no such column\"",
};

START_TEST(statements_that_change_the_past_or_the_rules_are_refused)
{
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", "RIS300001", STATE_ADOPTED)};
	papers_import(&s, papers, 0, 1, &changed);
	ck_assert_msg(sqlite3_exec(s.db->handle, forbidden[_i], NULL, NULL, NULL) != SQLITE_OK, "%s", forbidden[_i]);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(a_constraint_that_does_not_hold_is_a_fault_of_ours)
{
	struct item item = {.ref = "RIS300001", .kind = ITEM_MOTION, .date = DATE_NONE};
	*list_push(s.arena, &item.people) = (struct person){"A. de Vries", NULL, NULL};
	MUST(&s, db_begin(s.db, &s.err));
	ck_assert_int_eq(db_item_add(s.db, &item, &s.err), E_DB);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "person.role"));
	db_rollback(s.db);
}
END_TEST

START_TEST(a_damaged_register_says_what_can_be_done)
{
	ck_assert_int_eq(gate_failed(s.db, SQLITE_CORRUPT_INDEX, &s.err), E_INVALID);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "is damaged: put back an earlier copy of the file"));
}
END_TEST

START_TEST(a_statement_that_we_forbid_ourselves_is_a_fault_of_ours)
{
	ck_assert_int_eq(gate_failed(s.db, SQLITE_AUTH, &s.err), E_DB);
	ck_assert_ptr_null(strstr(s.err.msg, "rights"));
}
END_TEST

/* Without memory: a step, and a column that is a number and asked for as text, which SQLite then gives as NULL. */
static void child_starve(bool column)
{
	struct query q;
	sqlite3_db_config(s.db->handle, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
	query_begin(&q, s.db, SQL_SCHEMA_VERSION);
	if (column && !query_row(&q))
		_exit(2);
	sqlite3_hard_heap_limit64(1);
	if (column)
		query_get_text(&q, 0, s.arena);
	else if (db_begin(s.db, &s.err) == OK)
		_exit(3);
	_exit(4);
}

/* It says so and ends, leaving its memory behind, for which valgrind has an exit status of its own. */
START_TEST(without_memory_the_program_ends)
{
	int status = 0, ends[2];
	char said[100] = "";
	ck_assert_int_eq(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		child_starve(_i == 1);
	}
	close(ends[1]);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_gt(read(ends[0], said, sizeof said - 1), 0);
	close(ends[0]);
	ck_assert_str_eq(said, "griffie: out of memory\n");
	ck_assert(WIFEXITED(status) && WEXITSTATUS(status) != 0 &&
		  !(WEXITSTATUS(status) >= 2 && WEXITSTATUS(status) <= 4));
}
END_TEST

START_TEST(a_second_writer_is_told_that_it_is_busy)
{
	struct db *other = store_open(&s, false, NOW);
	gate_wait(other, 10);
	MUST(&s, db_begin(s.db, &s.err));
	ck_assert_int_eq(db_begin(other, &s.err), E_BUSY);
	MUST(&s, db_commit(s.db, &s.err));
	MUST(&s, db_begin(other, &s.err));
	db_rollback(other);
	db_close(other);
}
END_TEST

START_TEST(a_change_outside_a_transaction_is_refused)
{
	ck_assert_int_eq(db_quarantine(s.db, "x.pdf", NULL, "encrypted", &s.err), E_DB);
}
END_TEST

START_TEST(what_was_rolled_back_leaves_no_trace)
{
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, "x.pdf", NULL, "encrypted", &s.err));
	db_rollback(s.db);
	ck_assert_int_eq(store_entries(&s), 0);
	MUST(&s, db_begin(s.db, &s.err));
	MUST(&s, db_quarantine(s.db, "x.pdf", NULL, "encrypted", &s.err));
	MUST(&s, db_commit(s.db, &s.err));
	ck_assert_int_eq(store_entries(&s), 1);
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

/* A child is killed before or after its commit. */
static void child_die(bool commit)
{
	struct db *db = NULL;
	if (db_open(s.path, false, NOW, &db, &s.err) != OK || db_begin(db, &s.err) != OK)
		_exit(1);
	for (int i = 0; i < 200; i++) {
		char path[32];
		snprintf(path, sizeof path, "%d.pdf", i);
		if (db_quarantine(db, path, NULL, "encrypted", &s.err) != OK)
			_exit(1);
	}
	/* Small enough a cache spills to the file, so that there is something to roll back. */
	if (sqlite3_db_cacheflush(db->handle) != SQLITE_OK || (commit && db_commit(db, &s.err) != OK))
		_exit(1);
	raise(SIGKILL);
}

START_TEST(a_kill_loses_nothing_acknowledged_and_leaves_nothing_half)
{
	for (int commit = 0; commit <= 1; commit++) {
		int status = 0;
		db_close(s.db);
		s.db = NULL;
		pid_t child = fork();
		if (child == 0)
			child_die(commit);
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
		s.db = store_open(&s, false, NOW);
		ck_assert_int_eq(store_entries(&s), commit ? 200 : 0);
		ck_assert_int_eq(store_bad(&s), 0);
	}
}
END_TEST

START_TEST(a_new_register_is_healthy)
{
	struct db_checks checks = {0};
	MUST(&s, db_doctor(s.db, s.arena, &checks, &s.err));
	ck_assert_uint_eq(checks.n, 7);
	for (size_t i = 0; i < checks.n; i++)
		ck_assert_msg(checks.v[i].ok, "%s: %s", checks.v[i].name, checks.v[i].detail);
}
END_TEST

static int count_walks(unsigned kind, void *count, void *statement, void *text)
{
	(void)kind, (void)statement;
	*(int *)count += strcmp(text, sql_text(SQL_JOURNAL_WALK)) == 0;
	return 0;
}

START_TEST(the_doctor_walks_the_journal_once)
{
	struct db_checks checks = {0};
	int walks = 0;
	ck_assert_int_eq(sqlite3_trace_v2(s.db->handle, SQLITE_TRACE_STMT, count_walks, &walks), SQLITE_OK);
	MUST(&s, db_doctor(s.db, s.arena, &checks, &s.err));
	ck_assert_int_eq(walks, 1);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("db");
	TCase *tc = tcase_create("db");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, no_file_says_how_to_make_one);
	tcase_add_test(tc, a_register_is_not_made_twice);
	tcase_add_loop_test(tc, a_file_that_is_no_register_is_refused_and_left_alone, 0, ARRAY_SIZE(strangers));
	tcase_add_test(tc, another_programs_database_is_refused);
	tcase_add_test(tc, a_register_of_a_newer_griffie_is_refused);
	tcase_add_test(tc, a_register_of_before_is_brought_up_to_date);
	tcase_add_test(tc, links_folders_and_devices_are_refused);
	tcase_add_test(tc, a_folder_may_be_a_link);
	tcase_add_loop_test(tc, statements_that_change_the_past_or_the_rules_are_refused, 0, ARRAY_SIZE(forbidden));
	tcase_add_test(tc, a_constraint_that_does_not_hold_is_a_fault_of_ours);
	tcase_add_test(tc, a_damaged_register_says_what_can_be_done);
	tcase_add_test(tc, a_statement_that_we_forbid_ourselves_is_a_fault_of_ours);
	tcase_add_loop_test(tc, without_memory_the_program_ends, 0, 2);
	tcase_add_test(tc, the_doctor_walks_the_journal_once);
	tcase_add_test(tc, a_second_writer_is_told_that_it_is_busy);
	tcase_add_test(tc, a_change_outside_a_transaction_is_refused);
	tcase_add_test(tc, what_was_rolled_back_leaves_no_trace);
	tcase_add_test(tc, a_kill_loses_nothing_acknowledged_and_leaves_nothing_half);
	tcase_add_test(tc, a_new_register_is_healthy);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
