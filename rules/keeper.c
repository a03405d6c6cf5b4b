/* keeper.c: three processes. The first one asks the keeper for a worker by one byte and gets a socket to it back (SCM_RIGHTS), so that what
 * was under way to a worker that ended is gone with its socket.
 *
 * Time is that of the processor, as the worker spent it: a busy machine does not make a rule late. The clock on the wall is the last resort.
 */
#include "rules/keeper.h"

#include "rules/engine.h"
#include "rules/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TICK_MS = 20 };
static const int64_t processor_max = (int64_t)100 * 1000 * 1000;
static const int64_t wall_max = (int64_t)10 * 1000 * 1000 * 1000;

/* ---- in the keeper ---- */

_Noreturn static void worker_become(int fd, pid_t parent, _Atomic uint64_t *progress)
{
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent || !jail_close_files(fd))
		_exit(1);
	atomic_store(progress, 0);
	(void)jail_enter(); /* where the system has no filter, limits and the two clocks still hold */
	worker_run(3, progress);
}

/* Gives the socket and the process number of a worker to the first process. */
static bool worker_hand_over(int control, int fd, pid_t worker)
{
	union {
		struct cmsghdr head;
		char bytes[CMSG_SPACE(sizeof(int))];
	} rights = {.bytes = {0}};
	struct iovec part = {&worker, sizeof worker};
	struct msghdr message = {
		.msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights};
	struct cmsghdr *head = CMSG_FIRSTHDR(&message);
	head->cmsg_level = SOL_SOCKET;
	head->cmsg_type = SCM_RIGHTS;
	head->cmsg_len = CMSG_LEN(sizeof fd);
	memcpy(CMSG_DATA(head), &fd, sizeof fd);
	return sendmsg(control, &message, MSG_NOSIGNAL) == (ssize_t)sizeof worker;
}

static void worker_end(pid_t *worker)
{
	if (*worker <= 0)
		return;
	kill(*worker, SIGKILL);
	while (waitpid(*worker, NULL, 0) < 0 && errno == EINTR)
		;
	*worker = 0;
}

_Noreturn static void keeper_run(int control, _Atomic uint64_t *progress)
{
	pid_t worker = 0, self = getpid();
	char asked;
	/* A terminal sends the one to all, a service manager the other: the first process decides, and its end is ours. */
	(void)signal(SIGINT, SIG_IGN);
	(void)signal(SIGTERM, SIG_IGN);
	(void)signal(SIGPIPE, SIG_IGN);
	if (!jail_close_files(control))
		_exit(1);
	while (read(3, &asked, 1) == 1) {
		int ends[2];
		worker_end(&worker);
		if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
			break;
		worker = fork();
		if (worker == 0)
			worker_become(ends[1], self, progress);
		close(ends[1]);
		bool given = worker > 0 && worker_hand_over(3, ends[0], worker);
		close(ends[0]);
		if (!given)
			break;
	}
	worker_end(&worker);
	_exit(0);
}

/* ---- in the first process ---- */

enum status keeper_open(struct keeper *out, struct err *err)
{
	int ends[2];
	void *shared = mmap(NULL, sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		return err_set(err, E_IO, "no memory for the rule engine");
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) {
		munmap(shared, sizeof(uint64_t));
		return err_set(err, E_IO, "no socket for the rule engine: %s", strerror(errno));
	}
	pid_t pid = fork();
	if (pid == 0)
		keeper_run(ends[1], shared);
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		munmap(shared, sizeof(uint64_t));
		return err_set(err, E_IO, "no process for the rule engine: %s", strerror(errno));
	}
	*out = (struct keeper){.control = ends[0], .pid = pid, .fd = -1, .progress = shared};
	return OK;
}

void keeper_close(struct keeper *keeper)
{
	if (keeper->fd >= 0)
		close(keeper->fd);
	if (keeper->control >= 0) {
		close(keeper->control);
		while (waitpid(keeper->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	if (keeper->progress)
		munmap(keeper->progress, sizeof(uint64_t));
	*keeper = (struct keeper){.control = -1, .fd = -1};
}

static int64_t clock_read(clockid_t clock)
{
	struct timespec t = {0};
	(void)clock_gettime(clock, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* The processor time of the worker; it has a number until the keeper, told to, has taken its end. */
static int64_t worker_processor(const struct keeper *keeper)
{
	clockid_t clock;
	return clock_getcpuclockid(keeper->worker, &clock) ? 0 : clock_read(clock);
}

static void watch_start(struct keeper *keeper)
{
	keeper->seen = atomic_load(keeper->progress);
	keeper->processor = worker_processor(keeper);
	keeper->wall = clock_read(CLOCK_MONOTONIC);
}

enum status keeper_start_worker(struct keeper *keeper, struct err *err)
{
	union {
		struct cmsghdr head;
		char bytes[CMSG_SPACE(sizeof(int))];
	} rights = {.bytes = {0}};
	struct iovec part = {&keeper->worker, sizeof keeper->worker};
	struct msghdr message = {
		.msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights};
	if (keeper->fd >= 0)
		close(keeper->fd);
	keeper->fd = -1;
	ssize_t n = send(keeper->control, "w", 1, MSG_NOSIGNAL) == 1 ? 0 : -1;
	while (n == 0 && (n = recvmsg(keeper->control, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR)
		n = 0;
	struct cmsghdr *head = n == (ssize_t)sizeof keeper->worker ? CMSG_FIRSTHDR(&message) : NULL;
	if (!head || head->cmsg_type != SCM_RIGHTS || head->cmsg_len != CMSG_LEN(sizeof(int)))
		return err_set(err, E_IO, "the process that starts the rule engine is gone");
	memcpy(&keeper->fd, CMSG_DATA(head), sizeof keeper->fd);
	(void)fcntl(keeper->fd, F_SETFL, O_NONBLOCK);
	watch_start(keeper);
	return OK;
}

static enum keeper_event watch_look(struct keeper *keeper)
{
	if (atomic_load(keeper->progress) != keeper->seen) {
		watch_start(keeper);
		return KEEPER_MOVED;
	}
	int64_t slow = jail_slowness();
	bool late = worker_processor(keeper) - keeper->processor > processor_max * slow ||
		    clock_read(CLOCK_MONOTONIC) - keeper->wall > wall_max * slow;
	return late ? KEEPER_LATE : KEEPER_MOVED;
}

static enum keeper_event some_send(const struct keeper *keeper, const struct buf *out, size_t *sent)
{
	ssize_t n = send(keeper->fd, out->p + *sent, out->n - *sent, MSG_DONTWAIT | MSG_NOSIGNAL);
	if (n < 0 && errno != EAGAIN && errno != EINTR)
		return KEEPER_ENDED;
	*sent += n > 0 ? (size_t)n : 0;
	return KEEPER_MOVED;
}

enum keeper_event keeper_step(struct keeper *keeper, const struct buf *out, size_t *sent, struct buf *in)
{
	struct pollfd wait = {.fd = keeper->fd, .events = (short)(POLLIN | (*sent < out->n ? POLLOUT : 0))};
	int ready = poll(&wait, 1, TICK_MS);
	if (ready < 0)
		return errno == EINTR ? KEEPER_MOVED : KEEPER_ENDED;
	if (ready == 0)
		return watch_look(keeper);
	if (wait.revents & (POLLIN | POLLHUP | POLLERR)) {
		char bytes[32 * 1024];
		ssize_t n = recv(keeper->fd, bytes, sizeof bytes, MSG_DONTWAIT);
		if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
			return KEEPER_ENDED;
		if (n > 0)
			buf_add(in, bytes, (size_t)n);
		watch_start(keeper);
	}
	if (wait.revents & POLLOUT)
		return some_send(keeper, out, sent);
	return KEEPER_MOVED;
}

/* A worker that is gone is noticed by the step that follows. */
void keeper_send(struct keeper *keeper, const struct buf *out, size_t *sent)
{
	watch_start(keeper);
	if (out->n > *sent)
		(void)some_send(keeper, out, sent);
}
