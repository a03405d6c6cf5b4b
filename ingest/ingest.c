/* ingest.c: a ring of jobs. A job is begun in the order of paths (read, hashed, asked for, given to a child where it is a PDF) and
 * handed over in that order; in between, children end as they like. The window bounds how far the beginning may run ahead, in papers
 * and in bytes, so that one slow paper does not gather all others in memory.
 */
#include "ingest/ingest.h"

#include "hash/sha256.h"
#include "ingest/format.h"
#include "ingest/input.h"
#include "ingest/pdf.h"
#include "ingest/plain.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

enum { JOBS_MAX = 64, AHEAD = 8, HELD_MAX = 48 << 20, REAP_MS = 1 };

struct job {
	bool running; /* pdf is with a child */
	enum status status;
	struct err err;
	struct arena *arena;
	struct paper paper;
	struct input input;
	struct pdf pdf;
};

struct pool {
	const struct paths *paths;
	const struct ingest_sink *sink;
	size_t children; /* at most */
	size_t window;
	struct job *ring; /* job i stands at i % window */
	size_t done;      /* handed over */
	size_t begun;
	struct err err; /* an empty one, in the language of the caller's */
};

static int64_t clock_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static struct job *job_at(const struct pool *pool, size_t index)
{
	return &pool->ring[index % pool->window];
}

static enum status text_take(struct job *job)
{
	struct slice bytes = {job->input.bytes.p, job->input.bytes.n};
	struct plain plain;
	enum status status = plain_read(bytes, job->arena, &plain, &job->err);
	if (status)
		return status;
	job->paper.text = plain.text;
	job->paper.remark = plain.remark;
	job->paper.pages = plain_pages(plain.text);
	return OK;
}

/* All that is done at once; a PDF is with its child afterwards. */
static enum status job_start(struct job *job, const struct ingest_sink *sink)
{
	struct err *err = &job->err;
	enum format format;
	enum status status = input_read(job->paper.path, &job->input, err);
	if (status)
		return status;
	struct slice bytes = {job->input.bytes.p, job->input.bytes.n};
	sha256_text(bytes.p, bytes.n, job->paper.sha256);
	status = format_of(bytes, &format, err);
	if (status)
		return status;
	if (sink->known && sink->known(sink->user, job->paper.sha256))
		return OK;
	if (format == FORMAT_TEXT)
		return text_take(job);
	status = pdf_start(job->input.fd, bytes, clock_ms(), &job->pdf, err);
	job->running = !status;
	return status;
}

static void job_begin(struct job *job, const char *path, const struct pool *pool)
{
	*job = (struct job){.err = pool->err, .arena = arena_new(), .paper = {.path = path}, .input = {.fd = -1}};
	job->pdf = (struct pdf){.out = -1, .notes_fd = -1};
	job->status = job_start(job, pool->sink);
	/* What is kept of a text stands in the bytes; of anything else they are not needed any more. */
	if (job->running || job->status || !job->paper.text.p)
		input_release(&job->input);
}

static void job_finish(struct job *job)
{
	job->running = false;
	job->status = pdf_result(&job->pdf, &job->paper.remark, &job->err);
	if (job->status)
		return;
	job->paper.text = (struct slice){job->pdf.text.p, job->pdf.text.n};
	job->paper.pages = plain_pages(job->paper.text);
}

static void job_end(struct job *job)
{
	pdf_release(&job->pdf);
	input_release(&job->input);
	arena_free(job->arena);
	job->arena = NULL;
}

/* Begins jobs as long as there are a child, a place and memory for them. */
static void pool_fill(struct pool *pool)
{
	size_t running = 0, held = 0;
	for (size_t i = pool->done; i < pool->begun; i++) {
		const struct job *job = job_at(pool, i);
		running += job->running;
		held += job->pdf.text.cap + job->input.bytes.cap;
	}
	while (pool->begun < pool->paths->n && pool->begun - pool->done < pool->window && running < pool->children &&
	       held < HELD_MAX) {
		struct job *job = job_at(pool, pool->begun);
		job_begin(job, pool->paths->v[pool->begun++], pool);
		running += job->running;
		held += job->input.bytes.cap;
	}
}

/* Waits until a child has something to say, or only looks when `wait` is false. */
static void pool_pump(struct pool *pool, bool wait)
{
	struct pollfd fds[2 * JOBS_MAX];
	nfds_t n = 0;
	int64_t now = clock_ms(), until = now + 60 * 1000;
	for (size_t i = pool->done; i < pool->begun; i++) {
		const struct job *job = job_at(pool, i);
		if (!job->running)
			continue;
		fds[n++] = (struct pollfd){.fd = job->pdf.out, .events = POLLIN};
		fds[n++] = (struct pollfd){.fd = job->pdf.notes_fd, .events = POLLIN};
		bool closed = job->pdf.out < 0 && job->pdf.notes_fd < 0;
		int64_t next = closed ? now + REAP_MS : job->pdf.deadline;
		until = next < until ? next : until;
	}
	if (!n)
		return;
	poll(fds, n, wait && until > now ? (int)(until - now) : 0);
	now = clock_ms();
	for (size_t i = pool->done; i < pool->begun; i++) {
		struct job *job = job_at(pool, i);
		if (!job->running)
			continue;
		pdf_pump(&job->pdf, now);
		if (pdf_is_done(&job->pdf))
			job_finish(job);
	}
}

/* Hands the next paper over. The time that this takes is not the children's: their deadlines move with it. */
static enum status pool_take(struct pool *pool, struct err *err)
{
	struct job *job = job_at(pool, pool->done);
	int64_t before = clock_ms();
	if (err)
		*err = job->err;
	enum status status = pool->sink->take(pool->sink->user, pool->done, job->status, &job->paper, job->arena, err);
	job_end(job);
	pool->done++;
	int64_t taken = clock_ms() - before;
	for (size_t i = pool->done; i < pool->begun; i++)
		job_at(pool, i)->pdf.deadline += taken;
	return status;
}

static enum status pool_run(struct pool *pool, struct err *err)
{
	enum status status = OK;
	while (!status && pool->done < pool->paths->n) {
		pool_fill(pool);
		pool_pump(pool, job_at(pool, pool->done)->running);
		if (!job_at(pool, pool->done)->running)
			status = pool_take(pool, err);
	}
	for (; pool->done < pool->begun; pool->done++)
		job_end(job_at(pool, pool->done));
	return status;
}

enum status ingest_read_all(const struct paths *paths, int jobs, const struct ingest_sink *sink, struct err *err)
{
	struct arena *arena = arena_new();
	size_t children = jobs < 1 ? 1 : jobs > JOBS_MAX ? JOBS_MAX : (size_t)jobs;
	struct pool pool = {
		.paths = paths, .sink = sink, .children = children, .window = children * AHEAD, .err = err_like(err)};
	pool.ring = arena_alloc(arena, pool.window * sizeof *pool.ring);
	/* Where SIGCHLD is ignored (some service managers), the kernel takes children away before we see how they ended. */
	struct sigaction standard = {.sa_handler = SIG_DFL}, old;
	sigaction(SIGCHLD, &standard, &old);
	enum status status = pool_run(&pool, err);
	sigaction(SIGCHLD, &old, NULL);
	arena_free(arena);
	return status;
}

struct single {
	struct arena *arena;
	struct paper *out;
};

static enum status single_take(void *user, size_t index, enum status status, struct paper *paper, struct arena *arena,
			       struct err *err)
{
	(void)index, (void)arena, (void)err;
	const struct single *single = user;
	if (status)
		return status;
	*single->out = *paper;
	single->out->path = arena_text(single->arena, slice_of(paper->path));
	single->out->text.p = arena_text(single->arena, paper->text);
	return OK;
}

enum status ingest_read(const char *path, struct arena *arena, struct paper *out, struct err *err)
{
	const struct paths paths = {.v = &path, .n = 1};
	struct single single = {arena, out};
	const struct ingest_sink sink = {.take = single_take, .user = &single};
	return ingest_read_all(&paths, 1, &sink, err);
}
