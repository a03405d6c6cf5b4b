/* test_jail.c: what a process in the jail can no longer do, and what it still can. Each case is a process of its own. */
#include "rules/jail.h"

#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { NO_FILTER = 77 };

static void try_open(void)
{
	(void)syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
}

static void try_socket(void)
{
	(void)syscall(SYS_socket, AF_INET, SOCK_STREAM, 0);
}

static void try_fork(void)
{
	(void)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}

static void try_execute(void)
{
	(void)syscall(SYS_execve, "/bin/true", NULL, NULL);
}

static void try_kill_parent(void)
{
	(void)syscall(SYS_kill, getppid(), 0);
}

static void try_executable_memory(void)
{
	(void)syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void try_protect(void)
{
	(void)syscall(SYS_mprotect, NULL, 0, PROT_EXEC);
}

static void try_ordinary_work(void)
{
	struct timespec t;
	void *p = malloc(1024 * 1024);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	if (write(1, p, 0) < 0)
		_exit(1);
	free(p);
}

static const struct attempt {
	void (*run)(void);
	bool allowed;
} attempts[] = {
	{try_open, false},    {try_socket, false},       {try_fork, false},
	{try_execute, false}, {try_kill_parent, false},  {try_executable_memory, false},
	{try_protect, false}, {try_ordinary_work, true},
};

START_TEST(only_reading_writing_memory_and_time_are_left)
{
	pid_t pid = fork();
	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		if (!jail_enter())
			_exit(NO_FILTER);
		attempts[_i].run();
		_exit(0);
	}
	int status;
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	if (WIFEXITED(status) && WEXITSTATUS(status) == NO_FILTER)
		return; /* this system has no filter */
	if (attempts[_i].allowed)
		ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	else
		ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS);
}
END_TEST

START_TEST(no_file_of_the_parent_is_left)
{
	int pipes[2];
	ck_assert_int_eq(pipe(pipes), 0);
	pid_t pid = fork();
	if (pid == 0) {
		bool closed = jail_close_files(pipes[1]);
		char c = 'x';
		_exit(closed && write(3, &c, 1) == 1 && fcntl(4, F_GETFD) < 0 && fcntl(9, F_GETFD) < 0 ? 0 : 1);
	}
	int status;
	char c = 0;
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(read(pipes[0], &c, 1), 1);
	ck_assert_int_eq(status, 0);
	close(pipes[0]);
	close(pipes[1]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("jail");
	TCase *tc = tcase_create("jail");
	tcase_add_loop_test(tc, only_reading_writing_memory_and_time_are_left, 0, ARRAY_SIZE(attempts));
	tcase_add_test(tc, no_file_of_the_parent_is_left);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
