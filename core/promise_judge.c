/* promise_judge.c: the weights, and how a sentence collects evidence.
 *
 * Each verb that can be an act is looked at. What governs its form (promise_grammar.c) decides whether it is promised,
 * expected, asked or past: an infinitive is governed by "zal" or "wil", one with "te" by "verwacht" or "verzoekt", a
 * participle by "wordt" or "is", and a finite verb governs itself. A pledge ("zeg toe") governs whatever act is named beside it.
 */
#include "core/promise_judge.h"
#include "core/promise_grammar.h"

#include <assert.h>

enum { THRESHOLD = 7 };

/* A sentence passes with a clear future by a holder (4 + 2) and any act, or with a passive or an expectation (3) of an act
 * toward the council (4). What speaks against costs more than any of these gives alone. */
static const struct {
	int weight;
	const char *text;
} weights[] = {
	[EV_PLEDGE_NOW] = {12, "says the word: 'zeg toe'"},           /* outweighs a condition and a vague act */
	[EV_PLEDGE_ABLE] = {5, "can, will or wants to say the word"}, /* often an offer: a condition outweighs it */
	[EV_PLEDGE_OPEN] = {6, "recalls a promise of its own"},
	[EV_PLEDGE_OTHER] = {1, "a promise of another is told"}, /* in a list of promises it comes with its act */
	[EV_FUTURE] = {4, "future"},
	[EV_EXPECTED] = {3, "expected or aimed at"},
	[EV_WISH] = {2, "wanted"},
	[EV_PASSIVE] = {3, "passive, present tense"},
	[EV_PRESENT] = {1, "present tense"}, /* mostly tells what is being done */
	[EV_MOVES] = {3, "a paper goes to the council"},
	[EV_RECEIVES] = {3, "the council receives"},
	[EV_TO_COUNCIL] = {4, "an act toward the council"},
	[EV_OWN] = {2, "an act of its own"},
	[EV_LIGHT] = {1, "something is done"},
	[EV_OBJECT] = {2, "what is done is named"},
	[EV_HOLDER] = {2, "the executive is the subject"},
	[EV_NO_HOLDER] = {-4, "the executive is not the subject"},
	[EV_AHEAD] = {1, "a moment to come"},
	[EV_NO_TIME] = {-2, "no tie to a later time"},
	[EV_NEGATED] = {-8, "denied"},
	[EV_CONDITION] = {-6, "on a condition"},
	[EV_PROCESS] = {-5, "standing practice"},
	[EV_THIS_PAPER] = {-9, "this paper does it"},
	[EV_FULFILLED] = {-9, "kept by this paper"},
	[EV_RECALL] = {-9, "a promise of elsewhere is recalled"},
	[EV_TORN] = {-5, "an item of a list"},
};
static_assert(ARRAY_SIZE(weights) == EV_COUNT, "each evidence has its weight");

const char *evidence_to_text(enum evidence evidence)
{
	return weights[evidence].text;
}

#define HAS(i, c) ((r->v[i].classes & (c)) != 0)

static void evidence_add(struct verdict *v, enum evidence evidence)
{
	v->evidence |= (uint32_t)1 << evidence;
}

static void evidence_weigh(struct verdict *v)
{
	v->score = 0;
	for (int e = 0; e < EV_COUNT; e++)
		if (v->evidence >> e & 1)
			v->score += weights[e].weight;
	v->found = v->score >= THRESHOLD;
}

/* One way to read the sentence: a verb, or a task ("in gesprek") when `verb` is NULL, and the word that governs it. */
struct act {
	size_t at;
	size_t governor;
	const struct verb_row *verb;
	bool passive;
	bool finite;
};

/* How a governor presents its act; false when it promises nothing. */
static bool mode_add(const struct reading *r, size_t g, bool passive, struct verdict *v)
{
	if (g == NONE || HAS(g, C_PAST | C_UNREAL | C_DUTY | C_REQUEST))
		return false;
	bool hedges = HAS(g, C_HEDGE | C_PLAN);
	v->hedged |= (hedges && !reading_is(r, g, "bereid")) || HAS(g, C_WISH);
	evidence_add(v, hedges ? EV_EXPECTED : HAS(g, C_WISH) ? EV_WISH : passive ? EV_PASSIVE : EV_FUTURE);
	return true;
}

#define BARE_GOVERNORS_OF_TASK (C_FUTURE | C_WISH | C_DUTY | C_UNREAL | C_REQUEST | C_PAST)
#define TE_GOVERNORS           (C_HEDGE | C_PLAN | C_REQUEST | C_DUTY)

static bool infinitive_add(const struct reading *r, const struct verb_use *use, struct act *act, struct verdict *v)
{
	size_t te = grammar_te(r, act->at);
	size_t before = te != NONE ? te : act->at;
	bool parted = before > 0 && use->verb->particle && reading_is(r, before - 1, use->verb->particle);
	if (use->form == USE_BASE ? !parted : te != NONE && use->verb->particle)
		return false;
	if (te != NONE) {
		act->governor = grammar_back(r, te, 0, TE_GOVERNORS);
		return mode_add(r, act->governor, false, v);
	}
	if (use->verb->reach == REACH_RECEIVE) { /* "kunt u verwachten" */
		act->governor = grammar_back(r, act->at, 0, C_MODAL | C_FUTURE | C_PAST | C_WISH | C_UNREAL);
		return act->governor != NONE && r->v[act->governor].classes & (C_MODAL | C_FUTURE);
	}
	act->governor = grammar_of_bare(r, act->at);
	bool plural = (act->at > 0 && r->v[act->at - 1].classes & (C_FIRST | C_ROLE)) ||
		      (act->at + 1 < r->n && r->v[act->at + 1].classes & C_FIRST);
	if (act->governor == NONE && plural) { /* "informeren wij u" */
		act->governor = act->at;
		act->finite = true;
		evidence_add(v, EV_PRESENT);
		return true;
	}
	return mode_add(r, act->governor, false, v);
}

/* Finds what governs the act and what that makes of it; false when it is none. */
static bool act_add_mode(const struct reading *r, const struct verb_use *use, struct act *act, struct verdict *v)
{
	switch (use->form) {
	case USE_INFINITIVE:
	case USE_BASE:
		return infinitive_add(r, use, act, v);
	case USE_PARTICIPLE:
		act->governor = grammar_of_participle(r, act->at, &act->passive);
		if (!mode_add(r, act->governor, act->passive, v))
			return false;
		act->passive = true;
		return true;
	case USE_FINITE:
		if (use->verb->particle && !grammar_has_particle(r, act->at, use->verb->particle))
			return false;
		break;
	case USE_FINITE_JOINED:
		break;
	}
	act->governor = act->at;
	act->finite = true;
	evidence_add(v, EV_PRESENT);
	return true;
}

/* "in gesprek" is an act where somebody goes or wants to, or expects to go. */
static bool task_add_mode(const struct reading *r, struct act *act, struct verdict *v)
{
	size_t end = grammar_clause_end(r, act->at);
	for (size_t i = act->at + 1; i < end && i < act->at + 5; i++)
		if (reading_is(r, i, "te")) {
			act->governor = grammar_back(r, act->at, 0, TE_GOVERNORS);
			return mode_add(r, act->governor, false, v);
		}
	act->governor = grammar_back(r, act->at, grammar_clause_start(r, act->at), BARE_GOVERNORS_OF_TASK);
	for (size_t i = act->at + 1; act->governor == NONE && i < end && i < act->at + 4; i++)
		if (HAS(i, C_FUTURE))
			act->governor = i;
	return mode_add(r, act->governor, false, v);
}

static void act_set_range(const struct reading *r, const struct act *act, struct verdict *v)
{
	size_t first = act->governor < act->at ? act->governor : act->at;
	size_t last = act->governor < act->at ? act->at : act->governor;
	v->from = grammar_clause_start(r, first);
	v->to = grammar_clause_end(r, last);
	v->verb = act->at;
}

/* The council within the act's part of the sentence. */
static size_t find_council(const struct reading *r, const struct verdict *v)
{
	size_t named = grammar_back(r, v->to, v->from, C_COUNCIL);
	return named != NONE ? named : grammar_back(r, v->to, v->from, C_YOU | C_SENT);
}

/* What the act is about or delivers: the nearest before the verb, else behind it; nothing that only is the topic ("over"). */
static size_t find_object(const struct reading *r, const struct verdict *v)
{
	size_t found = NONE;
	for (size_t i = v->from; i < v->to; i++) {
		if (i == v->verb || !HAS(i, C_OBJECT | C_TASK))
			continue;
		if (grammar_back(r, i, i > 3 ? i - 3 : 0, C_PREP) != NONE &&
		    grammar_back(r, i, v->from, C_PREP) != NONE &&
		    reading_is(r, grammar_back(r, i, v->from, C_PREP), "over"))
			continue;
		if (found == NONE || r->v[found].form == FORM_OTHER)
			found = i;
	}
	return found;
}

static bool is_delivered(enum promise_form form)
{
	return form == FORM_REPORT || form == FORM_LETTER || form == FORM_PROPOSAL;
}

/* "komt naar de raad", "komt met een brief". */
static bool move_add(const struct reading *r, size_t object, struct verdict *v)
{
	size_t council = find_council(r, v);
	bool towards = council != NONE && grammar_back(r, council, council > 3 ? council - 3 : 0, C_TO) != NONE;
	bool decides = grammar_back(r, v->to, v->from, C_DECIDE) != NONE;
	bool with = object != NONE && grammar_back(r, object, object > 4 ? object - 4 : 0, C_TO) != NONE;
	if (!towards && !decides && !with)
		return false;
	evidence_add(v, EV_TO_COUNCIL);
	if (towards || decides)
		evidence_add(v, EV_MOVES);
	return true;
}

/* "ontvangt u", "de Kamer krijgt": the council is the subject, so it stands close and without preposition. */
static bool receive_add(const struct reading *r, const struct act *act, struct verdict *v)
{
	size_t g = act->governor;
	size_t from = g > 3 ? g - 3 : 0, to = g + 4 < r->n ? g + 4 : r->n;
	for (size_t i = from; i < to; i++) {
		if (!HAS(i, C_COUNCIL | C_YOU) || (i > 1 && HAS(i - 1, C_PREP)) || (i > 2 && HAS(i - 2, C_PREP)))
			continue;
		evidence_add(v, EV_RECEIVES);
		evidence_add(v, EV_TO_COUNCIL);
		return true;
	}
	return false;
}

/* What the verb reaches; false when it is no act that can be promised. */
static bool act_add_reach(const struct reading *r, const struct act *act, struct verdict *v)
{
	size_t object = find_object(r, v);
	if (!act->verb) {
		evidence_add(v, EV_LIGHT);
		evidence_add(v, EV_OBJECT);
		return true;
	}
	bool council = find_council(r, v) != NONE || grammar_back(r, v->to, v->from, C_DECIDE) != NONE;
	switch (act->verb->reach) {
	case REACH_COUNCIL:
		if (council)
			evidence_add(v, EV_TO_COUNCIL);
		return council;
	case REACH_SELF:
		evidence_add(v, EV_TO_COUNCIL);
		return true;
	case REACH_RECEIVE:
		return receive_add(r, act, v);
	case REACH_MOVE:
		return move_add(r, object, v);
	case REACH_OWN:
		evidence_add(v, EV_OWN);
		return true;
	case REACH_LIGHT:
		evidence_add(v, EV_LIGHT);
		if (object != NONE)
			evidence_add(v, council && is_delivered(r->v[object].form) ? EV_TO_COUNCIL : EV_OBJECT);
		return object != NONE;
	}
	return false;
}

/* Whether a passive names somebody else as the one who acts: "door de provincie". */
static bool has_other_agent(const struct reading *r, const struct verdict *v, size_t *role)
{
	for (size_t i = v->from; i + 1 < v->to; i++) {
		if (!reading_is(r, i, "door") || reading_is(r, i + 1, "middel") || reading_is(r, i + 1, "te"))
			continue;
		size_t end = i + 4 < v->to ? i + 4 : v->to;
		for (size_t k = i + 1; k < end; k++) {
			if (HAS(k, C_ROLE)) {
				*role = k;
				return HAS(k - 1, C_LATE);
			}
			if (HAS(k, C_FIRST) || reading_is(r, k, "mij") || reading_is(r, k, "ons"))
				return false;
		}
		return reading_is(r, i + 1, "de") || reading_is(r, i + 1, "het") || reading_is(r, i + 1, "een");
	}
	return false;
}

/* Who acts. A passive, a paper that moves and a plan without a holder are said by the author, who is the executive. */
static void act_add_holder(const struct reading *r, const struct act *act, const struct bench *bench, struct verdict *v)
{
	size_t at = NONE;
	bool impersonal = act->passive || v->evidence & 1u << EV_RECEIVES || HAS(act->governor, C_PLAN);
	if (impersonal) {
		if (has_other_agent(r, v, &at) || (bench->named_only && at == NONE))
			evidence_add(v, EV_NO_HOLDER);
		v->role = at == NONE ? NULL : r->v[at].name;
		return;
	}
	enum subject subject = grammar_subject(r, act->governor, &at);
	bool dropped = act->finite && subject == SUBJECT_NONE && act->at > 0 && v->evidence & 1u << EV_TO_COUNCIL &&
		       act->verb && act->verb->first && reading_is(r, act->at, act->verb->first) &&
		       strcmp(act->verb->first, act->verb->third) != 0; /* "en informeer de Kamer" */
	if (subject == SUBJECT_ROLE || (!bench->named_only && (subject == SUBJECT_AUTHOR || dropped)))
		evidence_add(v, EV_HOLDER);
	else if (!(v->evidence & 1u << EV_MOVES) || subject == SUBJECT_OTHER || bench->named_only)
		evidence_add(v, EV_NO_HOLDER);
	v->role = subject == SUBJECT_ROLE ? r->v[at].name : NULL;
}

static bool is_negated(const struct reading *r, const struct act *act, const struct verdict *v)
{
	size_t end = act->finite ? v->to : act->at > act->governor ? act->at : act->governor;
	size_t start =
		act->governor < act->at ? grammar_clause_start(r, act->governor) : grammar_clause_start(r, act->at);
	size_t not = grammar_back(r, end, start, C_NOT);
	return not != NONE && grammar_back(r, not, start, C_SUB) == NONE;
}

/* What speaks against an act, and whether it lies ahead. */
static void act_add_rest(const struct reading *r, const struct act *act, const struct bench *bench, struct verdict *v)
{
	const uint32_t told = 1u << EV_PRESENT | 1u << EV_PASSIVE | 1u << EV_RECEIVES;
	if (is_negated(r, act, v))
		evidence_add(v, EV_NEGATED);
	if (r->classes & C_IF)
		evidence_add(v, EV_CONDITION);
	if (grammar_back(r, v->to, v->from, C_PROCESS) != NONE)
		evidence_add(v, EV_PROCESS);
	if (r->classes & C_THIS_PAPER || (r->classes & C_HERE && v->evidence & told))
		evidence_add(v, EV_THIS_PAPER);
	if (bench->ahead)
		evidence_add(v, EV_AHEAD);
	else if (v->evidence & 1u << EV_PRESENT && !(r->classes & C_EVENT))
		evidence_add(v, EV_NO_TIME);
}

/* Who is told, and whether doubt is said. "De planning" is a hedge only where it is no topic. */
static void verdict_add_manner(const struct reading *r, struct verdict *v)
{
	size_t council = find_council(r, v);
	if (council == NONE || !r->v[council].name)
		council = grammar_back(r, r->n, 0, C_COUNCIL);
	v->addressee = council == NONE ? NULL : r->v[council].name;
	for (size_t i = 0; i < r->n; i++)
		if (i != v->verb && HAS(i, C_UNSURE) && !HAS(i, C_WISH))
			v->hedged = true;
}

static enum promise_form form_of(const struct reading *r, const struct act *act, const struct verdict *v)
{
	size_t object = find_object(r, v);
	enum promise_form named = object == NONE ? FORM_OTHER : r->v[object].form;
	if (!act->verb || act->verb->reach == REACH_LIGHT)
		return named;
	if (act->verb->reach == REACH_OWN || act->verb->form == FORM_PROPOSAL || act->verb->form == FORM_LETTER ||
	    reading_is(r, act->at, "informeren") || reading_is(r, act->at, "geinformeerd"))
		return act->verb->form;
	if (grammar_back(r, v->to, v->from, C_DECIDE) != NONE)
		return FORM_PROPOSAL;
	if (named == FORM_LETTER || named == FORM_PROPOSAL || named == FORM_EVALUATION)
		return named;
	return act->verb->form;
}

/* The better of two readings that count: the one with the date, then the one toward the council, then the heavier. */
static bool is_better(const struct reading *r, const struct bench *bench, const struct verdict *a,
		      const struct verdict *b)
{
	if (a->found != b->found)
		return a->found;
	if (a->found && bench->date != SIZE_MAX) {
		bool dated_a = r->v[a->from].start <= bench->date && bench->date < r->v[a->to - 1].end;
		bool dated_b = r->v[b->from].start <= bench->date && bench->date < r->v[b->to - 1].end;
		if (dated_a != dated_b)
			return dated_a;
	}
	bool council_a = a->evidence >> EV_TO_COUNCIL & 1, council_b = b->evidence >> EV_TO_COUNCIL & 1;
	return a->found && council_a != council_b ? council_a : a->score > b->score;
}

/* Weighs one act and keeps it when it is better than what is there. A pledge governs the act, whatever its form. */
static void act_weigh(const struct reading *r, const struct verb_use *use, size_t at, const struct bench *bench,
		      const struct verdict *pledge, struct verdict *best)
{
	struct act act = {.at = at, .verb = use ? use->verb : NULL, .governor = at};
	struct verdict v = {0};
	bool governed = use ? act_add_mode(r, use, &act, &v) : task_add_mode(r, &act, &v);
	if (!governed && !pledge)
		return;
	if (!governed) {
		v = (struct verdict){0};
		act = (struct act){.at = at, .verb = act.verb, .governor = at};
	}
	act_set_range(r, &act, &v);
	if (!act_add_reach(r, &act, &v))
		return;
	if (governed)
		act_add_holder(r, &act, bench, &v);
	act_add_rest(r, &act, bench, &v);
	verdict_add_manner(r, &v);
	v.form = form_of(r, &act, &v);
	if (pledge) {
		v.evidence |= pledge->evidence;
		v.evidence &=
			~(1u << EV_NO_HOLDER | 1u << EV_NO_TIME | 1u << EV_NEGATED | 1u << EV_PROCESS | 1u << EV_TORN);
		v.role = pledge->role ? pledge->role : v.role;
	} else if (r->small) {
		evidence_add(&v, EV_TORN);
	}
	evidence_weigh(&v);
	if (is_better(r, bench, &v, best))
		*best = v;
}

/* "zeg ... toe", "kan toezeggen", "heb toegezegd": what kind of pledge the word at `i` makes; EV_COUNT for none. */
static enum evidence pledge_kind(const struct reading *r, size_t i, size_t *finite)
{
	*finite = i;
	if (HAS(i, C_SAY))
		return grammar_has_toe(r, i) ? EV_PLEDGE_NOW : EV_COUNT;
	if (HAS(i, C_PLEDGE_NOW))
		return EV_PLEDGE_NOW;
	if (HAS(i, C_PLEDGE_INF)) {
		*finite = grammar_back(r, i, 0, C_MODAL | C_WISH | C_FUTURE | C_UNREAL | C_DUTY | C_REQUEST);
		return *finite != NONE && HAS(*finite, C_MODAL | C_WISH | C_FUTURE) ? EV_PLEDGE_ABLE : EV_COUNT;
	}
	if (HAS(i, C_PLEDGE_NOUN)) {
		size_t done = grammar_back(r, i + 3 < r->n ? i + 3 : r->n, 0, C_DOES);
		*finite = done == NONE ? NONE : grammar_back(r, r->n, 0, C_FIRST);
		return *finite == NONE ? EV_COUNT : EV_PLEDGE_OPEN;
	}
	if (!HAS(i, C_PLEDGE_DONE))
		return EV_COUNT;
	size_t near = i + 2 < r->n ? i + 2 : r->n;
	*finite = grammar_back(r, near, 0, C_PAST | C_PASSIVE);
	if (*finite == NONE || HAS(*finite, C_UNREAL))
		return EV_COUNT;
	bool active =
		reading_is(r, *finite, "heb") || reading_is(r, *finite, "heeft") || reading_is(r, *finite, "hebben");
	return active ? EV_PLEDGE_OPEN : EV_RECALL;
}

/* Fills `out` when the sentence holds a pledge by the executive; EV_RECALL when it tells of one made elsewhere. */
static bool pledge_find(const struct reading *r, const struct bench *bench, struct verdict *out)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t finite, at = NONE;
		enum evidence kind = pledge_kind(r, i, &finite);
		if (kind == EV_COUNT || grammar_back(r, i, grammar_clause_start(r, i), C_NOT) != NONE ||
		    (i + 1 < r->n && HAS(i + 1, C_NOT)))
			continue;
		enum subject subject = grammar_subject(r, finite, &at);
		*out = (struct verdict){.from = 0, .to = r->n, .verb = i, .form = FORM_OTHER};
		if (kind == EV_RECALL) {
			evidence_add(out, EV_RECALL);
			return true;
		}
		bool torn = subject == SUBJECT_NONE && finite == 0; /* "zegt toe de raad te informeren", under a name */
		if (subject == SUBJECT_OTHER || (subject == SUBJECT_NONE && !torn) ||
		    (subject == SUBJECT_AUTHOR && bench->named_only))
			continue;
		if (kind == EV_PLEDGE_OPEN && subject == SUBJECT_ROLE)
			kind = EV_PLEDGE_OTHER;
		out->role = subject == SUBJECT_ROLE ? r->v[at].name : NULL;
		evidence_add(out, kind);
		evidence_add(out, EV_HOLDER);
		if (bench->fulfilled && kind != EV_PLEDGE_NOW && kind != EV_PLEDGE_ABLE)
			evidence_add(out, EV_FULFILLED);
		return true;
	}
	return false;
}

static bool is_refused(const struct reading *r)
{
	return r->n == 0 || HAS(0, C_RECITAL | C_REQUEST | C_ASKING) || (r->n > 2 && HAS(2, C_ASKING));
}

void verdict_find(const struct reading *r, const struct bench *bench, struct verdict *out)
{
	*out = (struct verdict){.score = INT_MIN};
	if (is_refused(r))
		return;
	struct verdict pledge;
	bool pledged = pledge_find(r, bench, &pledge);
	if (pledged) {
		*out = pledge;
		if (r->classes & C_IF)
			evidence_add(out, EV_CONDITION);
		verdict_add_manner(r, out);
		evidence_weigh(out);
	}
	for (size_t i = 0; i < r->n; i++) {
		const struct entry *e = r->v[i].entry;
		for (size_t k = 0; e && k < e->use_count; k++)
			act_weigh(r, &e->uses[k], i, bench, pledged ? &pledge : NULL, out);
		if (HAS(i, C_TASK))
			act_weigh(r, NULL, i, bench, pledged ? &pledge : NULL, out);
	}
}
