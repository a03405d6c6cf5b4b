/* worker.c: the loop of the jailed process. It reads frames, answers each, and ends when the socket closes or a frame makes no sense.
 *
 * Answers are gathered while more whole frames wait, so that many items cost few system calls; `progress` tells the parent, which
 * would else not know, how far the worker came before it was ended.
 */
#include "rules/engine.h"

#include "rules/jail.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

enum { GATHER = 32 * 1024, READ_SIZE = 64 * 1024, SCRATCH_FRAMES = 64, SMALL_FRAME = 4096 };

struct worker {
	int fd;
	_Atomic uint64_t *progress;
	struct engine *engines[PACKS_MAX];
	struct engine *testers[PACKS_MAX]; /* the same packs with their cases; made when first asked for */
	struct arena *arena;               /* what packs declared: for the life of the worker */
	struct arena *
		scratch; /* what the last few frames needed, if they were small: an arena for each would cost more than many a rule */
	int frames;  /* that used it */
	bool failed; /* a rule, in the last frame */
	struct buf in;
	size_t taken; /* bytes of `in` that were answered */
	struct buf out;
};

static void out_flush(struct worker *worker)
{
	for (size_t done = 0; done < worker->out.n;) {
		ssize_t n = write(worker->fd, worker->out.p + done, worker->out.n - done);
		if (n <= 0)
			_exit(1);
		done += (size_t)n;
	}
	worker->out.n = 0;
}

static void in_fill(struct worker *worker)
{
	char bytes[READ_SIZE];
	if (worker->taken) {
		memmove(worker->in.p, worker->in.p + worker->taken, worker->in.n - worker->taken);
		worker->in.n -= worker->taken;
		worker->taken = 0;
	}
	ssize_t n = read(worker->fd, bytes, sizeof bytes);
	if (n <= 0)
		_exit(0);
	buf_add(&worker->in, bytes, (size_t)n);
}

static void error_put(struct worker *worker, const char *message)
{
	size_t start = wire_begin(&worker->out, FRAME_ERROR);
	wire_put_text(&worker->out, message);
	wire_end(&worker->out, start);
}

static void pack_load(struct worker *worker, struct reader *in)
{
	int number = wire_get_int(in);
	const char *file = wire_get_text(in);
	struct slice source = wire_get_bytes(in);
	struct err err = {0};
	if (in->bad || number < 0 || number >= PACKS_MAX || worker->engines[number] || !file || !source.p)
		_exit(1);
	struct engine *engine = engine_new(worker->arena);
	if (!engine) {
		error_put(worker, "no memory for a rule engine");
		return;
	}
	if (engine_load(engine, file, source, &err)) {
		engine_free(engine);
		error_put(worker, err.msg);
		return;
	}
	worker->engines[number] = engine;
	size_t start = wire_begin(&worker->out, FRAME_PACK);
	wire_put_pack(&worker->out, &engine->report);
	wire_end(&worker->out, start);
}

/* The packs of a chain, from the body's own to the last base. */
static void chain_read(struct worker *worker, struct reader *in, struct run *run)
{
	run->chain_count = wire_get_count(in, CHAIN_MAX);
	for (size_t i = 0; i < run->chain_count; i++) {
		int number = wire_get_int(in);
		if (in->bad || number < 0 || number >= PACKS_MAX || !worker->engines[number])
			_exit(1);
		run->chain[i] = worker->engines[number];
	}
	if (!run->chain_count)
		_exit(1);
}

static struct engine *rule_read(struct worker *worker, struct reader *in, size_t *rule)
{
	int pack = wire_get_int(in), number = wire_get_int(in);
	if (in->bad || pack < 0 || pack >= PACKS_MAX || !worker->engines[pack] || number < 0 ||
	    (size_t)number >= worker->engines[pack]->report.rules.n)
		_exit(1);
	*rule = (size_t)number;
	return worker->engines[pack];
}

/* Answer: for each rule its outcomes, up to the first that fails and its message. */
static void item_derive(struct worker *worker, struct reader *in, struct arena *arena)
{
	struct run run = {0};
	struct item item;
	chain_read(worker, in, &run);
	size_t n = wire_get_count(in, RULES_MAX * CHAIN_MAX);
	struct reader rules = *in;
	for (size_t i = 0; i < 2 * n; i++)
		(void)wire_get_int(in);
	wire_get_item(in, arena, &item);
	if (in->bad)
		_exit(1);
	run.item = &item;
	bool spent = false;
	worker->failed = false;
	size_t start = wire_begin(&worker->out, FRAME_DONE);
	for (size_t i = 0; i < n; i++) {
		size_t rule;
		struct outcomes outcomes = {0};
		struct err err = {0};
		struct engine *engine = rule_read(worker, &rules, &rule);
		atomic_fetch_add(worker->progress, 1);
		if (engine_derive(engine, rule, &run, arena, &outcomes, &err)) {
			wire_put_text(&worker->out, err.msg);
			spent = engine->budget.spent != NULL;
			wire_put_int(&worker->out, spent);
			worker->failed = true;
			break;
		}
		wire_put_text(&worker->out, NULL);
		wire_put_outcomes(&worker->out, &outcomes);
	}
	wire_end(&worker->out, start);
	if (spent)
		out_flush(worker); /* the parent may want to give the rule up */
}

/* What was loaded once is loaded again. */
static struct engine *tester_of(struct worker *worker, const struct engine *engine)
{
	size_t number = 0;
	struct err err = {0};
	while (worker->engines[number] != engine)
		number++;
	if (!worker->testers[number]) {
		struct engine *tester = engine_new(worker->arena);
		if (!tester)
			_exit(1);
		tester->keeps_cases = true;
		if (engine_load(tester, engine->file, engine->source, &err))
			_exit(1);
		worker->testers[number] = tester;
	}
	return worker->testers[number];
}

static void case_answer(struct worker *worker, struct reader *in, struct arena *arena)
{
	struct run run = {0};
	struct case_asked asked = {0};
	chain_read(worker, in, &run);
	for (size_t i = 0; i < run.chain_count; i++)
		run.chain[i] = tester_of(worker, run.chain[i]);
	asked.engine = tester_of(worker, rule_read(worker, in, &asked.rule));
	asked.derives = tester_of(worker, rule_read(worker, in, &asked.derive));
	int kind = wire_get_int(in);
	asked.applies = (unsigned)wire_get_int(in);
	asked.valid_from = wire_get_int(in);
	asked.valid_to = wire_get_int(in);
	asked.number = wire_get_int(in);
	if (in->bad || kind < 0 || kind >= ITEM_KIND_COUNT)
		_exit(1);
	asked.kind = (enum item_kind)kind;
	struct case_result result = case_run(&asked, &run, arena);
	size_t start = wire_begin(&worker->out, FRAME_RESULT);
	wire_put_int(&worker->out, result.passed);
	wire_put_text(&worker->out, result.detail);
	wire_put_text(&worker->out, result.given);
	wire_put_text(&worker->out, result.expect);
	wire_end(&worker->out, start);
}

/* After a frame that may have taken much. */
static void scratch_drop(struct worker *worker)
{
	arena_free(worker->scratch);
	worker->scratch = NULL;
	worker->frames = 0;
}

static void frame_answer(struct worker *worker, struct reader *in)
{
	size_t before = worker->out.n, asked = in->n;
	if (!worker->scratch)
		worker->scratch = arena_new();
	struct arena *arena = worker->scratch;
	int type = wire_get_int(in);
	atomic_store(worker->progress, (atomic_load(worker->progress) / PROGRESS_RULES + 1) * PROGRESS_RULES);
	if (type == FRAME_LOAD)
		pack_load(worker, in);
	else if (type == FRAME_ITEM)
		item_derive(worker, in, arena);
	else if (type == FRAME_CASE)
		case_answer(worker, in, arena);
	else
		_exit(1);
	if (++worker->frames == SCRATCH_FRAMES || type != FRAME_ITEM || worker->failed ||
	    asked + worker->out.n - before > SMALL_FRAME)
		scratch_drop(worker);
}

void worker_run(int fd, _Atomic uint64_t *progress)
{
	static struct worker worker; /* the process has one, and it lasts as long */
	worker = (struct worker){.fd = fd, .progress = progress, .arena = arena_new()};
	for (;;) {
		struct reader frame;
		size_t size;
		struct slice rest = {worker.in.p + worker.taken, worker.in.n - worker.taken};
		int whole = worker.in.n ? wire_frame(rest, &frame, &size) : 0;
		if (whole < 0)
			_exit(1);
		if (whole)
			frame_answer(&worker, &frame);
		worker.taken += whole ? size : 0;
		if (!whole || worker.out.n > GATHER)
			out_flush(&worker);
		if (!whole)
			in_fill(&worker);
	}
}
