/* derive.c: many items through one worker, and the cases of the packs.
 *
 * Items are sent while answers are read (keeper_step), each as one frame. A worker that ends or is late is replaced; the item that it was at
 * has failed, those behind it are sent again. A rule that does so again and again is given up for the rest, so that one bad rule
 * does not cost its time once an item.
 */
#include "rules/rules_own.h"

#include "rules/assemble.h"
#include "rules/source.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { AHEAD = 64 * 1024, GIVE_UP_AFTER = 5, MESSAGE_MAX = 200 };

struct chain {
	int packs[CHAIN_MAX];
	size_t n;
};

/* The rules that apply to an item. */
struct plan {
	struct rule_place v[CHAIN_MAX * RULES_MAX];
	size_t n;
};

struct derivation {
	struct rules *rules;
	const struct item *items;
	size_t n;
	struct arena *arena;
	struct derived *out;
	struct buf to;
	size_t sent; /* bytes of `to` */
	struct buf from;
	size_t next;     /* the first item that was not sent */
	size_t answered; /* the first item that was not answered */
	bool *skip;      /* items that need not be sent again, by index */
	bool *tried;     /* items with which a worker ended once, by index */
	bool gave_up;    /* a rule was given up: items that wait with the worker are taken back */
	unsigned *spent; /* how often a rule ran out of time, by its index in the list of rules */
};

static struct chain chain_of(const struct rules *rules, const char *body)
{
	struct chain chain = {.n = 0};
	for (int at = rules_pack_of(rules, body); at >= 0 && chain.n < CHAIN_MAX; at = rules->sources.v[at].base)
		chain.packs[chain.n++] = at;
	return chain;
}

/* Whether a pack nearer to the body has a rule of this id. */
static bool rule_is_overruled(const struct rules *rules, const struct chain *chain, size_t depth, const char *id)
{
	for (size_t i = 0; i < depth; i++) {
		const struct pack_report *report = &rules->sources.v[chain->packs[i]].report;
		for (size_t k = 0; k < report->rules.n; k++)
			if (strcmp(report->rules.v[k].id, id) == 0)
				return true;
	}
	return false;
}

static void plan_make(const struct rules *rules, const struct chain *chain, const struct item *item, struct plan *out)
{
	out->n = 0;
	for (size_t i = 0; i < chain->n; i++) {
		const struct pack_report *report = &rules->sources.v[chain->packs[i]].report;
		for (size_t k = 0; k < report->rules.n; k++) {
			const struct rule *rule = &report->rules.v[k];
			if ((rule->applies >> item->kind & 1u) && !rule_is_overruled(rules, chain, i, rule->id))
				out->v[out->n++] = (struct rule_place){chain->packs[i], (int)k};
		}
	}
}

static const struct rule *rule_of(const struct rules *rules, struct rule_place which)
{
	return &rules->sources.v[which.pack].report.rules.v[which.number];
}

static unsigned *spent_of(struct derivation *d, struct rule_place which)
{
	return &d->spent[d->rules->sources.v[which.pack].first + (size_t)which.number];
}

static void failure_add(struct derivation *d, const struct item *item, struct rule_place which, const char *message)
{
	const struct rule *rule = rule_of(d->rules, which);
	struct rule_failure *failure = list_push(d->arena, &d->out->failures);
	failure->item = item->ref;
	failure->message = arena_printf(d->arena, "pack '%s', rule '%s', item '%s': %s", rule->pack, rule->id,
					source_clean(slice_of(item->ref), NAME_MAX_BYTES, d->arena),
					source_clean(slice_of(message), MESSAGE_MAX, d->arena));
}

static void chain_put(struct buf *out, const struct chain *chain)
{
	wire_put_int(out, (int)chain->n);
	for (size_t i = 0; i < chain->n; i++)
		wire_put_int(out, chain->packs[i]);
}

static void place_put(struct buf *out, struct rule_place place)
{
	wire_put_int(out, place.pack);
	wire_put_int(out, place.number);
}

/* The rule whose derive it runs. */
static struct rule_place derives_of(const struct rules *rules, struct rule_place which)
{
	return rules->sources.v[which.pack].derives[which.number];
}

static void item_send(struct derivation *d, const struct chain *chain, const struct plan *plan, const struct item *item)
{
	size_t start = wire_begin(&d->to, FRAME_ITEM);
	chain_put(&d->to, chain);
	wire_put_int(&d->to, (int)plan->n);
	for (size_t i = 0; i < plan->n; i++) {
		place_put(&d->to, derives_of(d->rules, plan->v[i]));
	}
	wire_put_item(&d->to, item);
	wire_end(&d->to, start);
	if (d->to.n - start > FRAME_MAX) {
		d->to.n = start;
		d->skip[d->next] = true;
		failure_add(d, item, plan->v[0], "the item has too many words for a rule to read");
	}
}

/* Whether the rules of an item may still be tried. */
static bool plan_is_hopeful(struct derivation *d, const struct plan *plan, const struct item *item)
{
	for (size_t i = 0; i < plan->n; i++) {
		if (*spent_of(d, plan->v[i]) < GIVE_UP_AFTER)
			continue;
		failure_add(d, item, plan->v[i], "not tried: the rule ran out of time on other items");
		return false;
	}
	return true;
}

static void items_send(struct derivation *d)
{
	struct plan plan;
	if (d->sent == d->to.n)
		d->sent = d->to.n = 0;
	for (; d->next < d->n && d->to.n - d->sent < AHEAD; d->next++) {
		if (d->skip[d->next])
			continue;
		const struct item *item = &d->items[d->next];
		struct chain chain = chain_of(d->rules, item->body);
		plan_make(d->rules, &chain, item, &plan);
		if (plan.n && plan_is_hopeful(d, &plan, item))
			item_send(d, &chain, &plan, item);
		else
			d->skip[d->next] = true;
	}
}

/* The first item that was sent and not answered. */
static void answered_advance(struct derivation *d)
{
	while (d->answered < d->next && d->skip[d->answered])
		d->answered++;
}

static struct assembly assembly_of(const struct rules *rules, const struct chain *chain, struct rule_place which)
{
	struct assembly out = {.rule = rule_of(rules, which)};
	int derives = derives_of(rules, which).pack;
	for (; out.chain.n < chain->n; out.chain.n++) {
		int pack = chain->packs[out.chain.n];
		out.chain.v[out.chain.n] = &rules->sources.v[pack].report;
		out.depth = pack == which.pack ? out.chain.n : out.depth;
		out.derives = pack == derives ? out.chain.n : out.derives;
	}
	return out;
}

/* Rules of one id, each for other days, may count from different days: the first that holds is the one. */
static bool is_derived(const struct derived *out, size_t from, const struct outcome *outcome, const char *rule)
{
	for (size_t i = from; i < out->followups.n; i++)
		if (strcmp(out->followups.v[i].key, outcome->key) == 0 &&
		    strcmp(strrchr(out->followups.v[i].rule, ':') + 1, rule) == 0)
			return true;
	return false;
}

/* What one rule derived from an item; `first` is the first follow-up of the item. */
static void outcomes_take(struct derivation *d, struct reader *in, const struct item *item, const struct chain *chain,
			  struct rule_place which, size_t first)
{
	struct outcomes outcomes = {0};
	struct assembly assembly = assembly_of(d->rules, chain, which);
	const struct rule *rule = assembly.rule;
	bool timed = rule->valid_from != DATE_NONE || rule->valid_to != DATE_NONE;
	wire_get_outcomes(in, item, &assembly.chain, d->arena, &outcomes);
	for (size_t i = 0; i < outcomes.n && !in->bad; i++) {
		const struct outcome *outcome = &outcomes.v[i];
		if (!timed ||
		    (assemble_is_in_force(outcome, item, rule) && !is_derived(d->out, first, outcome, rule->id)))
			assemble_followups(outcome, item, &assembly, d->arena, &d->out->followups);
	}
}

/* Takes the answer to an item. False when it makes no sense. */
static bool answer_take(struct derivation *d, struct reader *in, const struct item *item)
{
	struct plan plan;
	struct chain chain = chain_of(d->rules, item->body);
	plan_make(d->rules, &chain, item, &plan);
	size_t before = d->out->followups.n;
	if (wire_get_int(in) != FRAME_DONE)
		return false;
	for (size_t i = 0; i < plan.n && !in->bad; i++) {
		const char *message = wire_get_text(in);
		if (message) {
			bool spent = wire_get_int(in) != 0;
			*spent_of(d, plan.v[i]) += spent;
			d->gave_up = d->gave_up || (spent && *spent_of(d, plan.v[i]) == GIVE_UP_AFTER);
			d->out->followups.n = before;
			failure_add(d, item, plan.v[i], message);
			break;
		}
		outcomes_take(d, in, item, &chain, plan.v[i], before);
	}
	if (in->bad)
		d->out->followups.n = before;
	return !in->bad;
}

/* Takes all whole frames that came. False when one makes no sense. */
static bool answers_take(struct derivation *d)
{
	size_t taken = 0, size;
	struct reader frame;
	int whole = 0;
	while (taken < d->from.n &&
	       (whole = wire_frame((struct slice){d->from.p + taken, d->from.n - taken}, &frame, &size)) > 0) {
		answered_advance(d);
		if (d->answered == d->next || !answer_take(d, &frame, &d->items[d->answered]))
			return false;
		d->answered++;
		d->rules->frames++;
		taken += size;
	}
	if (taken) {
		memmove(d->from.p, d->from.p + taken, d->from.n - taken);
		d->from.n -= taken;
	}
	return whole >= 0;
}

/* The item that the worker was at when it ended. Those that it answered but could not send are not it. */
static size_t item_at_work(const struct derivation *d)
{
	uint64_t begun = atomic_load(d->rules->keeper.progress) / PROGRESS_RULES;
	size_t at = d->answered;
	for (uint64_t ahead = d->rules->frames + 1; ahead < begun && at + 1 < d->next; ahead++)
		for (at++; at + 1 < d->next && d->skip[at];)
			at++;
	return at;
}

static void item_blame(struct derivation *d, size_t at, const char *message)
{
	struct plan plan;
	struct chain chain = chain_of(d->rules, d->items[at].body);
	plan_make(d->rules, &chain, &d->items[at], &plan);
	size_t rule = (size_t)(atomic_load(d->rules->keeper.progress) % PROGRESS_RULES);
	rule = rule && rule <= plan.n ? rule - 1 : 0;
	if (plan.n) {
		*spent_of(d, plan.v[rule]) += 1;
		failure_add(d, &d->items[at], plan.v[rule], message);
	}
	d->skip[at] = true;
}

/* A new worker goes on with the first item that was not answered. */
static enum status worker_renew(struct derivation *d, struct err *err)
{
	d->gave_up = false;
	d->next = d->answered;
	d->sent = d->to.n = d->from.n = 0;
	return rules_restart(d->rules, err);
}

/* The worker ended or was ended. The item that it was at has failed; if the worker ended for no known reason, when it does so
 * again: it may have been ended from outside. */
static enum status worker_replace(struct derivation *d, const char *message, bool again, struct err *err)
{
	answered_advance(d);
	size_t at = item_at_work(d);
	if (at < d->n && again && !d->tried[at])
		d->tried[at] = true;
	else if (at < d->n)
		item_blame(d, at, message);
	return worker_renew(d, err);
}

static int followup_cmp(const void *a, const void *b)
{
	const struct followup *x = a, *y = b;
	int order = strcmp(x->item, y->item);
	order = order ? order : strcmp(x->rule, y->rule);
	return order ? order : strcmp(x->key, y->key);
}

static enum status derivation_run(struct derivation *d, struct err *err)
{
	enum status status = OK;
	while (!status) {
		items_send(d);
		answered_advance(d);
		if (d->answered == d->n)
			break;
		enum keeper_event event = keeper_step(&d->rules->keeper, &d->to, &d->sent, &d->from);
		if (!answers_take(d))
			status = worker_replace(d, "its answer makes no sense", false, err);
		else if (event == KEEPER_LATE)
			status = worker_replace(d, "it took too long and was ended", false, err);
		else if (event == KEEPER_ENDED)
			status = worker_replace(d, "its process ended", true, err);
		else if (d->gave_up)
			status = worker_renew(d, err);
	}
	return status;
}

enum status rules_derive(struct rules *rules, const struct item *items, size_t n, struct arena *arena,
			 struct derived *out, struct err *err)
{
	struct derived derived = {0};
	struct derivation d = {.rules = rules, .items = items, .n = n, .arena = arena, .out = &derived};
	buf_init(&d.to);
	buf_init(&d.from);
	d.skip = arena_alloc(arena, n * sizeof *d.skip);
	d.tried = arena_alloc(arena, n * sizeof *d.tried);
	d.spent = arena_alloc(arena, rules->list.n * sizeof *d.spent);
	enum status status = derivation_run(&d, err);
	buf_release(&d.to);
	buf_release(&d.from);
	if (status)
		return status;
	if (derived.followups.n)
		qsort(derived.followups.v, derived.followups.n, sizeof *derived.followups.v, followup_cmp);
	*out = derived;
	return OK;
}

static const char *text_clean(const char *text, size_t max, struct arena *arena)
{
	return text ? source_clean(slice_of(text), max, arena) : NULL;
}

static enum status case_ask(struct rules *rules, size_t pack, size_t number, int which, struct arena *arena,
			    struct rule_case *out, struct err *err)
{
	const struct rule *rule = &rules->sources.v[pack].report.rules.v[number];
	struct chain chain = chain_of(rules, rule->pack);
	struct buf to, from;
	struct reader answer;
	buf_init(&to);
	buf_init(&from);
	size_t start = wire_begin(&to, FRAME_CASE);
	chain_put(&to, &chain);
	struct rule_place place = {(int)pack, (int)number};
	place_put(&to, place);
	place_put(&to, derives_of(rules, place));
	wire_put_int(&to, (int)rule->applies_to);
	wire_put_int(&to, (int)rule->applies);
	wire_put_int(&to, rule->valid_from);
	wire_put_int(&to, rule->valid_to);
	wire_put_int(&to, which);
	wire_end(&to, start);
	*out = (struct rule_case){.pack = rule->pack, .rule = rule->id, .number = which};
	struct err failed = err_like(err);
	enum status status = OK;
	if (rules_ask(rules, &to, &from, &answer, &failed)) {
		out->detail = arena_text(arena, slice_of(failed.msg));
		status = rules_restart(rules, err);
	} else {
		bool expected = wire_get_int(&answer) == FRAME_RESULT;
		out->passed = wire_get_int(&answer) == 1 && expected;
		const char *detail = wire_get_text(&answer);
		if (!out->passed)
			out->detail = text_clean(detail ? detail : "its answer makes no sense", MESSAGE_MAX, arena);
		out->given = text_clean(wire_get_text(&answer), CASE_TEXT_MAX, arena);
		out->expect = text_clean(wire_get_text(&answer), CASE_TEXT_MAX, arena);
	}
	buf_release(&from);
	buf_release(&to);
	return status;
}

enum status rules_test(struct rules *rules, struct arena *arena, struct rule_cases *out, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; !status && i < rules->sources.n; i++) {
		const struct pack_source *source = &rules->sources.v[i];
		for (size_t k = 0; !source->replaced && k < source->report.rules.n; k++)
			for (int c = 1; !status && c <= source->report.rules.v[k].cases; c++)
				status = case_ask(rules, i, k, c, arena, list_push(arena, out), err);
	}
	return status;
}

enum status rules_test_rule(struct rules *rules, const struct rule *rule, struct arena *arena, struct rule_cases *out,
			    struct err *err)
{
	size_t source = rules_source_of(rules, rule), number = (size_t)(rule - rules->list.v);
	enum status status = OK;
	for (int c = 1; !status && c <= rule->cases; c++)
		status = case_ask(rules, source, number - rules->sources.v[source].first, c, arena,
				  list_push(arena, out), err);
	return status;
}
