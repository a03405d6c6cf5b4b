/* test_keeper.c: workers come and go, and leave neither process nor descriptor. */
#include "rules/keeper.h"

#include "rules/wire.h"

#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <signal.h>

static size_t descriptors(void)
{
	size_t n = 0;
	DIR *dir = opendir("/proc/self/fd");
	while (dir && readdir(dir))
		n++;
	if (dir)
		closedir(dir);
	return n;
}

static struct keeper keeper_begin(void)
{
	struct keeper keeper;
	struct err err = {0};
	ck_assert_int_eq(keeper_open(&keeper, &err), OK);
	ck_assert_int_eq(keeper_start_worker(&keeper, &err), OK);
	return keeper;
}

START_TEST(a_worker_that_spent_its_time_without_progress_is_late)
{
	struct keeper keeper = keeper_begin();
	struct buf out, in;
	buf_init(&out);
	buf_init(&in);
	size_t sent = 0;
	ck_assert_int_eq(keeper_step(&keeper, &out, &sent, &in), KEEPER_MOVED);
	keeper.processor -= (int64_t)1000 * 1000 * 1000 * 1000;
	ck_assert_int_eq(keeper_step(&keeper, &out, &sent, &in), KEEPER_LATE);
	keeper_close(&keeper);
}
END_TEST

START_TEST(a_worker_that_gets_nonsense_ends)
{
	struct keeper keeper = keeper_begin();
	struct buf out, in;
	buf_init(&out);
	buf_init(&in);
	size_t sent = 0, start = wire_begin(&out, (enum frame)99);
	wire_end(&out, start);
	enum keeper_event event = KEEPER_MOVED;
	while (event == KEEPER_MOVED)
		event = keeper_step(&keeper, &out, &sent, &in);
	ck_assert_int_eq(event, KEEPER_ENDED);
	ck_assert_uint_eq(in.n, 0);
	buf_release(&out);
	keeper_close(&keeper);
}
END_TEST

START_TEST(a_hundred_workers_leave_no_process_and_no_descriptor)
{
	size_t before = descriptors();
	struct keeper keeper = keeper_begin();
	for (int i = 0; i < 100; i++) {
		pid_t old = keeper.worker;
		struct err err = {0};
		ck_assert_int_eq(keeper_start_worker(&keeper, &err), OK);
		ck_assert_int_ne(keeper.worker, old);
		ck_assert(kill(old, 0) < 0 && errno == ESRCH);
	}
	pid_t last = keeper.worker, pid = keeper.pid;
	keeper_close(&keeper);
	ck_assert_uint_eq(descriptors(), before);
	ck_assert(kill(last, 0) < 0 && errno == ESRCH);
	ck_assert(kill(pid, 0) < 0 && errno == ESRCH);
}
END_TEST

START_TEST(signals_to_the_whole_group_leave_it_running)
{
	struct keeper keeper = keeper_begin();
	kill(keeper.pid, SIGINT);
	kill(keeper.pid, SIGTERM);
	kill(keeper.worker, SIGINT);
	kill(keeper.worker, SIGTERM);
	struct err err = {0};
	for (int i = 0; i < 10; i++) /* each asks the keeper once more */
		ck_assert_int_eq(keeper_start_worker(&keeper, &err), OK);
	keeper_close(&keeper);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("keeper");
	TCase *tc = tcase_create("keeper");
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, a_worker_that_spent_its_time_without_progress_is_late);
	tcase_add_test(tc, a_worker_that_gets_nonsense_ends);
	tcase_add_test(tc, a_hundred_workers_leave_no_process_and_no_descriptor);
	tcase_add_test(tc, signals_to_the_whole_group_leave_it_running);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
