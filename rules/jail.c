/* jail.c: resource limits, then a filter of system calls that ends the process at the first call that is not on the list.
 *
 * The strict mode of seccomp would do, but it knows no clock_gettime, which is a true system call for the processor's clock
 * and on machines without a fast clock. Memory may be asked for, never memory that can be executed.
 */
#include "rules/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__has_include)
#if __has_include(<valgrind/valgrind.h>)
#include <valgrind/valgrind.h>
#endif
#endif
#ifndef RUNNING_ON_VALGRIND
#define RUNNING_ON_VALGRIND 0
#endif

#if defined(__x86_64__)
#define JAIL_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define JAIL_ARCH AUDIT_ARCH_AARCH64
#endif

enum { MEMORY_MAX = 256 * 1024 * 1024, SECONDS_MAX = 3600 };

int64_t jail_slowness(void)
{
	return RUNNING_ON_VALGRIND ? 40 : JAIL_SANITIZED ? 10 : 1;
}

bool jail_close_files(int fd)
{
	int null = open("/dev/null", O_RDWR);
	if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0)
		return false;
	if (!JAIL_SANITIZED && dup2(null, 2) < 0)
		return false;
	if (fd != 3 && dup2(fd, 3) < 0)
		return false;
	unsigned last = RUNNING_ON_VALGRIND ? 255 : ~0U; /* its own descriptors, above, must stay */
	return close_range(4, last, 0) == 0 || errno == ENOSYS;
}

static void limit(int resource, rlim_t most)
{
	struct rlimit r = {most, most};
	(void)setrlimit((__rlimit_resource_t)resource, &r);
}

#ifdef JAIL_ARCH
#define LOAD(field)  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(what) BPF_STMT(BPF_RET | BPF_K, (what))
/* The next instruction when equal, else the one after it. */
#define IF(value)   BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, 1)
#define ALLOW(call) IF(__NR_##call), ANSWER(SECCOMP_RET_ALLOW)

static bool filter_set(void)
{
	static const struct sock_filter program[] = {
		LOAD(arch),
		IF(JAIL_ARCH),
		BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0),
		ANSWER(SECCOMP_RET_KILL_PROCESS),
		LOAD(nr),
		ALLOW(read),
		ALLOW(write),
		ALLOW(clock_gettime),
		ALLOW(brk),
		ALLOW(munmap),
		ALLOW(mremap),
		ALLOW(madvise),
		ALLOW(rt_sigreturn),
		ALLOW(exit),
		ALLOW(exit_group),
#if JAIL_SANITIZED
		ALLOW(getpid),
		ALLOW(gettid),
		ALLOW(futex),
		ALLOW(sigaltstack),
		ALLOW(rt_sigprocmask),
		ALLOW(sched_yield),
#endif
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_mmap, 1, 0),
		ANSWER(SECCOMP_RET_KILL_PROCESS),
		LOAD(args[2]),
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
		ANSWER(SECCOMP_RET_KILL_PROCESS),
		LOAD(args[3]),
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, MAP_ANONYMOUS, 1, 0),
		ANSWER(SECCOMP_RET_KILL_PROCESS),
		ANSWER(SECCOMP_RET_ALLOW),
	};
	struct sock_filter copy[ARRAY_SIZE(program)];
	memcpy(copy, program, sizeof copy);
	struct sock_fprog whole = {.len = ARRAY_SIZE(copy), .filter = copy};
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0;
}
#else
static bool filter_set(void)
{
	return false;
}
#endif

bool jail_enter(void)
{
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CPU, SECONDS_MAX);
	if (RUNNING_ON_VALGRIND)
		return false; /* it makes calls of its own in this process */
	limit(RLIMIT_NPROC, 0);
	limit(RLIMIT_NOFILE, 4);
	if (!JAIL_SANITIZED)
		limit(RLIMIT_DATA, MEMORY_MAX); /* address space is what a sanitizer takes most of */
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter_set();
}
