/* test_confine.c: a process that is confined to a folder reads there, and nowhere else. */
#include "site/confine.h"
#include "tests/ingest/scratch.h"

#include <errno.h>
#include <fcntl.h>

static bool opens(const char *path, int how)
{
	int fd = open(path, how, 0600);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

START_TEST(only_the_folder_is_read_and_nothing_is_written)
{
	mkdir(scratch_path("site"), 0755);
	const char *inside = scratch_write("site/moties.ics", SLICE("BEGIN:VCALENDAR\r\n"));
	const char *outside = scratch_write("griffie.db", SLICE("SQLite format 3"));
	int folder = open(scratch_path("site"), O_RDONLY | O_DIRECTORY), before = open(outside, O_RDONLY);
	if (confine_to(folder)) {
		char bytes[6];
		ck_assert(opens(inside, O_RDONLY));
		ck_assert(!opens(inside, O_WRONLY));
		ck_assert(!opens(scratch_path("site/new.ics"), O_WRONLY | O_CREAT));
		ck_assert(!opens(outside, O_RDONLY));
		ck_assert_int_eq(errno, EACCES);
		ck_assert(!opens("/etc/passwd", O_RDONLY));
		ck_assert_int_eq(unlink(inside), -1);
		ck_assert_int_eq(read(before, bytes, sizeof bytes), sizeof bytes);
	}
	close(before);
	close(folder);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("confine");
	TCase *tcase = tcase_create("confine");
	/* Outside of the test's own process, which may not even remove its folder any more. */
	tcase_add_unchecked_fixture(tcase, scratch_make, scratch_remove);
	tcase_add_test(tcase, only_the_folder_is_read_and_nothing_is_written);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
