/* pdf.c: posix_spawn, since a fork would copy the tables of a process that may be large. It cannot set limits, so they are set from
 * outside right after: the child is still being linked then and has read nothing of the file.
 *
 * pdftotext is told to read "-", which is the file itself and not a pipe: names of files never reach it.
 */
#include "ingest/pdf.h"

#include "ingest/plain.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WALL_SECONDS = 20, CPU_SECONDS = 10, MEMORY_MB = 512, FILES = 32, PIPE_BYTES = 1 << 20 };

static const struct {
	enum __rlimit_resource resource;
	rlim_t limit;
} limits[] = {
	{RLIMIT_AS, (rlim_t)MEMORY_MB << 20},
	{RLIMIT_CPU, CPU_SECONDS},
	{RLIMIT_FSIZE, 0},
	{RLIMIT_NOFILE, FILES},
	{RLIMIT_CORE, 0},
};

/* What pdftotext says when it fails, and what that means for a person; the first that is found counts. */
static const struct {
	const char *words;
	const char *message;
} complaints[] = {
	{"Incorrect password", "encrypted PDF: save it without a password"},
	{"security handler", "encrypted PDF, in a way that cannot be read: save it without a password"},
	{"Copying of text", "protected PDF, its text may not be copied: save it without protection"},
	{"Out of memory", "needs too much memory to be read: save it again as PDF, or split it"},
	{"bad_alloc", "needs too much memory to be read: save it again as PDF, or split it"},
};

static void fd_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* A limit that is lower already stays; it could not be raised anyway. */
static bool limits_set(pid_t pid)
{
	for (size_t i = 0; i < ARRAY_SIZE(limits); i++) {
		struct rlimit limit;
		if (prlimit(pid, limits[i].resource, NULL, &limit) != 0)
			return false;
		if (limit.rlim_max > limits[i].limit)
			limit.rlim_max = limits[i].limit;
		limit.rlim_cur = limit.rlim_max;
		if (prlimit(pid, limits[i].resource, &limit, NULL) != 0)
			return false;
	}
	return true;
}

/* Returns an errno. */
static int child_spawn(int in, int out, int notes, pid_t *pid)
{
	char words[][10] = {"pdftotext", "-enc", "UTF-8", "-", "-", "LC_ALL=C"};
	char *const argv[] = {words[0], words[1], words[2], words[3], words[4], NULL};
	char *const environment[] = {words[5], NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	sigset_t all, none;
	sigfillset(&all);
	sigemptyset(&none);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, notes, STDERR_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setpgroup(&attr, 0);
	posix_spawnattr_setsigdefault(&attr, &all);
	posix_spawnattr_setsigmask(&attr, &none);
	int failure = posix_spawnp(pid, words[0], &actions, &attr, argv, environment);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&actions);
	return failure;
}

/* A file that was cut off while it was copied lacks its last line. */
static bool is_whole(struct slice bytes)
{
	size_t tail = bytes.n < 4096 ? bytes.n : 4096;
	return memmem(bytes.p + bytes.n - tail, tail, "%%EOF", 5);
}

enum status pdf_start(int fd, struct slice bytes, int64_t now, struct pdf *out, struct err *err)
{
	int text[2] = {-1, -1}, notes[2] = {-1, -1}, failure = 0;
	enum status status = OK;
	*out = (struct pdf){.out = -1, .notes_fd = -1};
	if (pipe2(text, O_CLOEXEC) != 0 || pipe2(notes, O_CLOEXEC) != 0)
		failure = errno;
	if (!failure)
		failure = child_spawn(fd, text[1], notes[1], &out->pid);
	fd_close(&text[1]);
	fd_close(&notes[1]);
	out->out = text[0];
	out->notes_fd = notes[0];
	if (failure == ENOENT)
		status = err_set(err, E_IO, "cannot be read without pdftotext: install the package poppler-utils");
	else if (failure || !limits_set(out->pid))
		status = err_set(err, E_IO, "cannot start pdftotext: %s", strerror(failure ? failure : errno));
	if (status) {
		if (failure)
			out->pid = 0;
		pdf_release(out);
		return status;
	}
	fcntl(text[0], F_SETFL, O_NONBLOCK);
	fcntl(notes[0], F_SETFL, O_NONBLOCK);
	/* Room for a whole paper, so that the child does not wait while we are busy; less does no harm. */
	fcntl(text[0], F_SETPIPE_SZ, PIPE_BYTES);
	out->deadline = now + WALL_SECONDS * 1000;
	out->whole = is_whole(bytes);
	return OK;
}

/* Reads what is there; closes the descriptor at its end. Returns the number of bytes, 0 when there are none now. */
static size_t fd_read(int *fd, char *chunk, size_t size)
{
	if (*fd < 0)
		return 0;
	ssize_t n = read(*fd, chunk, size);
	if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
		fd_close(fd);
	return n > 0 ? (size_t)n : 0;
}

static void child_kill(struct pdf *pdf)
{
	kill(-pdf->pid, SIGKILL);
	fd_close(&pdf->out);
	fd_close(&pdf->notes_fd);
}

void pdf_pump(struct pdf *pdf, int64_t now)
{
	char chunk[64 * 1024];
	if (!pdf->pid)
		return;
	for (size_t n; !pdf->flooding && (n = fd_read(&pdf->out, chunk, sizeof chunk));) {
		buf_add(&pdf->text, chunk, n);
		pdf->flooding = pdf->text.n > (size_t)PLAIN_MAX_MB << 20;
	}
	for (size_t n; (n = fd_read(&pdf->notes_fd, chunk, sizeof chunk)) && now < pdf->deadline;) {
		size_t room = sizeof pdf->notes - 1 - pdf->noted;
		memcpy(pdf->notes + pdf->noted, chunk, n < room ? n : room);
		pdf->noted += n < room ? n : room;
	}
	bool open = pdf->out >= 0 || pdf->notes_fd >= 0;
	if (!open && waitpid(pdf->pid, &pdf->exit, WNOHANG) == pdf->pid) {
		pdf->pid = 0;
		return;
	}
	pdf->late = now >= pdf->deadline;
	if (!pdf->late && !pdf->flooding)
		return;
	child_kill(pdf);
	while (waitpid(pdf->pid, &pdf->exit, 0) < 0 && errno == EINTR)
		;
	pdf->pid = 0;
}

bool pdf_is_done(const struct pdf *pdf)
{
	return !pdf->pid;
}

/* The first error in what pdftotext wrote, without "Syntax Error (36): ", in printable ASCII. */
static struct slice first_error(char *notes)
{
	char *at = strstr(notes, "Error");
	char *colon = at ? strchr(at, ':') : NULL;
	struct slice line = slice_of(colon ? colon + 1 : notes);
	const char *end = memchr(line.p, '\n', line.n);
	line.n = end ? (size_t)(end - line.p) : line.n;
	for (char *c = notes; *c; c++)
		if (*c < ' ' || *c > '~')
			*c = *c == '\n' ? '\n' : '?';
	line = slice_trim(line);
	line.n = line.n < 100 ? line.n : 100;
	return line;
}

static enum status damaged(struct pdf *pdf, const char *what, struct err *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(complaints); i++)
		if (strstr(pdf->notes, complaints[i].words))
			return err_set(err, E_INVALID, "%s", complaints[i].message);
	struct slice line = first_error(pdf->notes);
	return err_set(err, E_INVALID, "%s PDF (pdftotext: %.*s): get it again from its source", what,
		       line.n ? (int)line.n : 7, line.n ? line.p : "no text");
}

/* Why the child did not end by itself, or OK. */
static enum status check_end(struct pdf *pdf, struct err *err)
{
	if (pdf->late)
		return err_set(err, E_INVALID, "pdftotext was not done after %d s: save it again as PDF, or split it",
			       WALL_SECONDS);
	if (pdf->flooding)
		return err_set(err, E_INVALID, "more than %d MB of text: split it", PLAIN_MAX_MB);
	if (!WIFSIGNALED(pdf->exit))
		return WEXITSTATUS(pdf->exit) ? damaged(pdf, "damaged", err) : OK;
	int signal = WTERMSIG(pdf->exit);
	if (signal == SIGXCPU || signal == SIGKILL)
		return err_set(err, E_INVALID,
			       "pdftotext needed more than %d s of processor time: save it again as PDF, or split it",
			       CPU_SECONDS);
	return strstr(pdf->notes, "bad_alloc") || strstr(pdf->notes, "Out of memory")
		       ? damaged(pdf, "damaged", err)
		       : err_set(err, E_INVALID, "damaged PDF (pdftotext broke off, signal %d): save it again as PDF",
				 signal);
}

enum status pdf_result(struct pdf *pdf, const char **remark, struct err *err)
{
	enum status status = check_end(pdf, err);
	if (status)
		return status;
	bool faulty = strstr(pdf->notes, "Error");
	if (faulty && !pdf->whole)
		return damaged(pdf, "cut-off", err);
	size_t repaired = plain_repair(pdf->text.p, pdf->text.n);
	if (!slice_trim((struct slice){pdf->text.p, pdf->text.n}).n)
		return faulty ? damaged(pdf, "damaged", err)
			      : err_set(err, E_INVALID,
					"no text in this PDF, a scan perhaps: make it a PDF with text (OCR)");
	*remark = faulty     ? "pdftotext found faults in this PDF: text may be missing"
		  : repaired ? "some characters could not be read and stand as '?'"
			     : NULL;
	return OK;
}

void pdf_release(struct pdf *pdf)
{
	if (pdf->pid) {
		child_kill(pdf);
		while (waitpid(pdf->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	fd_close(&pdf->out);
	fd_close(&pdf->notes_fd);
	buf_release(&pdf->text);
	pdf->pid = 0;
}
