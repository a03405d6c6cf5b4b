/* pdf.c: vfork, since a fork would copy the tables of a process that may be large, and posix_spawn cannot set limits (set from outside
 * afterwards they come too late for a quick child).
 *
 * pdftotext is told to read "-", which is the file itself and not a pipe: names of files never reach it.
 */
#include "ingest/pdf.h"

#include "ingest/plain.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WALL_SECONDS = 20, CPU_SECONDS = 10, MEMORY_MB = 512, FILES = 32, PIPE_BYTES = 1 << 20 };
/* Chunks taken in one go: the others wait their turn, and the deadline is looked at between. */
enum { CHUNK = 64 * 1024, ROUNDS = 32 };
enum { EXIT_NOT_STARTED = 126, EXIT_NO_PROGRAM = 127 };

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
	{"Incorrect password", err_word("encrypted PDF: save it without a password")},
	{"security handler", err_word("encrypted PDF, in a way that cannot be read: save it without a password")},
	{"Copying of text", err_word("protected PDF, its text may not be copied: save it without protection")},
	{"Out of memory", err_word("needs too much memory to be read: save it again as PDF, or split it")},
	{"bad_alloc", err_word("needs too much memory to be read: save it again as PDF, or split it")},
};

static void fd_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Soft limits: they stop what a paper makes pdftotext do. What raises them again has taken the child over, and no limit is a jail. */
static bool limits_set(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(limits); i++) {
		struct rlimit limit;
		if (getrlimit(limits[i].resource, &limit) != 0)
			return false;
		limit.rlim_cur = limit.rlim_max < limits[i].limit ? limit.rlim_max : limits[i].limit;
		if (setrlimit(limits[i].resource, &limit) != 0)
			return false;
	}
	return true;
}

/* The child: only calls that are safe where the memory is still the parent's. Ends as a shell would when there is no such program. */
static _Noreturn void child_run(int in, int out, int notes)
{
	char words[][10] = {"pdftotext", "-enc", "UTF-8", "-", "-", "LC_ALL=C"};
	char *const argv[] = {words[0], words[1], words[2], words[3], words[4], NULL};
	char *const environment[] = {words[5], NULL};
	sigset_t none;
	sigemptyset(&none);
	for (int i = 1; i < NSIG; i++)
		sigaction(i, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
	bool ready = setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && dup2(in, STDIN_FILENO) >= 0 &&
		     dup2(out, STDOUT_FILENO) >= 0 && dup2(notes, STDERR_FILENO) >= 0 && limits_set() &&
		     sigprocmask(SIG_SETMASK, &none, NULL) == 0;
	closefrom(STDERR_FILENO + 1);
	if (ready)
		execvpe(words[0], argv, environment);
	_exit(ready && errno == ENOENT ? EXIT_NO_PROGRAM : EXIT_NOT_STARTED);
}

/* Signals wait meanwhile: a handler of the parent must not run in its child. */
static pid_t child_start(int in, int out, int notes)
{
	sigset_t all, old;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &old);
	pid_t pid = vfork(); /* NOLINT(clang-analyzer-security.insecureAPI.vfork) */
	if (pid == 0)
		child_run(in, out, notes); /* NOLINT(clang-analyzer-unix.Vfork) */
	sigprocmask(SIG_SETMASK, &old, NULL);
	return pid;
}

/* A file that was cut off while it was copied lacks its last line. */
static bool is_whole(struct slice bytes)
{
	size_t tail = bytes.n < 4096 ? bytes.n : 4096;
	return memmem(bytes.p + bytes.n - tail, tail, "%%EOF", 5);
}

enum status pdf_start(int fd, struct slice bytes, int64_t now, struct pdf *out, struct err *err)
{
	struct pdf pdf = {.out = -1, .notes_fd = -1, .deadline = now + WALL_SECONDS * 1000, .whole = is_whole(bytes)};
	int text[2] = {-1, -1}, notes[2] = {-1, -1};
	pid_t pid = -1;
	if (pipe2(text, O_CLOEXEC) == 0 && pipe2(notes, O_CLOEXEC) == 0)
		pid = child_start(fd, text[1], notes[1]);
	int failure = errno;
	fd_close(&text[1]);
	fd_close(&notes[1]);
	pdf.out = text[0];
	pdf.notes_fd = notes[0];
	if (pid < 0) {
		pdf_release(&pdf);
		return err_set(err, E_IO, "cannot start pdftotext: %s", strerror(failure));
	}
	pdf.pid = pid;
	fcntl(pdf.out, F_SETFL, O_NONBLOCK);
	fcntl(pdf.notes_fd, F_SETFL, O_NONBLOCK);
	/* Room for a whole paper, so that the child does not wait while we are busy; less does no harm. */
	fcntl(pdf.out, F_SETPIPE_SZ, PIPE_BYTES);
	*out = pdf;
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
	if (kill(-pdf->pid, SIGKILL) != 0)
		kill(pdf->pid, SIGKILL);
	fd_close(&pdf->out);
	fd_close(&pdf->notes_fd);
}

static void text_take(struct pdf *pdf)
{
	char chunk[CHUNK];
	size_t n;
	for (int i = 0; i < ROUNDS && !pdf->flooding && (n = fd_read(&pdf->out, chunk, sizeof chunk)); i++) {
		buf_add(&pdf->text, chunk, n);
		pdf->flooding = pdf->text.n > (size_t)PLAIN_MAX_MB << 20;
	}
}

/* What does not fit is read all the same: the child must not wait for us. */
static void notes_take(struct pdf *pdf)
{
	char chunk[CHUNK];
	size_t n;
	for (int i = 0; i < ROUNDS && (n = fd_read(&pdf->notes_fd, chunk, sizeof chunk)); i++) {
		size_t room = sizeof pdf->notes - 1 - pdf->noted;
		memcpy(pdf->notes + pdf->noted, chunk, n < room ? n : room);
		pdf->noted += n < room ? n : room;
	}
}

void pdf_pump(struct pdf *pdf, int64_t now)
{
	if (!pdf->pid)
		return;
	text_take(pdf);
	notes_take(pdf);
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
			return err_set(err, E_INVALID, "%s", err_text(err, complaints[i].message));
	struct slice line = first_error(pdf->notes);
	if (!line.n)
		line = slice_of(err_text(err, "no text"));
	return err_set(err, E_INVALID, "%s PDF (pdftotext: %.*s): get it again from its source", err_text(err, what),
		       (int)line.n, line.p);
}

/* Why the child did not end by itself, or OK. */
static enum status check_end(struct pdf *pdf, struct err *err)
{
	if (pdf->late)
		return err_set(err, E_INVALID, "pdftotext was not done after %d s: save it again as PDF, or split it",
			       WALL_SECONDS);
	if (pdf->flooding)
		return err_set(err, E_INVALID, "more than %d MB of text: split it", PLAIN_MAX_MB);
	if (WIFEXITED(pdf->exit) && WEXITSTATUS(pdf->exit) == EXIT_NO_PROGRAM)
		return err_set(err, E_IO, "cannot be read without pdftotext: install the package poppler-utils");
	if (WIFEXITED(pdf->exit) && WEXITSTATUS(pdf->exit) == EXIT_NOT_STARTED)
		return err_set(err, E_IO, "cannot start pdftotext within its limits");
	if (!WIFSIGNALED(pdf->exit))
		return WEXITSTATUS(pdf->exit) ? damaged(pdf, err_word("damaged"), err) : OK;
	int signal = WTERMSIG(pdf->exit);
	if (signal == SIGXCPU || signal == SIGKILL)
		return err_set(err, E_INVALID,
			       "pdftotext needed more than %d s of processor time: save it again as PDF, or split it",
			       CPU_SECONDS);
	return strstr(pdf->notes, "bad_alloc") || strstr(pdf->notes, "Out of memory")
		       ? damaged(pdf, err_word("damaged"), err)
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
		return damaged(pdf, err_word("cut-off"), err);
	size_t repaired = plain_repair(pdf->text.p, pdf->text.n);
	if (!slice_trim((struct slice){pdf->text.p, pdf->text.n}).n)
		return faulty ? damaged(pdf, err_word("damaged"), err)
			      : err_set(err, E_INVALID,
					"no text in this PDF, a scan perhaps: make it a PDF with text (OCR)");
	*remark = faulty        ? "pdftotext found faults in this PDF: text may be missing"
		  : !pdf->whole ? "the end of this PDF is missing: text may be missing too"
		  : repaired    ? "some characters could not be read and stand as '?'"
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
