/* Files that readers see whole, and that are left alone when nothing differs. */
#include "site/outfile.h"

#include <check.h>
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];
static char path[96];

static void setup(void)
{
	snprintf(folder, sizeof folder, "/tmp/griffie-out-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/x.ics", folder);
}

static void teardown(void)
{
	unlink(path);
	ck_assert_int_eq(rmdir(folder), 0); /* nothing was left beside it */
}

/* Writes `n` times `text`; whether anything changed. */
static bool write_file(const char *text, size_t n)
{
	struct outfile *file = NULL;
	enum outfile_end how = OUTFILE_PASSED_ON;
	ck_assert_int_eq(outfile_open(path, &file, NULL), OK);
	for (size_t i = 0; i < n; i++)
		ck_assert_int_eq(outfile_add(file, text, strlen(text), NULL), OK);
	ck_assert_int_eq(outfile_close(file, &how, NULL), OK);
	ck_assert_int_ne(how, OUTFILE_PASSED_ON);
	return how == OUTFILE_REPLACED;
}

static struct stat look(void)
{
	struct stat there;
	ck_assert_int_eq(stat(path, &there), 0);
	return there;
}

/* Longer than what is compared at once. */
enum { MANY = 50000 };

static const struct {
	const char *was;
	size_t was_n;
	const char *is;
	size_t is_n;
	bool changed;
} files[] = {
	{"abc\n", 1, "abc\n", 1, false},
	{"abc\n", MANY, "abc\n", MANY, false},
	{"abc\n", MANY, "abc\n", 1, true},
	{"abc\n", 1, "abc\n", MANY, true},
	{"abc\n", MANY, "abd\n", MANY, true},
	{"", 1, "abc\n", 1, true},
	{"abc\n", 1, "", 1, true},
	{"", 0, "", 0, false},
	{"abc\n", MANY, "abc\n", 40000, true},
};

START_TEST(only_what_differs_is_written)
{
	ck_assert(write_file(files[_i].was, files[_i].was_n));
	struct stat was = look();
	ck_assert(write_file(files[_i].is, files[_i].is_n) == files[_i].changed);
	struct stat is = look();
	ck_assert_int_eq(is.st_size, (off_t)(strlen(files[_i].is) * files[_i].is_n));
	ck_assert(files[_i].changed ? is.st_ino != was.st_ino : is.st_ino == was.st_ino);
}
END_TEST

START_TEST(what_is_dropped_leaves_the_old_one)
{
	struct outfile *file = NULL;
	ck_assert(write_file("abc\n", 1));
	ck_assert_int_eq(outfile_open(path, &file, NULL), OK);
	for (size_t i = 0; i < MANY; i++)
		ck_assert_int_eq(outfile_add(file, "other\n", 6, NULL), OK);
	outfile_drop(file);
	ck_assert_int_eq(look().st_size, 4);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("outfile");
	TCase *tcase = tcase_create("outfile");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, only_what_differs_is_written, 0, (int)ARRAY_SIZE(files));
	tcase_add_test(tcase, what_is_dropped_leaves_the_old_one);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
