/* promise_judge.c: the weights, and how a sentence collects evidence.
 *
 * Each verb that can be an act is looked at. What governs its form (promise_grammar.c) decides whether it is promised,
 * expected, asked or past: an infinitive is governed by "zal" or "wil", one with "te" by "verwacht" or "verzoekt", a
 * participle by "wordt" or "is", and a finite verb governs itself. A pledge ("zeg toe") governs whatever act is named beside it.
 */
#include "core/promise_act.h"
#include "core/promise_grammar.h"

#include <assert.h>

/* A sentence passes with a clear future by a holder (4 + 2) and any act, or with a passive or an expectation (3) of an act
 * toward the council (4). What speaks against costs more than any of these gives alone. */
static const struct {
	int weight;
	const char *text;
} weights[] = {
	[EV_PLEDGE_NOW] = {12, "says the word: 'zeg toe'"},           /* outweighs a condition and a vague act */
	[EV_PLEDGE_ABLE] = {5, "can, will or wants to say the word"}, /* often an offer: a condition outweighs it */
	[EV_PLEDGE_OPEN] = {4, "recalls a promise of its own"},       /* needs its act */
	[EV_PLEDGE_OTHER] = {1, "a promise of another is told"},      /* in a list of promises it comes with its act */
	[EV_FUTURE] = {4, "future"},
	[EV_EXPECTED] = {3, "expected or aimed at"},
	[EV_WISH] = {1, "wanted"},
	[EV_PASSIVE] = {3, "passive, present tense"},
	[EV_ABLE] = {0, "able"},             /* "kan ik u in mei informeren" needs its date */
	[EV_PRESENT] = {1, "present tense"}, /* mostly tells what is being done */
	[EV_MOVES] = {3, "a paper goes to the council"},
	[EV_RECEIVES] = {3, "the council receives"},
	[EV_TO_COUNCIL] = {4, "an act toward the council"},
	[EV_OWN] = {2, "an act of its own"},
	[EV_STUDY] = {1, "study, evaluation, talk or a paper to come"},
	[EV_LIGHT] = {1, "something is done"},
	[EV_OBJECT] = {2, "what is done is named"},
	[EV_HOLDER] = {2, "the executive is the subject"},
	[EV_NO_HOLDER] = {-4, "the executive is not the subject"},
	[EV_OTHERS] = {-3, "somebody else is the subject"}, /* with the weight above more than any date makes up for */
	[EV_AHEAD] = {1, "a moment to come"},
	[EV_NO_TIME] = {-2, "no tie to a later time"},
	[EV_NEGATED] = {-8, "denied"},
	[EV_CONDITION] = {-6, "on a condition"},
	[EV_PROCESS] = {-5, "standing practice"},
	[EV_THIS_PAPER] = {-9, "this paper does it"},
	[EV_FULFILLED] = {-9, "kept by this paper"},
	[EV_RECALL] = {-9, "a promise of elsewhere is recalled"},
	[EV_TODAY] = {-7, "in this very meeting"},
	[EV_ASKED] = {-9, "asked for by others"},
	[EV_GOVERNED] = {0, "its verb is governed"}, /* preferred to acts that a pledge names in passing */
	[EV_TORN] = {-5, "an item of a list"},
};
static_assert(ARRAY_SIZE(weights) == EV_COUNT && EV_COUNT <= 32, "each evidence has its weight and its bit");

bool promise_reason(const struct promise *promise, size_t i, const char **why, int *weight)
{
	for (size_t e = 0; e < EV_COUNT; e++) {
		if (!(promise->evidence >> e & 1) || weights[e].weight == 0 || i-- > 0)
			continue;
		*why = weights[e].text;
		*weight = weights[e].weight;
		return true;
	}
	return false;
}

#define HAS(i, c) ((r->v[i].classes & (c)) != 0)

static void evidence_weigh(struct verdict *v)
{
	v->score = 0;
	for (int e = 0; e < EV_COUNT; e++)
		if (v->evidence >> e & 1)
			v->score += weights[e].weight;
	v->found = v->score >= PROMISE_THRESHOLD;
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
	static const enum evidence order[] = {EV_GOVERNED, EV_TO_COUNCIL};
	for (size_t i = 0; a->found && i < ARRAY_SIZE(order); i++)
		if (evidence_has(a, order[i]) != evidence_has(b, order[i]))
			return evidence_has(a, order[i]);
	return a->score > b->score;
}

/* Weighs one act and keeps it when it is better than what is there. A pledge takes away what would speak against the act
 * alone. */
static void act_weigh(const struct reading *r, const struct verb_use *use, size_t at, const struct bench *bench,
		      const struct verdict *pledge, struct verdict *best)
{
	const uint32_t outweighed = 1u << EV_NO_HOLDER | 1u << EV_NO_TIME | 1u << EV_NEGATED | 1u << EV_PROCESS;
	struct verdict v;
	if (!act_read(r, use, at, bench, pledge != NULL, &v))
		return;
	if (pledge) {
		v.evidence = (v.evidence & ~outweighed) | pledge->evidence;
		v.role = pledge->role ? pledge->role : v.role;
	} else if (r->small && !(evidence_has(&v, EV_HOLDER) && !v.role && !HAS(0, C_SUB))) { /* "wij gaan" is whole */
		evidence_add(&v, EV_TORN);
	}
	evidence_weigh(&v);
	if (is_better(r, bench, &v, best))
		*best = v;
}

/* "Door de wethouder is toegezegd": told of another. "Toegezegd wordt": minutes. "In de brief is toegezegd": recalled. */
static enum evidence passive_pledge(const struct reading *r, size_t i, size_t *finite)
{
	bool now = HAS(*finite, C_PASSIVE);
	for (size_t k = 0; k + 1 < r->n && k < i + 4; k++) {
		if (!reading_is(r, k, "door"))
			continue;
		for (size_t n = k + 1; n < r->n && n < k + 4; n++)
			if (HAS(n, C_ROLE)) {
				*finite = n;
				return now ? EV_PLEDGE_NOW : EV_PLEDGE_OTHER;
			}
		return EV_RECALL;
	}
	if (!now && i == 0) /* "Toegezegd is dat de raad": what follows stands alone */
		return EV_COUNT;
	bool there = *finite > 0 && reading_is(r, *finite - 1, "er");
	return now && (i < *finite || there) ? EV_PLEDGE_NOW : EV_RECALL;
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
		bool asks = *finite == 0 || (*finite == 1 && HAS(0, C_JOIN)); /* "En kan het college toezeggen" */
		return *finite != NONE && !asks && HAS(*finite, C_MODAL | C_WISH | C_FUTURE) ? EV_PLEDGE_ABLE
											     : EV_COUNT;
	}
	if (HAS(i, C_PLEDGE_NOUN)) {
		size_t end = i + 4 < r->n ? i + 4 : r->n;
		size_t done = grammar_back(r, end, grammar_clause_start(r, i), C_DOES);
		*finite = done == NONE ? NONE : grammar_back(r, end, 0, C_FIRST | C_ROLE);
		return *finite == NONE ? EV_COUNT : EV_PLEDGE_OPEN;
	}
	if (!HAS(i, C_PLEDGE_DONE))
		return EV_COUNT;
	size_t near = i + 2 < r->n ? i + 2 : r->n;
	*finite = grammar_back(r, near, 0, C_PAST | C_PASSIVE);
	if (*finite == NONE || HAS(*finite, C_UNREAL))
		return EV_COUNT;
	if (grammar_back(r, i, grammar_clause_start(r, i), C_SUCH) !=
	    NONE) /* "zoals toegezegd": then what follows stands alone */
		return EV_COUNT;
	if (reading_is(r, *finite, "heb") || reading_is(r, *finite, "heeft") || reading_is(r, *finite, "hebben"))
		return EV_PLEDGE_OPEN;
	return passive_pledge(r, i, finite);
}

/* "Toezegging wethouder Bos: ...": a line of a list of promises. Who is named before the colon holds it. */
static bool heads_line(const struct reading *r, size_t i)
{
	return i <= 2 && HAS(i, C_PLEDGE_NOUN) && grammar_clause_end(r, i) < r->n && !(r->classes & (C_PAST | C_NOT)) &&
	       grammar_back(r, i, 0, C_FIRST | C_OTHER | C_PREP | C_SUCH) == NONE;
}

static bool is_chair(const struct reading *r, size_t i)
{
	return reading_is(r, i, "voorzitter");
}

/* Whether the promise of another at `role` is only brought up: by a member ("de fractie wijst erop dat de wethouder heeft
 * toegezegd"), or as one of an earlier debate, without a day that is still to come. */
static bool is_brought_up(const struct reading *r, const struct bench *bench, enum evidence kind, size_t role, size_t i)
{
	size_t opens = 0; /* "De heer Bos herinnert de wethouder eraan dat hij" */
	while (opens < i && !HAS(opens, C_OTHER | C_ROLE | C_FIRST))
		opens++;
	bool member = HAS(opens, C_OTHER) && !is_chair(r, opens) && opens < role;
	size_t that = grammar_back(r, member ? i : role, 0, C_SUB);
	if (member && that != NONE && that > opens && reading_is(r, that, "dat"))
		return true;
	if (that != NONE && reading_is(r, that, "dat")) {
		uint64_t speakers = kind == EV_PLEDGE_NOW ? C_OTHER : C_OTHER | C_FIRST;
		size_t speaker = grammar_back(r, that, 0, speakers);
		if (speaker != NONE && !is_chair(r, speaker) && grammar_back(r, that, 0, C_ROLE) == NONE)
			return true;
	}
	if (kind == EV_PLEDGE_NOW)
		return false;
	for (size_t k = i; k + 1 < r->n; k++) /* "maar die hebben wij nog niet" */
		if (reading_is(r, k, "nog") && (HAS(k + 1, C_NOT) || reading_is(r, k + 1, "steeds")))
			return true;
	if (bench->ahead)
		return false;
	for (size_t k = grammar_clause_start(r, i); k < i; k++) {
		bool place = HAS(k, C_MEETING | C_COUNCIL) || (HAS(k, C_OBJECT) && r->v[k].form == FORM_CONVERSATION);
		size_t prep = place ? grammar_back(r, k, k > 4 ? k - 4 : 0, C_PREP) : NONE;
		bool in = prep != NONE && (reading_is(r, prep, "in") || reading_is(r, prep, "bij"));
		if (in || reading_is(r, k, "tijdens") || reading_is(r, k, "eerder") || reading_is(r, k, "destijds"))
			return true;
	}
	return false;
}

/* "Zegt niet toe"; what is denied before an "en" is another thing: "is nog niet bekend en hij zegt toe". */
static bool is_denied(const struct reading *r, size_t i)
{
	size_t start = grammar_clause_start(r, i),
	       join = HAS(i, C_SAY | C_PLEDGE_NOW) ? grammar_back(r, i, start, C_JOIN) : NONE;
	return grammar_back(r, i, join != NONE ? join : start, C_NOT) != NONE || (i + 1 < r->n && HAS(i + 1, C_NOT));
}

/* Fills `out` when the sentence holds a pledge by the executive; EV_RECALL when it tells of one made elsewhere. */
static bool pledge_find(const struct reading *r, const struct bench *bench, struct verdict *out)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t finite, at = NONE;
		bool line = heads_line(r, i);
		enum evidence kind = line ? EV_PLEDGE_OPEN : pledge_kind(r, i, &finite);
		if (line) {
			size_t named = grammar_back(r, r->n, 0, C_ROLE);
			finite = named != NONE ? named : i;
		}
		if (kind == EV_COUNT || grammar_is_asked(r, i) || is_denied(r, i))
			continue;
		enum subject subject = HAS(finite, C_FIRST)  ? SUBJECT_AUTHOR
				       : HAS(finite, C_ROLE) ? SUBJECT_ROLE
							     : grammar_subject(r, finite, &at);
		*out = (struct verdict){.from = 0, .to = r->n, .verb = i, .form = FORM_OTHER};
		if (kind == EV_RECALL) {
			evidence_add(out, EV_RECALL);
			return true;
		}
		/* "zegt toe de raad te informeren", under a name; "toegezegd wordt" */
		bool torn = subject == SUBJECT_NONE && (finite == 0 || line || HAS(finite, C_PASSIVE));
		if (subject == SUBJECT_OTHER || (subject == SUBJECT_NONE && !torn) ||
		    (subject == SUBJECT_AUTHOR && bench->named_only))
			continue;
		if (kind == EV_PLEDGE_OPEN && subject == SUBJECT_ROLE && !line)
			kind = EV_PLEDGE_OTHER;
		if (subject == SUBJECT_ROLE && !line && is_brought_up(r, bench, kind, at == NONE ? finite : at, i))
			evidence_add(out, EV_RECALL);
		out->role = subject == SUBJECT_ROLE ? r->v[at == NONE ? finite : at].name : NULL;
		evidence_add(out, kind);
		evidence_add(out, EV_HOLDER);
		if (bench->fulfilled && kind != EV_PLEDGE_NOW && kind != EV_PLEDGE_ABLE)
			evidence_add(out, EV_FULFILLED);
		return true;
	}
	return false;
}

/* "toegezegd dat", "toegezegd om", "toegezegd te": what was promised is named, in words that the vocabulary lacks. */
static bool has_complement(const struct reading *r, size_t i)
{
	for (size_t k = i + 1; k < r->n; k++)
		if (reading_is(r, k, "dat") || reading_is(r, k, "om") || reading_is(r, k, "te"))
			return true;
	return false;
}

static bool is_refused(const struct reading *r)
{
	return r->n == 0 || HAS(0, C_RECITAL | C_REQUEST) || r->classes & C_ASKING;
}

/* "Wethouder Bos: ik zal": who speaks, when the sentence begins with it. NULL when it does not. */
static const char *speaker_name(const struct reading *r)
{
	size_t end = grammar_clause_end(r, 0);
	if (!HAS(0, C_ROLE) || end > 4 || end == r->n || r->sentence.p[r->v[end - 1].end] != ':')
		return NULL;
	return r->v[0].name;
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
		if (bench->ahead)
			evidence_add(out, EV_AHEAD);
		if (has_complement(r, pledge.verb))
			evidence_add(out, EV_LIGHT);
		act_add_manner(r, out);
		evidence_weigh(out);
	}
	for (size_t i = 0; i < r->n; i++) {
		const struct entry *e = r->v[i].entry;
		for (size_t k = 0; e && k < e->use_count; k++)
			act_weigh(r, &e->uses[k], i, bench, pledged ? &pledge : NULL, out);
		if (HAS(i, C_TASK))
			act_weigh(r, NULL, i, bench, pledged ? &pledge : NULL, out);
	}
	if (out->found && !out->role)
		out->role = speaker_name(r);
}
