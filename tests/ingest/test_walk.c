/* test_walk.c: which files of a folder are read, and in which order. */
#include "ingest/ingest.h"
#include "tests/ingest/scratch.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>

static int readings; /* of folders until one fails with EIO; 0: none does */

/* In the place of the C library's. */
struct dirent *readdir(DIR *folder)
{
	static struct dirent *(*real)(DIR *);
	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "readdir");
	if (readings && --readings == 0) {
		errno = EIO;
		return NULL;
	}
	return real(folder);
}

static struct paths walked(const char *path)
{
	struct paths paths = {0};
	struct err err = {0};
	ck_assert_msg(!ingest_walk(path, arena, &paths, &err), "%s", err.msg);
	return paths;
}

START_TEST(files_come_sorted_bytewise_by_their_whole_path)
{
	static const char *const names[] = {"Z", "a-b", "a/b", "a/c/d", "ab", "\xc3\xa9"};
	mkdir(scratch_path("a"), 0700);
	mkdir(scratch_path("a/c"), 0700);
	for (size_t i = ARRAY_SIZE(names); i--;)
		scratch_write(names[i], SLICE("x"));
	struct paths paths = walked(scratch);
	ck_assert_uint_eq(paths.n, ARRAY_SIZE(names));
	for (size_t i = 0; i < paths.n; i++)
		ck_assert_str_eq(paths.v[i], scratch_path(names[i]));
}
END_TEST

START_TEST(hidden_names_links_and_special_files_are_left_out_the_latter_counted)
{
	mkdir(scratch_path(".git"), 0700);
	scratch_write(".git/config", SLICE("x"));
	scratch_write(".hidden", SLICE("x"));
	scratch_write("seen", SLICE("x"));
	ck_assert_int_eq(symlink("seen", scratch_path("link")), 0);
	ck_assert_int_eq(symlink(".", scratch_path("loop")), 0);
	ck_assert_int_eq(mkfifo(scratch_path("pipe"), 0600), 0);
	struct paths paths = walked(scratch);
	ck_assert_uint_eq(paths.n, 1);
	ck_assert_str_eq(paths.v[0], scratch_path("seen"));
	ck_assert_uint_eq(paths.left_out, 3);
}
END_TEST

START_TEST(a_file_and_standard_input_stand_for_themselves)
{
	const char *path = scratch_write(".x", SLICE("x"));
	ck_assert_str_eq(walked(path).v[0], path);
	ck_assert_str_eq(walked("-").v[0], "-");
}
END_TEST

START_TEST(a_slash_at_the_end_is_not_doubled)
{
	scratch_write("x", SLICE("x"));
	ck_assert_str_eq(walked(scratch_path("")).v[0], scratch_path("x"));
}
END_TEST

START_TEST(what_is_not_there_is_not_found)
{
	struct paths paths = {0};
	struct err err = {0};
	ck_assert_int_eq(ingest_walk(scratch_path("none"), arena, &paths, &err), E_NOT_FOUND);
	ck_assert(strstr(err.msg, "none"));
	ck_assert_uint_eq(paths.n, 0);
}
END_TEST

START_TEST(a_folder_nested_too_deep_is_in_the_list_and_costs_nothing_else)
{
	const char *path = scratch_path("d");
	for (int i = 0; i < 40; i++) {
		mkdir(path, 0700);
		path = arena_printf(arena, "%s/d", path);
	}
	scratch_write("e", SLICE("x"));
	struct paths paths = walked(scratch);
	ck_assert_uint_eq(paths.n, 2);
	struct paper paper;
	struct err err = {0};
	ck_assert_int_eq(ingest_read(paths.v[0], arena, &paper, &err), E_INVALID);
	ck_assert(strstr(err.msg, "nested too deep"));
}
END_TEST

START_TEST(a_folder_that_cannot_be_read_to_its_end_is_in_the_list)
{
	scratch_write("x", SLICE("x"));
	scratch_write("y", SLICE("x"));
	readings = 2; /* of ".", "..", "x" and "y", in any order */
	struct paths paths = walked(scratch);
	struct paper paper;
	struct err err = {0};
	ck_assert_uint_ge(paths.n, 1);
	ck_assert_str_eq(paths.v[0], scratch);
	ck_assert_int_eq(ingest_read(paths.v[0], arena, &paper, &err), E_INVALID);
	ck_assert(strstr(err.msg, "not read to its end"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("walk");
	TCase *tc = tcase_create("walk");
	tcase_add_checked_fixture(tc, scratch_make, scratch_remove);
	tcase_add_test(tc, files_come_sorted_bytewise_by_their_whole_path);
	tcase_add_test(tc, hidden_names_links_and_special_files_are_left_out_the_latter_counted);
	tcase_add_test(tc, a_file_and_standard_input_stand_for_themselves);
	tcase_add_test(tc, a_slash_at_the_end_is_not_doubled);
	tcase_add_test(tc, what_is_not_there_is_not_found);
	tcase_add_test(tc, a_folder_nested_too_deep_is_in_the_list_and_costs_nothing_else);
	tcase_add_test(tc, a_folder_that_cannot_be_read_to_its_end_is_in_the_list);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
