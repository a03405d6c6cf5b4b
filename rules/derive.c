/* derive.c: many items through one worker, and the cases of the packs.
 *
 * Items are sent while answers are read (keeper_step), each as one frame. A worker that ends, is late or answers nonsense is replaced, and
 * what it did not answer is sent again. The item that it was at has failed. Of one that was late that is known by its own count;
 * else nothing that it said counts any more, and the items that were under way are sent one by one, so that the next time tells
 * whose fault it is. A rule that is late again and again is given up for the rest, so that one bad rule does not cost its time
 * once an item.
 */
#include "rules/rules_own.h"

#include "rules/assemble.h"
#include "rules/source.h"

#include "hash/sha256.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { AHEAD = 256 * 1024, GIVE_UP_AFTER = 5, MESSAGE_MAX = 200, STARTS = 4 };
#define ANSWER_MAX ((size_t)2 * 1024 * 1024) /* more than any rule has to say */

struct derivation {
	struct rules *rules;
	const struct item *items;
	size_t n;
	struct outcome_mark *marks; /* NULL: all is made */
	struct arena *arena;
	struct buf to;
	size_t sent; /* bytes of `to` */
	struct buf from;
	size_t next;     /* the first item that was not sent */
	size_t answered; /* the first item that was not answered */
	size_t careful;  /* up to this one, items are sent one by one */
	bool *skip;      /* items that need not be sent again, by index */
	bool *tried;     /* items with which a worker ended once, by index */
	bool gave_up;    /* a rule was given up: items that wait with the worker are taken back */
	struct derived derived;
};

static struct chain chain_of(const struct rules *rules, int pack)
{
	struct chain chain = {.n = 0};
	for (int at = pack; at >= 0 && chain.n < CHAIN_MAX; at = rules->sources.v[at].base)
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

/* The rule whose derive it runs. */
static struct rule_place derives_of(const struct rules *rules, struct rule_place which)
{
	return rules->sources.v[which.pack].derives[which.number];
}

static struct plan_rule plan_rule_of(const struct rules *rules, const struct chain *chain, struct rule_place which)
{
	const struct rule *rule = &rules->sources.v[which.pack].report.rules.v[which.number];
	struct plan_rule out = {.place = which, .derives = derives_of(rules, which), .assembly.rule = rule};
	struct assembly *assembly = &out.assembly;
	for (size_t i = 0; i < chain->n; i++) {
		assembly->chain.v[assembly->chain.n++] = &rules->sources.v[chain->packs[i]].report;
		assembly->depth = chain->packs[i] == which.pack ? i : assembly->depth;
		assembly->derives = chain->packs[i] == out.derives.pack ? i : assembly->derives;
	}
	out.timed = rule->valid_from != DATE_NONE || rule->valid_to != DATE_NONE;
	return out;
}

static void plan_fill(const struct rules *rules, int pack, enum item_kind kind, struct plan *out)
{
	const struct chain *chain = &out->chain;
	out->chain = chain_of(rules, pack);
	for (size_t i = 0; i < chain->n; i++) {
		const struct pack_report *report = &rules->sources.v[chain->packs[i]].report;
		for (size_t k = 0; k < report->rules.n; k++) {
			const struct rule *rule = &report->rules.v[k];
			if ((rule->applies >> kind & 1u) && !rule_is_overruled(rules, chain, i, rule->id))
				*list_push(rules->arena, out) =
					plan_rule_of(rules, chain, (struct rule_place){chain->packs[i], (int)k});
		}
	}
}

static const struct plan *plan_of(struct rules *rules, const struct item *item)
{
	static const struct plan none;
	int pack = rules_pack_of(rules, item->body);
	if (pack < 0)
		return &none;
	if (!rules->plans)
		rules->plans = arena_alloc(rules->arena, rules->sources.n * sizeof *rules->plans);
	struct plans *plans = &rules->plans[pack];
	if (!plans->known[item->kind])
		plan_fill(rules, pack, item->kind, &plans->of[item->kind]);
	plans->known[item->kind] = true;
	return &plans->of[item->kind];
}

static unsigned *spent_of(struct derivation *d, const struct plan_rule *which)
{
	return &d->rules->spent[d->rules->sources.v[which->place.pack].first + (size_t)which->place.number];
}

static void failure_add(struct derivation *d, const struct item *item, const struct plan_rule *which,
			const char *message)
{
	const struct rule *rule = which->assembly.rule;
	struct rule_failure *failure = list_push(d->arena, &d->derived.failures);
	if (d->marks)
		d->marks[item - d->items].outcome[0] = '\0';
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

static void item_send(struct derivation *d, const struct plan *plan, const struct item *item)
{
	size_t start = wire_begin(&d->to, FRAME_ITEM);
	chain_put(&d->to, &plan->chain);
	wire_put_int(&d->to, (int)plan->n);
	for (size_t i = 0; i < plan->n; i++)
		place_put(&d->to, plan->v[i].derives);
	wire_put_item(&d->to, item);
	wire_end(&d->to, start);
	if (d->to.n - start > FRAME_MAX) {
		d->to.n = start;
		d->skip[d->next] = true;
		failure_add(d, item, &plan->v[0], "the item has too many words for a rule to read");
	}
}

/* Whether the rules of an item may still be tried. */
static bool plan_is_hopeful(struct derivation *d, const struct plan *plan, const struct item *item)
{
	for (size_t i = 0; i < plan->n; i++) {
		if (*spent_of(d, &plan->v[i]) < GIVE_UP_AFTER)
			continue;
		failure_add(d, item, &plan->v[i], "not tried: the rule ran out of time on other items");
		return false;
	}
	return true;
}

/* The first item that was sent and not answered. */
static void answered_advance(struct derivation *d)
{
	while (d->answered < d->next && d->skip[d->answered])
		d->answered++;
}

static bool may_send(struct derivation *d)
{
	answered_advance(d);
	return d->answered < d->careful ? d->answered == d->next : d->to.n - d->sent < AHEAD;
}

/* The item, the packs and the answer decide what is made of it. */
static void outcome_mark(const struct rules *rules, const struct plan *plan, const char *facts, struct slice answer,
			 char out[SHA256_TEXT])
{
	/* Raised with every change by which the same answer is made into something else. */
	enum { ASSEMBLY_VERSION = 1 };
	struct buf all;
	buf_init(&all);
	buf_printf(&all, "%d %s", ASSEMBLY_VERSION, facts);
	for (size_t i = 0; i < plan->chain.n; i++)
		buf_add_text(&all, rules->sources.v[plan->chain.packs[i]].report.pack.sha256);
	buf_add(&all, answer.p, answer.n);
	sha256_text(all.p, all.n, out);
	buf_release(&all);
}

/* Marks what the item gives now; whether that is what it gave before. */
static bool answer_mark(struct derivation *d, const struct plan *plan, struct slice answer, size_t at)
{
	char now[SHA256_TEXT];
	if (!d->marks)
		return false;
	outcome_mark(d->rules, plan, d->marks[at].facts, answer, now);
	d->marks[at].same = strcmp(d->marks[at].outcome, now) == 0;
	memcpy(d->marks[at].outcome, now, sizeof now);
	return d->marks[at].same;
}

static void items_send(struct derivation *d)
{
	if (d->sent == d->to.n)
		d->sent = d->to.n = 0;
	for (; d->next < d->n && may_send(d); d->next++) {
		if (d->skip[d->next])
			continue;
		const struct item *item = &d->items[d->next];
		const struct plan *plan = plan_of(d->rules, item);
		if (!plan->n)
			answer_mark(d, plan, SLICE(""), d->next);
		if (plan->n && plan_is_hopeful(d, plan, item))
			item_send(d, plan, item);
		else
			d->skip[d->next] = true;
	}
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
static void outcomes_take(struct derivation *d, struct reader *in, const struct item *item,
			  const struct plan_rule *which, size_t first)
{
	struct outcomes outcomes = {0};
	const struct assembly *assembly = &which->assembly;
	wire_get_outcomes(in, item, &assembly->chain, d->arena, &outcomes);
	for (size_t i = 0; i < outcomes.n && !in->bad; i++) {
		const struct outcome *outcome = &outcomes.v[i];
		if (!which->timed || (assemble_is_in_force(outcome, item, assembly->rule) &&
				      !is_derived(&d->derived, first, outcome, assembly->rule->id)))
			assemble_followups(outcome, item, assembly, d->arena, &d->derived.followups);
	}
}

/* Takes the answer to an item. False when it makes no sense. */
static bool answer_take(struct derivation *d, struct reader *in, size_t at)
{
	const struct item *item = &d->items[at];
	const struct plan *plan = plan_of(d->rules, item);
	size_t before = d->derived.followups.n;
	if (answer_mark(d, plan, (struct slice){in->p, in->n}, at))
		return true;
	if (wire_get_int(in) != FRAME_DONE)
		return false;
	for (size_t i = 0; i < plan->n && !in->bad; i++) {
		const char *message = wire_get_text(in);
		if (message && !*message)
			return false;
		if (message) {
			unsigned *spent = spent_of(d, &plan->v[i]);
			bool more = wire_get_int(in) != 0;
			*spent += more;
			d->gave_up = d->gave_up || (more && *spent == GIVE_UP_AFTER);
			d->derived.followups.n = before;
			failure_add(d, item, &plan->v[i], message);
			break;
		}
		outcomes_take(d, in, item, &plan->v[i], before);
	}
	if (in->bad)
		d->derived.followups.n = before;
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
		if (d->answered == d->next || !answer_take(d, &frame, d->answered))
			return false;
		d->answered++;
		d->rules->frames++;
		taken += size;
	}
	if (taken) {
		memmove(d->from.p, d->from.p + taken, d->from.n - taken);
		d->from.n -= taken;
	}
	return whole >= 0 && d->from.n <= ANSWER_MAX;
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
	const struct plan *plan = plan_of(d->rules, &d->items[at]);
	size_t rule = (size_t)(atomic_load(d->rules->keeper.progress) % PROGRESS_RULES);
	rule = rule && rule <= plan->n ? rule - 1 : 0;
	if (plan->n) {
		*spent_of(d, &plan->v[rule]) += 1;
		failure_add(d, &d->items[at], &plan->v[rule], message);
	}
	d->skip[at] = true;
}

/* A new worker goes on with the first item that was not answered. One that is ended from outside before it has its packs is tried again. */
static enum status worker_renew(struct derivation *d, struct err *err)
{
	enum status status = E_RULE;
	d->gave_up = false;
	d->next = d->answered;
	d->sent = d->to.n = d->from.n = 0;
	for (int i = 0; status == E_RULE && i < STARTS; i++)
		status = rules_restart(d->rules, err);
	return status;
}

/* The worker was late, or answered nonsense, or it ended: then it may have been ended from outside, and an item fails only when a
 * worker ends twice at it. */
static enum status worker_replace(struct derivation *d, enum keeper_event event, const char *message, struct err *err)
{
	answered_advance(d);
	bool alone = d->next == d->answered + 1;
	size_t at = alone ? d->answered : item_at_work(d);
	bool again = at < d->n && d->tried[at];
	if (at < d->n)
		d->tried[at] = true;
	if (at < d->n && (event == KEEPER_LATE || (alone && (again || event == KEEPER_MOVED))))
		item_blame(d, at, message);
	else
		d->careful = d->next;
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
			status = worker_replace(d, KEEPER_MOVED, "its answer makes no sense", err);
		else if (event == KEEPER_LATE)
			status = worker_replace(d, event, "it took too long and was ended", err);
		else if (event == KEEPER_ENDED)
			status = worker_replace(d, event, "its process ended", err);
		else if (d->gave_up)
			status = worker_renew(d, err);
	}
	return status;
}

struct derivation *rules_derive_begin(struct rules *rules, const struct item *items, size_t n,
				      const struct outcome_marks *marks, struct arena *arena)
{
	struct derivation *d = arena_alloc(arena, sizeof *d);
	*d = (struct derivation){.rules = rules, .items = items, .n = n, .arena = arena};
	d->marks = marks ? marks->v : NULL;
	buf_init(&d->to);
	buf_init(&d->from);
	d->skip = arena_alloc(arena, n * sizeof *d->skip);
	d->tried = arena_alloc(arena, n * sizeof *d->tried);
	if (!rules->spent)
		rules->spent = arena_alloc(rules->arena, rules->list.n * sizeof *rules->spent);
	items_send(d);
	keeper_send(&rules->keeper, &d->to, &d->sent);
	return d;
}

enum status rules_derive_end(struct derivation *d, struct derived *out, struct err *err)
{
	enum status status = derivation_run(d, err);
	buf_release(&d->to);
	buf_release(&d->from);
	if (status)
		return status;
	if (d->derived.followups.n)
		qsort(d->derived.followups.v, d->derived.followups.n, sizeof *d->derived.followups.v, followup_cmp);
	*out = d->derived;
	return OK;
}

enum status rules_derive(struct rules *rules, const struct item *items, size_t n, struct arena *arena,
			 struct derived *out, struct err *err)
{
	return rules_derive_end(rules_derive_begin(rules, items, n, NULL, arena), out, err);
}

static const char *text_clean(const char *text, size_t max, struct arena *arena)
{
	return text ? source_clean(slice_of(text), max, arena) : NULL;
}

static enum status case_ask(struct rules *rules, size_t pack, size_t number, int which, struct arena *arena,
			    struct rule_case *out, struct err *err)
{
	const struct rule *rule = &rules->sources.v[pack].report.rules.v[number];
	struct chain chain = chain_of(rules, rules_pack_of(rules, rule->pack));
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
